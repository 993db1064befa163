import { count } from '@/shared/i18n/count'
import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  verdict: 'Review result',
  verdicts: {
    approve: 'Approve',
    reject: 'Reject',
    return_for_changes: 'Return for changes',
  },
  verdictMissing: 'Please select a review result',
  opinion: 'Review comments',
  opinionLength: (n, most) => `${n} of ${count(most, 'character')}; will be sent by SMS or e-mail.`,
  phrasesTitle: 'Common comments',
  rejectFinally: 'Confirm rejection',
  decided: (name, verdict) => `${name}: ${verdict}`,
  decideAndNext: 'Submit and review next',
  keys: 'Press 1, 2 or 3 to select the result; Ctrl + Enter to submit and review the next; Esc to cancel.',
  reloaded: 'The details have just been updated and reloaded. Your comments have been kept; please check and submit again.',
  conflictHint: 'Your review was not submitted.',
  next: 'Review next',
  allDone: 'All reviewed',
  allDoneHint: 'Nothing awaits your review with the current filters. Thank you.',
  othersAtWork: (n) => (n === 1 ? 'The last one is being reviewed by a colleague' : `The remaining ${n} are being reviewed by colleagues`),
  othersAtWorkHint: 'Any left undecided will return to the list.',
  backToList: 'Back to the list',
  waitingSince: (duration, since) => `Waiting for ${duration} (since ${since})`,
  waitingDays: (n) => count(n, 'day'),
  waitingHours: (n) => count(n, 'hour'),
  remaining: (n) => `${n} left to review with the current filters`,
  visitedBy: (name, since) => `${name} is viewing this (since ${since})`,
  history: 'History',
  data: 'Details',
  unmask: 'Show full details',
  unmaskText: 'Viewing full personal details is recorded in the audit log. Please state your reason.',
  unmaskReason: 'Reason',
} satisfies Translation<typeof chinese>
