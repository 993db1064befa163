// Badges as a test needs them: people are approved, batches are printed.
import type { Cast } from '../cast/cast.ts'
import { approvedTeam, awaitingReview, freeOption, review, type Attendee, type AttendeeForm, type Team } from './attendee.ts'
import type { Client, Problem, Schemas } from './client.ts'
import { confirmed } from './selection.ts'

export type Badge = Schemas['BadgeListRow']
export type Batch = Schemas['BadgeBatchRow'] & Partial<Problem>

export interface Visitors {
  team: Team
  option: string
  bureau: Client
}

export async function visitors(cast: Cast): Promise<Visitors> {
  const bureau = await cast.as('bureau')
  return { team: await approvedTeam(cast), option: await freeOption(bureau), bureau }
}

/** A person who has been approved, and so has a badge to be made. */
export async function approved({ team, option, bureau }: Visitors, wish: Partial<AttendeeForm> = {}): Promise<Attendee> {
  const attendee = await awaitingReview(team.client, option, wish)
  const answer = await review(bureau, (await bureau.get<Attendee>(`/attendees/${attendee.id}`)).body, 'approve')
  if (answer.status >= 300) throw new Error(`not approved: ${JSON.stringify(answer.body)}`)
  return (await bureau.get<Attendee>(`/attendees/${attendee.id}`)).body
}

export const badgesOf = async (client: Client, query: string): Promise<Badge[]> => (await client.get<{ items: Badge[] }>(`/badges?${query}&page_size=100`)).body.items

/** The newest badge of a person. */
export async function badgeOf(client: Client, attendee: { number: string }): Promise<Badge> {
  const found = await client.post<Schemas['BadgeDeskAnswer']>('/badge_desk_questions', { number: attendee.number })
  const id = found.body.people[0]!.badges[0]!.id
  return (await badgesOf(client, 'sort=-number')).find((badge) => badge.id === id)!
}

export const batchOf = (client: Client, filter: object, limit = 2000) =>
  confirmed<Batch>(client, '/badge_batches', '/badge_batches/previews', { filter: { state: [], kind: [], badge_type: [], ...filter }, limit })

/** A batch whose files are there. */
export async function ready(client: Client, filter: object): Promise<Batch> {
  const begun = await batchOf(client, filter)
  if (begun.status !== 200) throw new Error(`no batch: ${JSON.stringify(begun.body)}`)
  for (;;) {
    const { body } = await client.get<Batch>(`/badge_batches/${begun.body.id}`)
    if (body.state !== 'printing') return body
  }
}

export const finish = (client: Client, batch: Batch) => client.post<Batch>(`/badge_batches/${batch.id}/completions`)

/** Made and ready to be handed over. */
export async function made(client: Client, filter: object): Promise<Batch> {
  const answer = await finish(client, await ready(client, filter))
  if (answer.status !== 200) throw new Error(`not finished: ${JSON.stringify(answer.body)}`)
  return answer.body
}
