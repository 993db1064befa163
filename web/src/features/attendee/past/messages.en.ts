import { count, noun } from '@/shared/i18n/count'
import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Previous attendees',
  intro: 'Attendees your organization registered for previous editions. New application: the previous details are copied for you to check and save, and are then processed as usual. Badge reuse: the previous badge is used again free of charge; the badge details (name, organization, job title, photo and badge type) cannot be changed.',
  back: 'Back to attendee badges',
  edition: 'Previous edition',
  hasApplied: 'Application status',
  applied: 'Applied',
  notApplied: 'Not applied',
  apply: 'New application',
  applyText: (n) => `${count(n, 'selected attendee')} will be added to this edition as ${noun(n, 'a draft', 'drafts')}. Please check and save each one.`,
  reuse: 'Reuse badge',
  reuseText: (n) => `${count(n, 'selected attendee')} will reuse the badge from a previous edition free of charge. If the name, job title or photo is changed later, this becomes a regular application and the badge fee applies.`,
  one: {
    apply: (name) => `The previous details of ${name} will be copied to this edition for you to check and save.`,
    reuse: (name) => `${name} will reuse the badge from a previous edition free of charge. If the name, job title or photo (or the organization’s name) is changed later, this becomes a regular application and the badge fee applies.`,
  },
  reused: 'Badge reuse recorded. Please submit the attendee under “Attendee badges”.',
  look: 'View',
  empty: 'No previous attendees',
  emptyHint: 'Attendees your organization registered for previous editions appear here.',
} satisfies Translation<typeof chinese>
