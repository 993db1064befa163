import type { Tone } from '@/ui/StateBadge.vue'
import type { AttendeeRow } from '../attendee'

export type IdentityState = AttendeeRow['identity_state']

export const identityTones: Record<IdentityState, Tone> = { not_asked: 'neutral', matched: 'ok', failed: 'bad', unavailable: 'pending', waived: 'progress' }
