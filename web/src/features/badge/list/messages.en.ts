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
