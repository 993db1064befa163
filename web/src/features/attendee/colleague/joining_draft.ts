import { watch } from 'vue'
import type { AttendeeValues } from '../form/attendee_form'

/** What was typed and the photo that was cut, so that a reload of the page loses neither. */
export interface JoiningDraft {
  values: AttendeeValues
  /** As the browser shows it: nobody without an account is given photos by the server. */
  picture: string | null
}

const keyOf = (token: string) => `expogate.joining.${token}`

/** Kept for this tab alone, and only until it is sent. */
export function readDraft(token: string): JoiningDraft | null {
  const kept = sessionStorage.getItem(keyOf(token))
  return kept ? (JSON.parse(kept) as JoiningDraft) : null
}

/** Follows the draft until it is forgotten. */
export function keepDraft(token: string, draft: () => JoiningDraft): { forget: () => void } {
  const stop = watch(draft, (now) => sessionStorage.setItem(keyOf(token), JSON.stringify(now)), { deep: true })
  return {
    forget() {
      stop()
      sessionStorage.removeItem(keyOf(token))
    },
  }
}
