import { count } from '@/shared/i18n/count'
import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  move: 'Move to a group',
  text: (n) => `${count(n, 'selected organization')} will be moved to another trading group or subgroup. Quotas and group payments already used remain charged to the previous group.`,
  target: 'Group or subgroup',
} satisfies Translation<typeof chinese>
