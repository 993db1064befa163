import { defineAsyncComponent, type Component } from 'vue'
import { loadMessages } from '@/shared/i18n/messages'
import LateFailure from './LateFailure.vue'
import LateWait from './LateWait.vue'

/** Less is not noticed. */
const unnoticedMs = 300

let coming = 0

/** The pointer tells at once that something comes; words do when it lasts. */
function noteComing(more: 1 | -1) {
  coming += more
  document.documentElement.toggleAttribute('data-part-coming', coming > 0)
}

/**
 * A part that is fetched when it is first opened, such as a dialog: who opens a list does not load all that can be done with it.
 * It comes with its styles and its texts in the reader's language; until then the keyboard stays where it is. When it does not
 * come, it closes itself, and the page tells how to go on (`missing_part.ts`).
 */
export function late<T extends Component>(load: () => Promise<{ default: T }>): T {
  async function loader() {
    noteComing(1)
    try {
      const { default: part } = await load()
      await loadMessages()
      return part
    } finally {
      noteComing(-1)
    }
  }
  return defineAsyncComponent({ loader, delay: unnoticedMs, loadingComponent: LateWait, errorComponent: LateFailure, suspensible: false }) as unknown as T
}
