import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'People of past editions',
  intro:
    'People whom your organization filled in for past editions. Apply anew: the past data come along, to be checked and saved, and are handled like anybody’s. Reuse the badge: the past badge is used again, free, while what it shows (name, organization, position, photo, type) stays the same.',
  back: 'Back to badges for attendees',
  edition: 'Past edition',
  hasApplied: 'Applied for',
  applied: 'Applied for',
  notApplied: 'Not applied for',
  apply: 'Apply anew',
  applyText: (n) => (n === 1 ? 'Takes the chosen person over as “saved”; please check and save the data.' : `Takes the ${n} chosen people over as “saved”; please check and save each of them.`),
  reuse: 'Reuse the badge',
  reuseText: (n) => `The chosen people (${n}) use their past badges again, free. With another name, position or photo later, it becomes an ordinary application with its fee.`,
  one: {
    apply: (name) => `Brings the past data of ${name} along, to be checked and saved.`,
    reuse: (name) => `${name} uses the past badge again, free. With another name, position or photo later (or another name of the organization), it becomes an ordinary application with its fee.`,
  },
  reused: 'The badge is to be reused; submit the person under badges for attendees',
  look: 'View',
  empty: 'Nobody of past editions',
  emptyHint: 'People whom your organization filled in for past editions appear here.',
} satisfies Translation<typeof chinese>
