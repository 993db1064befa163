/** How a Chinese name is typed by those who look for it: `shanghai`, `sh`. */
export interface Spelling {
  full: string
  initials: string
}

/** The words of the dictionary are heavy, so they come when somebody first looks for something. */
export async function loadSpelling(): Promise<(text: string) => Spelling> {
  const { pinyin } = await import('pinyin-pro')
  return (text) => ({
    full: pinyin(text, { toneType: 'none', type: 'array' }).join('').toLowerCase(),
    initials: pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase(),
  })
}
