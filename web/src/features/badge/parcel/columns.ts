import { formatInstant } from '@/shared/time'
import type { Column } from '@/ui/table_column'
import type { Parcel } from '../badge'
import { parcelMessages as m } from './messages'

/** What the office and the receiver both see of a parcel. */
export const sharedColumns = (): Column<Parcel>[] => [
  { key: 'state', label: m.state },
  { key: 'badges', label: m.badges, align: 'right' },
  { key: 'recipient', label: m.recipient },
  { key: 'mobile_masked', label: m.mobile },
  { key: 'address', label: m.address, text: ({ postcode, region, address }) => `${postcode} ${region}${address}` },
  { key: 'courier', label: m.courier },
  { key: 'tracking_number', label: m.tracking },
  { key: 'sent_at', label: m.sentAt, sortable: true, text: ({ sent_at }) => formatInstant(sent_at) },
]
