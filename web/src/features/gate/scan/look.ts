import type { GateAnswer } from '../device/decide'

/** Three looks only, known from across the hall. */
export type Look = 'pass' | 'check' | 'refuse'

export function lookOf(answer: GateAnswer): Look {
  if (answer === 'admitted') return 'pass'
  return answer === 'already_inside' ? 'check' : 'refuse'
}
