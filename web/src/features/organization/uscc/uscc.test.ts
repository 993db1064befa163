import { expect, it } from 'vitest'
import { normalizedUscc, usccState } from './uscc'

const genuine = '91310115MA1K35XY89'

it('takes a code however it is written', () => {
  expect(normalizedUscc(' 91310115-ma1k35xy89 ')).toBe(genuine)
})

it('says nothing wrong while a code is still being typed (ORG-02)', () => {
  expect(usccState('')).toBe('empty')
  expect(usccState('91310')).toBe('short')
  expect(usccState('9131O')).toBe('wrong_shape')
  expect(usccState(`${genuine}1`)).toBe('wrong_shape')
})

it('warns of a last character that does not fit', () => {
  // Tencent's code, which everybody can look up.
  expect(usccState('9144030071526726XG')).toBe('right')
  expect(usccState('9144030071526726XH')).toBe('odd_check')
})
