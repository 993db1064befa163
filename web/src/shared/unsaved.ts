import { effectScope, getCurrentScope, onScopeDispose, shallowRef, watch } from 'vue'

/** Something that is typed on the page and saved nowhere. */
export interface Typing {
  isUnsaved: () => boolean
  /** It comes back when the same page is opened again in this tab. */
  isKept: () => boolean
  /** The person has said that it may go. */
  discard: () => void
}

const onThePage = new Set<Typing>()

/** While its component lives, nothing takes it away without a question. */
export function watchOver(typing: Typing) {
  onThePage.add(typing)
  if (getCurrentScope()) onScopeDispose(() => onThePage.delete(typing))
}

/** What would be gone for good when the page goes. */
export const notKept = () => [...onThePage].filter((typing) => !typing.isKept())

export const isAnythingUnsaved = () => [...onThePage].some((typing) => typing.isUnsaved())

/** To go on typing, to go and find it again, to let it go. */
export type Answer = 'stay' | 'keep' | 'discard'

/** The question that is open, if any; `UnsavedQuestion` shows it. */
export const openQuestion = shallowRef<{ canKeep: boolean; answer: (answer: Answer) => void } | null>(null)

/**
 * True when nothing would be lost, or when the person says that it may go or that they will come back to it. `forGood`: after
 * this there is no coming back.
 */
export async function mayGo(among: Iterable<Typing> = onThePage, { forGood = false } = {}): Promise<boolean> {
  const lost = [...among].filter((typing) => typing.isUnsaved())
  if (lost.length === 0) return true
  const answer = await ask(lost, !forGood && lost.every((typing) => typing.isKept()))
  if (answer === 'discard') for (const typing of lost) typing.discard()
  return answer !== 'stay'
}

/** The page is somebody else's from now on. */
export function discardAll() {
  for (const typing of onThePage) typing.discard()
}

/** Over by itself when what it asks about is saved meanwhile: then there is something else to see where the person is. */
function ask(about: Typing[], canKeep: boolean): Promise<Answer> {
  openQuestion.value?.answer('stay')
  return new Promise((resolve) => {
    const scope = effectScope(true)
    function answer(answer: Answer) {
      scope.stop()
      openQuestion.value = null
      resolve(answer)
    }
    openQuestion.value = { canKeep, answer }
    scope.run(() =>
      watch(
        () => about.some((typing) => typing.isUnsaved()),
        (isUnsaved) => isUnsaved || answer('stay'),
      ),
    )
  })
}
