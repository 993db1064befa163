import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Your registration',
  opinion: 'Opinion of the review',
  steps: {
    registration: 'Registration',
    form: 'Organization form',
    review: 'Organization review',
    people: 'Add people',
    payment: 'Badge fees',
    people_review: 'Review of people',
    badge: 'Badges',
  },
  stepStates: { done: 'Done', doing: 'In progress', to_do: 'To do', stopped: 'Not passed' },
  next: 'Next',
  nextSteps: {
    draft: 'Complete and submit the organization form',
    submitted: 'The system is reviewing your data; the result appears here by itself',
    awaiting_review: 'Await the review; the contact is told the result by SMS or e-mail',
    first_passed: 'The first review is passed; await the second one',
    approved: 'Your organization is approved',
    returned: 'Change what the opinion asks for, and submit again',
    rejected: 'You cannot register again for this edition; please contact your trading group with questions',
  },
  peopleSteps: {
    people: 'Fill in the people who will visit, then submit them for badges',
    payment: 'Submit the people who are complete for badges',
    people_review: 'Await the review of people; the result is sent by SMS or e-mail',
    badge: 'The people are approved; await their badges',
  },
  go: (step) => `Go to: ${step}`,
  renewTitle: 'Welcome back',
  renewText: (edition, name, number) =>
    `You registered for the ${edition} as “${name}” (number ${number}). Those data can begin this edition’s registration; you can change them before you submit.`,
  renew: 'Register with last edition’s data',
  none: 'No organization in this edition',
  noneHint: 'This account has no organization. If yours is not registered yet, sign out and register online; if a colleague registered it, sign in with that account.',
} satisfies Translation<typeof chinese>
