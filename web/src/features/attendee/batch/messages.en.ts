import { count } from '@/shared/i18n/count'
import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  all: 'Act on all filtered results',
  nobody: 'No attendees match the filters',
  text: (total) => `This applies to all ${total} attendees who match the filters, not only those on this page. They are processed one by one in the background; any that cannot be processed are listed with the reason.`,
  action: 'Action',
  actions: { void_attendees: 'Void', upgrade: 'Upgrade badge type', sponsor: 'Pay by group', decline: 'Decline group payment', waive_identity: 'Waive identity check' },
  consequences: {
    void_attendees: 'Voided badges are no longer valid and cannot be restored; the same identity document can be registered again.',
    upgrade: 'Upgrades use your group’s quota and cannot be reversed. Badges already produced are revoked and replaced.',
    sponsor: 'Your group pays the badge fees; the attendees are locked and submitted for review. This cannot be undone.',
    decline: 'The attendees pay their own fees; your group cannot pay for them later.',
    waive_identity: 'Names and documents are no longer compared, and attendees who failed the check can be approved. The check is repeated if the name or document changes.',
  },
  reasons: { void_attendees: 'Reason for voiding', waive_identity: 'Reason for waiving' },
  to: 'Upgrade to',
  overLimit: 'Pay even if an organization’s limit is exceeded',
  begin: (n) => `Confirm for ${count(n, 'attendee')}`,
  doing: (met, total) => `${met} of ${count(total, 'attendee')} processed…`,
  ended: {
    queued: () => '',
    running: () => '',
    done: (done, refused) => `Finished: ${done} processed, ${refused} not processed.`,
    cancelled: (done, refused) => `Stopped: ${done} processed, ${refused} not processed, the rest unchanged.`,
    failed: (done, refused) => `Could not continue: ${done} processed, ${refused} not processed, the rest unchanged.`,
  },
  progress: 'Progress',
  laterHint: 'You may close this window; processing continues. See “Bulk actions” for the results.',
  stop: 'Stop',
  close: 'Close',
  mine: 'Bulk actions',
  refusedOnly: (n) => `Show only the ${n} not processed`,
  at: 'Time',
  state: 'Status',
  states: { queued: 'Queued', running: 'In progress', done: 'Completed', cancelled: 'Stopped', failed: 'Failed' },
  total: 'Attendees',
  done: 'Processed',
  refused: 'Not processed',
  outcomes: 'View results',
} satisfies Translation<typeof chinese>
