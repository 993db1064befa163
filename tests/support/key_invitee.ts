// Key organizations as a group recommends and invites them.
import type { Answer, Client, Problem, Schemas } from './client.ts'

export type Invitee = Schemas['KeyInviteeListRow'] & Partial<Problem>
export type Outcome = Schemas['BatchOutcome']
export type Batch = Answer<{ items: Outcome[] } & Partial<Problem>>

let mobiles = 0
/** A mobile that nobody else has, so that its messages are found. */
export const newMobile = () => `136${String(7_000_000 + ++mobiles).padStart(8, '0')}`

export const recommendation = (wish: Partial<Schemas['KeyInviteeRequest']> = {}): Schemas['KeyInviteeRequest'] => ({
  name: '上海邀请测试有限公司', contact_name: '王芳', level: 'key', reason: '年进口额居前', ...wish,
})

export async function recommend(by: Client, wish: Partial<Schemas['KeyInviteeRequest']> = {}): Promise<Invitee> {
  const answer = await by.post<Invitee>('/key_invitees', recommendation(wish))
  if (answer.status !== 200) throw new Error(`the recommendation was refused: ${JSON.stringify(answer.body)}`)
  return answer.body
}

export const invite = (by: Client, invitees: { id: string }[], channels = ['sms', 'email']): Promise<Batch> =>
  by.post('/key_invitations', { invitees: invitees.map(({ id }) => id), channels })
export const withdraw = (by: Client, invitees: { id: string }[]): Promise<Batch> => by.post('/key_invitee_withdrawals', { invitees: invitees.map(({ id }) => id) })
export const setAside = (by: Client, invitees: { id: string }[], reason = '今年没有进口计划'): Promise<Batch> =>
  by.post('/key_invitee_set_asides', { invitees: invitees.map(({ id }) => id), reason })

export const listed = async (by: Client, query: string): Promise<Invitee[]> => (await by.get<{ items: Invitee[] }>(`/key_invitees?page_size=200&${query}`)).body.items
export const rowOf = async (by: Client, { id, name }: { id: string; name: string }): Promise<Invitee> =>
  (await listed(by, `name=${encodeURIComponent(name)}`)).find((row) => row.id === id)!

export const mailsTo = async (client: Client, to: string) =>
  (await client.get<{ items: Schemas['ReadableMessage'][] }>(`/sandbox/messages?to=${encodeURIComponent(to)}`)).body.items

/** What stands behind the `#` of the newest link that was sent to this address. */
export async function tokenSentTo(client: Client, to: string): Promise<string> {
  const token = /\/register#([\w-]{43})/.exec((await mailsTo(client, to))[0]?.body ?? '')?.[1]
  if (!token) throw new Error(`no link was sent to ${to}`)
  return token
}

export const openLink = (client: Client, token: string) => client.post<Schemas['KeyInvitationPreview'] & Partial<Problem>>('/key_invitation_previews', { token })
