import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  registrations: 'Registrations and reviews',
  entries: 'Entries',
  group: 'Trading group',
  from: 'Registered from',
  to: 'to',
  show: 'Show',
  export: 'Export',
  total: 'Total',
  all: 'All trading groups',
  asOf: (at) => `As of ${at}`,
  chart: 'People registered, and submitted',
  chartOf: (name, attendees, locked) => `${name}: ${attendees} people registered, ${locked} of them submitted`,
  definition:
    'Registered people are those filled in and not voided; submitted ones are in review or approved; badges are ordered for those approved. Days are those on which organizations registered and people were filled in.',
  figures: {
    organizations: 'Registered organizations',
    enterprises: 'Enterprises',
    attendees: 'Registered people',
    enterprise_attendees: 'Of enterprises',
    approved_organizations: 'Approved organizations',
    approved_enterprises: 'Enterprises',
    locked_attendees: 'Submitted people',
    locked_enterprise_attendees: 'Of enterprises',
    badge_attendees: 'Badges ordered',
    badge_enterprise_attendees: 'Of enterprises',
  },

  entriesFrom: 'Entered from',
  visits: 'People who came',
  entryChart: 'People approved, and people who came',
  entryChartOf: (name, approved, entered) => `${name}: ${approved} people approved, ${entered} of them came`,
  entryDefinition: 'People who came count once, each day counts a person once, visits are the sum of the days. Approved people do not depend on the days asked for.',
  entryDay: (day) => `${Number(day.slice(8))}/${Number(day.slice(5, 7))}`,
  entryFigures: {
    approved_attendees: 'Approved people',
    entered_organizations: 'Organizations that came',
    entered_attendees: 'People who came',
    entered_of_enterprises: 'Of enterprises',
    person_days: 'Visits',
  },
} satisfies Translation<typeof chinese>
