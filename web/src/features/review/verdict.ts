import type { Schemas } from '@/shared/api/types'

export type Verdict = Schemas['ReviewRequest']['verdict']

/** In the order of the screen, and of the keys 1, 2, 3. */
export const verdicts: Verdict[] = ['approve', 'reject', 'return_for_changes']
