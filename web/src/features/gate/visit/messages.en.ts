import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Admitted visitors',
  day: 'Entry date',
  firstEntered: 'First admitted',
  lastPassage: 'Last scan',
  entries: 'Admissions',
  inside: 'Still inside that day',
  organization: 'Organization',
  organizationHint: 'Name or USCC',
  group: 'Trading group',
  placement: 'Belongs to',
  placements: { direct: 'Direct organization', subordinate: 'Subgroup organization' },
  lastWas: { yes: 'Inside', no: 'Exited' },
} satisfies Translation<typeof chinese>
