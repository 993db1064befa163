import type { Schemas } from '@/shared/api/types'
import type { Tone } from '@/ui/StateBadge.vue'

export type OrganizationState = Schemas['Progress']['state']

export const stateTones: Record<OrganizationState, Tone> = {
  draft: 'neutral',
  submitted: 'pending',
  awaiting_review: 'pending',
  first_passed: 'progress',
  approved: 'ok',
  returned: 'returned',
  rejected: 'bad',
}
