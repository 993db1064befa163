import { count } from '@/shared/i18n/count'
import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Your registration',
  opinion: 'Review comments',
  steps: {
    registration: 'Registration',
    form: 'Organization details',
    review: 'Organization review',
    people: 'Add attendees',
    payment: 'Badge fees',
    people_review: 'Attendee review',
    badge: 'Badges',
  },
  stepStates: { done: 'Completed', doing: 'In progress', to_do: 'Not started', stopped: 'Not passed', closed: 'Closed' },
  next: 'Next step',
  nextSteps: {
    draft: 'Complete and submit your organization’s details',
    submitted: 'Automatic review in progress; the result will appear here',
    awaiting_review: 'Awaiting review; the contact will be notified of the result by SMS or e-mail',
    first_passed: 'First review passed; awaiting the second review by the trading group',
    approved: 'Your organization has been approved',
    returned: 'Make the changes requested in the review comments and submit again',
    rejected: 'You cannot register again for this edition. Please contact your trading group if you have any questions.',
  },
  peopleSteps: {
    people: 'Add your attendees, then submit them for badges',
    payment: 'Submit completed attendees for badges',
    people_review: 'Awaiting attendee review; you will be notified of the result by SMS or e-mail',
    badge: 'Attendees approved; badges awaiting production and collection',
  },
  returned: (people) => `${count(people, 'attendee')} returned for changes: make the changes requested in the review comments and submit again`,
  closed: {
    form: 'Registration has closed; details that were not submitted can no longer be submitted',
    people: 'Registration has closed; no more attendees can be added or submitted. Submitted attendees are still being processed',
    payment: 'Payment has closed; unpaid attendees can no longer receive badges',
  },
  go: (step) => `Go to: ${step}`,
  renewTitle: 'Welcome back',
  renewText: (edition, name, number) => `You registered for the ${edition} as “${name}” (number ${number}). You can start this edition’s registration with the same details and change them before submitting.`,
  renew: 'Register with previous details',
  none: 'Your organization is not registered for this edition',
  noneHint: 'There is no organization linked to this account. If yours has not registered yet, sign out and register online; if a colleague has registered it, please sign in with that account.',
} satisfies Translation<typeof chinese>
