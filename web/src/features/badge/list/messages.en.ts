import { count } from '@/shared/i18n/count'
import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Badges',
  organization: 'Organization',
  organizationHint: 'Name or USCC',
  produce: 'New production batch',
  produceTitle: 'New production batch',
  produceText: 'Takes badges awaiting production, organization by organization, and generates a PDF (one badge per page) and a list.',
  all: 'All',
  look: 'Preview',
  confirm: (n) => `Produce ${count(n, 'badge')}`,
  finds: (n) => (n ? `${count(n, 'badge')} will be produced:` : 'No badges awaiting production match these conditions'),
  unprintable: (n) => `${count(n, 'badge contains', 'badges contain')} characters missing from the font; these would print as boxes. Please correct them first, or confirm printing as is:`,
  hasBoxes: 'Print as is, with boxes for missing characters',
  most: 'Maximum number',
  mostHint: '1 to 2,000',
  produced: (serial) => `Batch ${serial} is being generated`,
  reissue: 'Reissue badge',
  reissueTitle: (number) => `Reissue badge ${number}`,
  reissueText: 'The old badge becomes invalid immediately. The new badge awaits production and can be produced in a batch or at the desk.',
  reissueKinds: { reprint: 'Reprint (lost or damaged)', replacement: 'Replacement (details changed)' },
  reason: 'Reason',
  reissued: (number) => `New badge ${number} created`,
} satisfies Translation<typeof chinese>
