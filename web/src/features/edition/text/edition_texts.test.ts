import { expect, it } from 'vitest'
import { linesOf } from './edition_texts'

it('takes one notice a line, and no empty ones', () => {
  expect(linesOf('第一条\n\n  第二条 \r\n')).toEqual(['第一条', '第二条'])
  expect(linesOf('')).toEqual([])
})
