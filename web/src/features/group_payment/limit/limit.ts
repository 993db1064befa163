import { ApiError } from '@/shared/api/problem'
import type { Schemas } from '@/shared/api/types'
import { uiMessages } from '@/ui/messages'

/** A line of 统付配额管理. */
export type Limit = Schemas['LimitRow']

/** A limit as it is being chosen: a number of people, or what holds without one. Nothing is chosen beforehand. */
export interface LimitChoice extends Record<string, unknown> {
  kind: 'number' | 'none' | null
  persons: number | null
}

export const noChoice: LimitChoice = { kind: null, persons: null }
export const choiceOf = (persons: number | null): LimitChoice => ({ kind: persons === null ? 'none' : 'number', persons })
export const isChosen = ({ kind, persons }: LimitChoice) => kind === 'none' || (kind === 'number' && persons !== null)

/** What the API is told; null is no number. */
export function limitOf(choice: LimitChoice): number | null {
  if (isChosen(choice)) return choice.kind === 'none' ? null : choice.persons
  throw new ApiError(422, { errors: [{ field: 'persons', code: 'field.required', message: uiMessages.fieldRequired }] })
}
