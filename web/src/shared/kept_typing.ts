interface Kept<V> {
  /** Of the resource that was changed: what others save meanwhile is noticed. */
  version: number
  values: V
}

const owner = 'expogate.typing_of'
const keyOf = (name: string) => `expogate.typing.${name}`

/** What was typed here and not saved. It outlives its dialog, a reload and the end of a session, in this tab. */
export function typingKeptFor<V>(name: string): Kept<V> | null {
  const kept = sessionStorage.getItem(keyOf(name))
  return kept ? (JSON.parse(kept) as Kept<V>) : null
}

export function keepTyping<V extends object>(name: string, version: number, values: V) {
  sessionStorage.setItem(keyOf(name), JSON.stringify({ version, values }))
}

export function forgetTyping(name: string) {
  sessionStorage.removeItem(keyOf(name))
}

/** Whoever signs out leaves nothing for who comes to this computer next. */
export function forgetAllTyping() {
  const names = Array.from({ length: sessionStorage.length }, (_, i) => sessionStorage.key(i)!)
  for (const name of names) if (name.startsWith(keyOf(''))) sessionStorage.removeItem(name)
}

/** What somebody else has typed in this tab is not for this account. */
export function typingBelongsTo(accountId: string) {
  const before = sessionStorage.getItem(owner)
  if (before && before !== accountId) forgetAllTyping()
  sessionStorage.setItem(owner, accountId)
}
