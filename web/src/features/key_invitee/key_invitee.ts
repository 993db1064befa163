import type { Tone } from '@/ui/StateBadge.vue'
import type { Schemas } from '@/shared/api/types'

export type KeyInvitee = Schemas['KeyInviteeListRow']
export type Level = KeyInvitee['level']

export const invitationTones: Record<KeyInvitee['state'], Tone> = { recommended: 'pending', invited: 'progress', set_aside: 'returned', withdrawn: 'neutral' }
export const registrationTones: Record<KeyInvitee['registration'], Tone> = { here: 'ok', elsewhere: 'returned', not_yet: 'neutral' }
