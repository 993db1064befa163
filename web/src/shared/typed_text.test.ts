import { describe, expect, it } from 'vitest'
import { parseYuan } from './money'
import { halfWidth, trimmedText, typedCode } from './typed_text'

describe('what is typed and pasted', () => {
  it('is the same code in full width, with other dashes and with invisible characters', () => {
    expect(typedCode('\u200B１３８\u2011００００－００００\u3000')).toBe('138-0000-0000')
    expect(halfWidth('ＡＢＣ＠ｅｘａｍｐｌｅ．ｃｏｍ')).toBe('ABC@example.com')
  })

  it('is nothing when nothing of it can be seen', () => {
    for (const nothing of ['\u200B', '\u3000', '\u3164', '\u2800', ' \uFEFF\u00A0']) expect(trimmedText(nothing)).toBe('')
  })

  it('keeps what stands inside a name', () => {
    expect(trimmedText('\u3000张\u3000三\u200B')).toBe('张\u3000三')
    expect(trimmedText('阿依古丽·买买提')).toBe('阿依古丽·买买提')
  })

  it('is the same amount in full width', () => {
    expect(parseYuan('１６０．００')).toBe(16000)
    expect(parseYuan('160\u200B')).toBe(16000)
  })
})
