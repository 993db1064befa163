import { count } from '@/shared/i18n/count'
import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  titles: { direct: 'Attendees of direct organizations', subordinate: 'Attendees of subgroup organizations' },
  upgrade: 'Upgrade badge type',
  to: 'Upgrade to',
  upgradeText: (n) => `${count(n, 'attendee')} will be upgraded using your group’s quota. This cannot be reversed. Fees already paid are not refunded; badges already produced are revoked and replaced.`,
} satisfies Translation<typeof chinese>
