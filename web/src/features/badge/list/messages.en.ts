import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Badges',
  organization: 'Organization',
  organizationHint: 'Name or code',
  produce: 'New batch',
  produceTitle: 'New batch of badges',
  produceText: 'Takes waiting badges, organization by organization, and makes one PDF (a badge a page) and one list.',
  all: 'All',
  look: 'Look',
  confirm: (count) => `Confirm ${count} badge(s)`,
  finds: (count) => (count ? `This makes ${count} badge(s):` : 'No badge waits for a batch under these conditions'),
  unprintable: (count) => `${count} of them hold characters that no font has and would show boxes. Correct them first, or confirm that they are printed so:`,
  hasBoxes: 'Print them with boxes',
  most: 'At most',
  mostHint: '1 to 2000 badges',
  produced: (serial) => `Batch ${serial} is being made`,
  reissue: 'New badge',
  reissueTitle: (number) => `A new badge in place of ${number}`,
  reissueText: 'The old badge stops opening gates at once. The new one waits for a batch or for the printer at the desk.',
  reissueKinds: { reprint: 'Reprint (lost or spoilt)', replacement: 'Replacement (its face has changed)' },
  reason: 'Reason',
  reissued: (number) => `The new badge is ${number}`,
} satisfies Translation<typeof chinese>
