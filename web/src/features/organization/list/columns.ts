import { waitingText } from '@/features/review/waiting'
import type { Schemas } from '@/shared/api/types'
import { localized } from '@/shared/i18n/messages'
import { fairDay, formatDay } from '@/shared/time'
import { uiMessages } from '@/ui/messages'
import type { Column } from '@/ui/table_column'
import { nameOf } from '../organization_name'
import { organizationMessages } from '../messages'
import { organizationListMessages as m } from './messages'

export type OrganizationRow = Schemas['OrganizationListRow']

/** The day at the fair; a time says nothing more here. */
const dayOf = (instant: string) => formatDay(fairDay(Date.parse(instant)))

export function contactOf({ contact_name, contact_title }: Pick<OrganizationRow, 'contact_name' | 'contact_title'>): string {
  return contact_title ? m.titled(contact_name, organizationMessages.titles[contact_title]) : contact_name
}

export function groupOf({ group_name_zh, group_name_en }: Pick<OrganizationRow, 'group_name_zh' | 'group_name_en'>): string {
  return localized({ name_zh: group_name_zh ?? '', name_en: group_name_en ?? '' }, 'name') || m.noGroup
}

export function answerText(answer: boolean | null | undefined): string {
  if (answer === null || answer === undefined) return ''
  return answer ? uiMessages.yes : uiMessages.no
}

/** The columns of the screen (ORG-09), and how long a review has been waited for. `purchaseWord` names a code. */
export function organizationColumns(purchaseWord: (code: string) => string): Column<OrganizationRow>[] {
  return [
    { key: 'number', label: m.number, sortable: true },
    { key: 'name_zh', label: m.name, fixed: 'left', sortable: true, text: nameOf },
    { key: 'contact_name', label: m.contact, text: contactOf },
    { key: 'purchase_5y_code', label: m.purchase5y, align: 'right', text: (row) => purchaseWord(row.purchase_5y_code) },
    { key: 'attendee_count', label: m.attendees, align: 'right', sortable: true },
    { key: 'state', label: m.state },
    { key: 'is_past', label: m.isPast, align: 'center', text: (row) => answerText(row.is_past) },
    { key: 'is_sme', label: m.isSme, align: 'center', text: (row) => answerText(row.is_sme) },
    { key: 'group', label: m.placedIn, text: groupOf },
    { key: 'submitted_at', label: m.submittedAt, sortable: true, text: (row) => (row.submitted_at ? dayOf(row.submitted_at) : null) },
    { key: 'awaiting_since', label: m.waiting, align: 'right', sortable: true, text: (row) => waitingText(row.awaiting_since) },
    { key: 'exported_at', label: m.exportState, sortable: true, text: (row) => (row.exported_at ? m.exportedOn(dayOf(row.exported_at)) : m.notExported) },
    { key: 'actions', label: uiMessages.actions, fixed: 'right' },
  ]
}
