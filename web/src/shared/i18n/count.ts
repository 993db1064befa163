const rules = new Intl.PluralRules('en')
const figures = new Intl.NumberFormat('en')

/** A number with its noun, for English texts: `1 person`, `1,200 people`. Without the third word an s is added. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${figures.format(n)} ${noun(n, one, many)}`
}

/** A number that stands by itself, grouped by thousands. */
export const formatCount = (n: number): string => figures.format(n)

/** The noun or verb that goes with a number that stands elsewhere: `is`, `are`. */
export function noun(n: number, one: string, many = `${one}s`): string {
  return rules.select(n) === 'one' ? one : many
}
