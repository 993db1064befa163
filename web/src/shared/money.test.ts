import { expect, it } from 'vitest'
import { formatFen, parseYuan } from './money'

it.each([
  [16000, '160.00'],
  [5, '0.05'],
  [0, '0.00'],
  [-110, '-1.10'],
  [123456789, '1,234,567.89'],
])('shows %i fen as %s', (fen, shown) => {
  expect(formatFen(fen)).toBe(shown)
})

it.each([
  ['160', 16000],
  ['0.5', 50],
  ['110.05', 11005],
  [' 50 ', 5000],
  ['1.005', null],
  ['-1', null],
  ['一百', null],
  ['', null],
])('reads %j as %s fen', (typed, fen) => {
  expect(parseYuan(typed)).toBe(fen)
})
