// People as a test needs them: valid documents, a drawn photo, and the ways through the API.
import type { Cast } from '../cast/cast.ts'
import type { Answer, Client, Problem, Schemas } from './client.ts'
import { registerAndSubmit, review as reviewOrganization, uscc, type Detail } from './organization.ts'
import { png } from './png.ts'

export type AttendeeForm = Schemas['AttendeeForm']
export type Attendee = Schemas['AttendeeDetail'] & Partial<Problem>
export type Outcome = Schemas['BatchOutcome']

/** The number of an 18-digit document with its check digit (GB 11643), from the 17 before it. */
export function withCheckDigit(first17: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, i) => total + weight * Number(first17[i]), 0)
  return first17 + '10X98765432'[sum % 11]
}

let people = 0

/** A valid resident identity number that nobody else has; odd ones are men's. */
export function residentId(): string {
  const n = ++people
  const day = String(1 + (Math.floor(n / 900) % 28)).padStart(2, '0')
  return withCheckDigit(`310115199103${day}${String(n % 900).padStart(3, '0')}`)
}

/** A portrait of 5:7, all of one shade. */
export const portrait = (shade = 150, width = 413, height = 578) => png(width, height, shade)

export const uploadPhoto = (client: Client, picture: Uint8Array = portrait()) =>
  client.call<Schemas['PhotoView'] & Partial<Problem>>('POST', '/my/attendee_photos', picture, { 'content-type': 'image/png' })

/** Agrees to the use of documents and photos (ACC-07). */
export async function consent(client: Client): Promise<void> {
  const { items } = (await client.get<Schemas['ListOf_ConsentView']>('/my/consents')).body
  const { document, current_version } = items.find((each) => each.document === 'sensitive_data')!
  const given = await client.post('/my/consents', { document, version: current_version })
  if (given.status >= 300) throw new Error(`the consent was refused: ${JSON.stringify(given.body)}`)
}

export interface Team {
  client: Client
  organization: Detail
  /** Of its contact. */
  mobile: string
}

let teams = 0

/** An organization that may fill in people: of a government body, which people approve. */
export async function approvedTeam(cast: Cast, group = 'G09', reviewers: Client[] = []): Promise<Team> {
  const { client, organization, wanted } = await registerAndSubmit(cast, { category: 'government', uscc: uscc(9000 + ++teams, '11'), trading_group_id: group })
  let reviewed = organization
  for (const reviewer of reviewers.length ? reviewers : [await cast.as('shanghai')]) {
    const answer = await reviewOrganization(reviewer, reviewed, 'approve')
    if (answer.status !== 200) throw new Error(`the organization was not approved: ${JSON.stringify(answer.body)}`)
    reviewed = answer.body
  }
  await consent(client)
  return { client, organization: reviewed, mobile: wanted.mobile! }
}

/** Entry dates that cost nothing, so that people go to the review without an order. */
export async function freeOption(bureau: Client): Promise<string> {
  const prices = [{ badge_type: 'professional', region_type: null, reuse: null, valid_from_on: null, valid_to_on: null, fee_fen: 0 }]
  const option = { code: 'free', name_zh: '11月10日', name_en: '10 November', from_on: '2025-11-10', to_on: '2025-11-10', position: 9, active: true, prices }
  const answer = await bureau.post('/editions/8/entry_options', option)
  if (answer.status !== 200) throw new Error(`the option was refused: ${JSON.stringify(answer.body)}`)
  return answer.body.id
}

export async function optionOf(client: Client, code: string): Promise<string> {
  const { items } = (await client.get<Schemas['ListOf_EntryOptionView']>('/editions/8/entry_options')).body
  return items.find((option) => option.code === code)!.id
}

/** A form that can be submitted; the photo is sent once for each client. */
export async function completeForm(client: Client, wish: Partial<AttendeeForm> = {}): Promise<AttendeeForm> {
  const photo_id = wish.photo_id === undefined ? (await uploadPhoto(client)).body.id : wish.photo_id
  return {
    name_zh: '李明',
    name_en: '',
    gender: null,
    region_type: 'mainland',
    document_type: 'resident_id',
    document_number: residentId(),
    nationality_code: '',
    birth_on: null,
    mobile: '13612345678',
    email: '',
    department: '采购部',
    position: '采购经理',
    position_category_code: 'purchasing',
    entry_option_id: wish.entry_option_id ?? (await optionOf(client, '6-10')),
    collection: 'onsite',
    courier_address_id: null,
    badge_type: 'professional',
    ...wish,
    photo_id,
  }
}

export const add = (client: Client, form: AttendeeForm, is_draft = false): Promise<Answer<Attendee>> => client.post('/my/attendees', { form, is_draft })

export const change = (client: Client, attendee: { id: string; version: number }, form: AttendeeForm, is_draft = false): Promise<Answer<Attendee>> =>
  client.put(`/my/attendees/${attendee.id}`, { form, is_draft }, attendee.version)

/** Adds a complete person; throws when it is refused. */
export async function added(client: Client, wish: Partial<AttendeeForm> = {}): Promise<Attendee> {
  const answer = await add(client, await completeForm(client, wish))
  if (answer.status !== 200) throw new Error(`the person was refused: ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** One act on several people; what became of each. */
export async function batch(client: Client, path: string, attendees: string[], more: object = {}): Promise<Outcome[]> {
  const answer = await client.post<{ items: Outcome[] } & Partial<Problem>>(path, { attendees, ...more })
  if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`)
  return answer.body.items
}

/** A person of a free option, submitted. */
export async function awaitingReview(client: Client, option: string, wish: Partial<AttendeeForm> = {}): Promise<Attendee> {
  const { id } = await added(client, { entry_option_id: option, ...wish })
  const [outcome] = await batch(client, '/my/attendee_submissions', [id])
  if (!outcome!.is_done) throw new Error(`not submitted: ${outcome!.reason}`)
  return (await client.get<Attendee>(`/my/attendees/${id}`)).body
}

export const review = (reviewer: Client, attendee: { id: string; version: number }, verdict: string, opinion = '') =>
  reviewer.post<Attendee>(`/attendees/${attendee.id}/reviews`, { verdict, opinion }, { 'if-match': `"${attendee.version}"` })
