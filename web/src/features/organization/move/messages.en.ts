import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  move: 'Move to a group',
  text: (n) => `Moves the ${n} chosen organizations to another group or subgroup. Quotas and sponsorship that they use stay charged to the old group.`,
  target: 'Group or subgroup',
} satisfies Translation<typeof chinese>
