import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'People who came',
  day: 'Day',
  firstEntered: 'First entered',
  lastPassage: 'Last passage',
  entries: 'Entries',
  inside: 'Has not left that day',
  organization: 'Organization',
  organizationHint: 'Name or USCC',
  group: 'Trading group',
  placement: 'Belongs to',
  placements: { direct: 'The group itself', subordinate: 'Its subgroups' },
  lastWas: { yes: 'Inside', no: 'Left' },
} satisfies Translation<typeof chinese>
