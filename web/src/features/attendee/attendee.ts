import type { Schemas } from '@/shared/api/types'
import type { Tone } from '@/ui/StateBadge.vue'

export type AttendeeRow = Schemas['AttendeeListRow']
export type AttendeeDetail = Schemas['AttendeeDetail']
export type AttendeeForm = Schemas['AttendeeForm']
export type AttendeeState = AttendeeRow['state']

export const stateTones: Record<AttendeeState, Tone> = {
  pending_confirmation: 'pending',
  draft: 'neutral',
  awaiting_group: 'progress',
  awaiting_payment: 'pending',
  awaiting_review: 'pending',
  approved: 'ok',
  rejected: 'bad',
  returned: 'returned',
  voided: 'neutral',
}
