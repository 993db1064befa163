import type { Schemas } from '@/shared/api/types'
import type { Tone } from '@/ui/StateBadge.vue'

export type Badge = Schemas['BadgeView']
export type BadgeRow = Schemas['BadgeListRow']
export type Batch = Schemas['BadgeBatchRow']
export type Parcel = Schemas['ParcelView']
export type DeskPerson = Schemas['BadgeDeskPerson']
export type BadgeAccount = Schemas['BadgeAccountView']

export const badgeTones: Record<Badge['state'], Tone> = { awaiting: 'pending', in_production: 'progress', made: 'ok', sent: 'progress', collected: 'ok', revoked: 'bad' }
export const batchTones: Record<Batch['state'], Tone> = { printing: 'progress', ready: 'pending', made: 'ok', failed: 'bad', cancelled: 'neutral' }
export const parcelTones: Record<Parcel['state'], Tone> = { packed: 'pending', sent: 'ok' }
