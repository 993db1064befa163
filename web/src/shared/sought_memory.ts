import { soughtNames } from './api/sought'
import { randomKey } from './random_key'

const keyOf = (key: string) => `expogate.sought.${key}`
const keysHere = () => Array.from({ length: sessionStorage.length }, (_, i) => sessionStorage.key(i)!).filter((key) => key.startsWith(keyOf('')))

/** What the address bar holds of a filter: its values, or for what says who somebody is, keys under which this tab knows them. */
export function inAddress(parameter: string, values: string[]): string[] {
  return soughtNames.includes(parameter) ? values.map(remembered) : values
}

/** The values again; those that another tab or somebody else has looked for are not known here. */
export function fromAddress(parameter: string, texts: string[]): string[] {
  if (!soughtNames.includes(parameter)) return texts
  return texts.map((key) => sessionStorage.getItem(keyOf(key))).filter((value) => value !== null)
}

/** The same value has the same key, so that the address stays as it is. */
function remembered(value: string): string {
  const known = keysHere().find((key) => sessionStorage.getItem(key) === value)
  if (known) return known.slice(keyOf('').length)
  const key = randomKey()
  sessionStorage.setItem(keyOf(key), value)
  return key
}

/** Whoever signs out leaves nothing for who comes to this computer next. */
export function forgetSought() {
  for (const key of keysHere()) sessionStorage.removeItem(key)
}
