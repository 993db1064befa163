import { answerOf, api } from '@/shared/api/client'

/** What an organization does to several of its people at once, in the order of the screen (ATT-06). */
export const ownBatches = ['changeEntryOption', 'removePeople', 'confirmPeople', 'submitPeople'] as const
export type OwnBatch = (typeof ownBatches)[number]

export function send(batch: OwnBatch, attendees: string[], entry_option_id: string) {
  const body = { attendees }
  switch (batch) {
    case 'changeEntryOption':
      return answerOf(api.POST('/my/attendee_entry_options', { body: { attendees, entry_option_id } }))
    case 'removePeople':
      return answerOf(api.POST('/my/attendee_removals', { body }))
    case 'confirmPeople':
      return answerOf(api.POST('/my/attendee_confirmations', { body }))
    case 'submitPeople':
      return answerOf(api.POST('/my/attendee_submissions', { body }))
  }
}
