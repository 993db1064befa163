import { getCurrentInstance, ref, toRaw, watch, type ComponentInternalInstance } from 'vue'
import { forgetTyping, keepTyping, typingKeptFor } from './kept_typing'
import { watchOver, type Typing } from './unsaved'

/** What is typed into one form: since when, and whether it came back after a reload. */
export interface FormTyping extends Typing {
  /** Nothing in it is kept or asked for. */
  isPassing: boolean
  /** The person begins: what the page itself filled in until now is where they begin from. */
  begin: () => void
  isRestored: () => boolean
  /** Back to how the form was before anything was typed. */
  startOver: () => void
  /** It is saved. */
  settle: () => void
}

interface Options<V> {
  initial: V
  /** Never written anywhere: passwords and codes. */
  secrets?: (keyof V)[]
  version?: number
  /** What the form is about where no property says so by an id, such as the token of a link. */
  about?: string
}

/**
 * Keeps what is typed into `values` until it is saved, in this tab. It finds its way back to the same form of the same thing,
 * by the page, the component and the things that the component is about.
 */
export function useTyping<V extends Record<string, unknown>>(values: V, { initial, secrets = [], version = 0, about = '' }: Options<V>) {
  const name = nameOfForm(about)
  const kept = name ? typingKeptFor<Partial<V>>(name) : null
  const first = textOf(initial)
  const begun = ref(kept ? first : null)
  const isRestored = ref(kept !== null)
  if (kept) Object.assign(values, kept.values)

  const isUnsaved = () => begun.value !== null && textOf(values) !== begun.value
  const forget = () => name && forgetTyping(name)

  watch(values, () => {
    if (!name || begun.value === null) return
    if (isUnsaved()) keepTyping(name, kept?.version ?? version, keepable(values, secrets))
    else forget()
  })

  function settle() {
    forget()
    begun.value = null
    isRestored.value = false
  }

  const typing: FormTyping = {
    isPassing: false,
    isUnsaved,
    isKept: () => name !== null && textOf(keepable(values, secrets)) === textOf(values),
    isRestored: () => isRestored.value,
    begin: () => void (begun.value ??= textOf(values)),
    discard: settle,
    startOver() {
      Object.assign(values, JSON.parse(first))
      settle()
    },
    settle,
  }
  watchOver(typing)
  return { typing, version: kept?.version ?? version }
}

/** For forms where nothing is worth a question: signing in, a code, a search. */
export const passingTyping: FormTyping = { isPassing: true, isUnsaved: () => false, isKept: () => false, isRestored: () => false, begin() {}, discard() {}, startOver() {}, settle() {} }

/** A file has no text, but whether there is one, and which, is typed as well. */
function textOf(values: object): string {
  return JSON.stringify(values, (_, value: unknown) => (value instanceof File ? `${value.name} ${value.size}` : value))
}

/** Without what is kept nowhere: secrets, as long as they are typed, and files. */
function keepable<V extends Record<string, unknown>>(values: V, secrets: (keyof V)[]) {
  const isLost = (field: string, value: unknown) => (secrets.includes(field) && value !== '') || toRaw(value) instanceof Blob
  return Object.fromEntries(Object.entries(values).filter(([field, value]) => !isLost(field, value)))
}

const formsOf = new WeakMap<ComponentInternalInstance, number>()

function nameOfForm(about: string): string | null {
  const instance = getCurrentInstance()
  if (!instance) return null
  const ordinal = formsOf.get(instance) ?? 0
  formsOf.set(instance, ordinal + 1)
  const things = Object.values(instance.props).map(identityOf)
  return [location.pathname, instance.type.__name, ordinal, about, ...things].filter(Boolean).join(' ')
}

function identityOf(prop: unknown): string {
  if (Array.isArray(prop)) return prop.map(identityOf).join(',')
  if (typeof prop === 'object' && prop !== null) return 'id' in prop ? String(prop.id) : ''
  return typeof prop === 'string' || typeof prop === 'number' ? String(prop) : ''
}
