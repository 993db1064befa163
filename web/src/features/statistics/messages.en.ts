import { count } from '@/shared/i18n/count'
import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  registrations: 'Registrations and reviews',
  entries: 'Admissions',
  group: 'Trading group',
  from: 'Registered from',
  to: 'to',
  show: 'Show',
  export: 'Export',
  total: 'Total',
  all: 'All trading groups',
  asOf: (at) => `As of ${at}`,
  chart: 'Attendees registered and submitted',
  chartOf: (name, attendees, locked) => `${name}: ${count(attendees, 'attendee')} registered, ${locked} of them submitted`,
  definition: 'Registered attendees have been entered and not voided; submitted attendees are awaiting review or approved; badge applications are those of approved attendees whose badges go into production. Dates are those on which the organization registered and the attendee was entered.',
  figures: {
    organizations: 'Registered organizations',
    enterprises: 'Of which enterprises',
    attendees: 'Registered attendees',
    enterprise_attendees: 'Of which from enterprises',
    approved_organizations: 'Approved organizations',
    approved_enterprises: 'Of which enterprises',
    locked_attendees: 'Submitted attendees',
    locked_enterprise_attendees: 'Of which from enterprises',
    badge_attendees: 'Badge applications',
    badge_enterprise_attendees: 'Of which from enterprises',
  },

  entriesFrom: 'Admitted from',
  visits: 'Admitted visitors',
  entryChart: 'Attendees approved and admitted',
  entryChartOf: (name, approved, entered) => `${name}: ${count(approved, 'attendee')} approved, ${entered} of them admitted`,
  entryDefinition: 'Admitted visitors are counted once each, and once per day in the daily figures; total visits are the sum of the days. The number approved is not affected by the date filter.',
  entryFigures: {
    approved_attendees: 'Approved attendees',
    entered_organizations: 'Organizations admitted',
    entered_attendees: 'Visitors admitted',
    entered_of_enterprises: 'Of which from enterprises',
    person_days: 'Total visits',
  },
} satisfies Translation<typeof chinese>
