import { expect, test } from 'vitest'
import { Wedge } from './wedge'

function type(wedge: Wedge, text: string, startMs: number, stepMs: number): (string | null)[] {
  return [...text, 'Enter'].map((key, index) => wedge.key(key, startMs + index * stepMs))
}

test('a scanner’s fast keys are one text', () => {
  const wedge = new Wedge()
  expect(type(wedge, 'AEAAQAAAAB', 0, 5).at(-1)).toBe('AEAAQAAAAB')
  expect(type(wedge, 'SECONDONE', 5000, 5).at(-1)).toBe('SECONDONE')
})

test('a code that was read in part is told, and spoils no other', () => {
  const wedge = new Wedge()
  expect(type(wedge, 'AEA', 0, 5).at(-1)).toBe('AEA')
  expect(type(wedge, 'AEAAQAAAAB', 100, 5).at(-1)).toBe('AEAAQAAAAB')
})

test('what was typed before a pause, and keys that are no letters, are none of it', () => {
  expect(type(new Wedge(), 'AEAAQAAAAB', 0, 1500)).not.toContain('AEAAQAAAAB')
  expect(new Wedge().key('Enter', 0)).toBeNull()
  const wedge = new Wedge()
  wedge.key('Shift', 0)
  expect(type(wedge, 'ABCDEFGH', 5, 5).at(-1)).toBe('ABCDEFGH')
})
