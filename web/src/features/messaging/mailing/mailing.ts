import type { Schemas } from '@/shared/api/types'
import type { Tone } from '@/ui/StateBadge.vue'

export type Mailing = Schemas['MailingView']
export type Recipient = Schemas['RecipientRow']

export const mailingTones: Record<Mailing['state'], Tone> = { queued: 'pending', sending: 'progress', done: 'ok', cancelled: 'neutral' }

export const recipientTones: Record<Recipient['state'], Tone> = {
  queued: 'pending',
  sent: 'ok',
  failed: 'returned',
  dead: 'bad',
  no_address: 'neutral',
  unsubscribed: 'neutral',
  cancelled: 'neutral',
}
