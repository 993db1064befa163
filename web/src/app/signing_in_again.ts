import { computed, shallowRef } from 'vue'
import { answerOf, api, requestContext } from '@/shared/api/client'
import { ApiError } from '@/shared/api/problem'
import type { Schemas } from '@/shared/api/types'
import { discardAll } from '@/shared/unsaved'
import { account, adopt, endSession } from './session'

/** The one question for all requests that wait for a session. */
interface Asked {
  answer: Promise<boolean>
  settle: (isBack: boolean) => void
}
const asked = shallowRef<Asked | null>(null)

/** The session has ended under somebody's hands: the page stays as it is while they sign in over it. */
export const isSigningInAgain = computed(() => asked.value !== null)

requestContext.signInAgain = () => {
  if (!account.value) return Promise.resolve(false)
  asked.value ??= newQuestion()
  return asked.value.answer
}

function newQuestion(): Asked {
  let settle: Asked['settle'] = () => {}
  const answer = new Promise<boolean>((resolve) => (settle = resolve))
  return { answer, settle }
}

// Signed in anew in another window: the same account goes on with the new session, another one does not take over this page.
requestContext.followSession = async () => {
  const now = await sessionNow()
  if (!now?.account || now.account.id !== account.value?.id) return requestContext.signInAgain()
  adopt(now)
  return true
}

async function sessionNow(): Promise<Schemas['SessionView'] | null> {
  try {
    return await answerOf(api.GET('/session'))
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null
    throw error
  }
}

/** True when the same account goes on; for another one the caller leads away from the page. */
export function signedInAgain(session: Schemas['SessionView']): boolean {
  const isSame = session.account?.id === account.value?.id
  if (!isSame) {
    discardAll()
    endSession()
  }
  adopt(session)
  finish(isSame)
  return isSame
}

/** Not now: what was waiting is refused. */
/** Not answered; the next request that needs a session asks again. */
export const putOffSigningIn = () => finish(false)

export function giveUpSigningIn() {
  endSession()
  finish(false)
}

function finish(isBack: boolean) {
  asked.value?.settle(isBack)
  asked.value = null
}
