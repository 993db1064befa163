import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  titles: { direct: 'People of direct organizations', subordinate: 'People of subgroups’ organizations' },
  upgrade: 'Upgrade badge',
  to: 'Upgrade to',
  upgradeText: (count) => `${count} people are upgraded on your group’s own places; there is no way back. Fees that were paid stay paid; a badge that was made is replaced.`,
} satisfies Translation<typeof chinese>
