import { expect, test } from 'vitest'
import { hourRows, refusals } from './hours'

const at = (hour: number) => `2025-11-07T0${hour}:00:00.000Z`
const counted = (hour: number, gate_id: string, direction: 'entry' | 'exit', answer: 'admitted' | 'unknown' | 'wrong_day', scans: number) =>
  ({ hour_at: at(hour), gate_id, direction, answer, scans })

test('an hour has its entries by gate; exits and refusals are apart', () => {
  const hours = [counted(2, 'n', 'entry', 'admitted', 5), counted(1, 'n', 'entry', 'admitted', 2), counted(2, 's', 'entry', 'admitted', 3), counted(2, 's', 'exit', 'admitted', 1), counted(2, 's', 'entry', 'unknown', 9)]
  expect(hourRows(hours)).toEqual([
    { id: at(1), byGate: { n: 2 }, entries: 2, exits: 0 },
    { id: at(2), byGate: { n: 5, s: 3 }, entries: 8, exits: 1 },
  ])
})

test('refusals are added up over gates and hours, the most frequent first', () => {
  const hours = [counted(1, 'n', 'entry', 'wrong_day', 2), counted(1, 'n', 'entry', 'unknown', 1), counted(2, 's', 'exit', 'unknown', 4), counted(2, 's', 'entry', 'admitted', 7)]
  expect(refusals(hours)).toEqual([{ id: 'unknown', scans: 5 }, { id: 'wrong_day', scans: 2 }])
})
