/**
 * Puts what was read from the licence where nothing stands, or where an earlier reading stands: what people typed is never
 * overwritten (ORG-03). Answers what is filled in by reading now, for the next time.
 */
export function fillWithRead<K extends string>(values: Record<K, string>, read: Partial<Record<K, string | null>>, filledBefore: Partial<Record<K, string>>): Partial<Record<K, string>> {
  const filled: Partial<Record<K, string>> = {}
  for (const [field, text] of Object.entries(read) as [K, string | null][]) {
    const isTyped = values[field] !== '' && values[field] !== filledBefore[field]
    if (!text || isTyped) continue
    values[field] = text
    filled[field] = text
  }
  return filled
}
