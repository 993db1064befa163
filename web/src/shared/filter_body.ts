import type { FilterValues } from '@/ui/filter_field'

/** The filters of an address bar, all of them texts, as a request body takes them. */
export function filterBody(values: FilterValues, types: { repeated?: readonly string[]; yesOrNo?: readonly string[]; numbers?: readonly string[] }): Record<string, string | string[] | boolean | number> {
  const valueOf = (key: string, texts: string[]) => {
    if (types.repeated?.includes(key)) return texts
    if (types.numbers?.includes(key)) return Number(texts[0])
    return types.yesOrNo?.includes(key) ? texts[0] === 'true' : texts[0]!
  }
  const chosen = Object.entries(values).filter(([, texts]) => texts.length > 0)
  return Object.fromEntries(chosen.map(([key, texts]) => [key, valueOf(key, texts)]))
}
