// GRP-04, ATT-08: a group writes to the people of its lists.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import { added, approvedTeam, type Team } from '../../support/attendee.ts'
import type { Client, Schemas } from '../../support/client.ts'
import { confirmed } from '../../support/selection.ts'
import { Server } from '../../support/server.ts'

let server: Server
let cast: Cast
let shanghai: Client
let team: Team
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  shanghai = await cast.as('shanghai')
  team = await approvedTeam(cast)
})
afterAll(() => server.stop())

const text = { subject: '致{contact}', body: '{contact}，{organization}：{group}提醒。' }
const filter = (wish: object = {}) => ({ state: [], badge_type: [], entry_option_id: [], sponsorship: [], badge_state: [], id: [], organization_id: team.organization.id, ...wish })
const order = (client: Client, wish: object = {}) => confirmed(client, '/attendees/mailings', '/attendees/mailing_previews', { filter: filter(wish), ...text })

test('each of them gets the mail, in their name; whoever has no address is shown to have none', async () => {
  await added(team.client, { name_zh: '周有址', email: 'zhou@example.com' })
  const without = await added(team.client, { name_zh: '吴无址', email: '' })
  const foreign = await added(team.client, { name_zh: '', name_en: 'Ada Berg', region_type: 'foreign', document_type: 'passport', document_number: 'C01X00T47', gender: 'female', birth_on: '1980-08-12', nationality_code: 'DE', email: 'ada@example.com' })
  const preview = (await shanghai.post<Schemas['MailingPreview']>('/attendees/mailing_previews', { filter: filter(), ...text })).body
  expect(preview.recipients).toBe(3)
  expect(preview.first.map(({ subject }) => subject)).toEqual(['致周有址', '致吴无址', '致Ada Berg'])
  expect(preview.first[0]!.body).toContain(`周有址，${team.organization.name_zh}：上海交易团提醒。`)

  const ordered = await order(shanghai)
  expect(ordered.body).toMatchObject({ sender_name: '上海交易团', kind: 'attendees' })
  await expect.poll(async () => (await shanghai.get(`/mailings/${ordered.body.id}`)).body.state, { timeout: 30_000 }).toBe('done')
  const recipients = (await shanghai.get<Schemas['PageOf_RecipientRow']>(`/mailings/${ordered.body.id}/recipients`)).body.items
  expect(Object.fromEntries(recipients.map((row) => [row.name, row.state]))).toEqual({ 周有址: 'sent', 吴无址: 'no_address', 'Ada Berg': 'sent' })
  const mails = (await shanghai.get('/sandbox/messages?to=ada@example.com')).body.items as Schemas['ReadableMessage'][]
  expect(mails[0]).toMatchObject({ subject: '致Ada Berg', body: expect.stringContaining('This mail was sent by') })

  expect((await shanghai.post('/attendees/mailing_previews', { filter: filter({ id: [without.id, foreign.id] }), ...text })).body.recipients).toBe(2)
})

test('nobody writes to people of others, and viewers to nobody', async () => {
  const beijing = await cast.as('beijing')
  expect((await beijing.post('/attendees/mailing_previews', { filter: filter(), ...text })).body.recipients).toBe(0)
  expect((await order(beijing)).body.code).toBe('mailing.nobody')
  expect((await order(await cast.as('shanghaiViewer'))).status).toBe(403)
  expect((await order(shanghai, { name: '不在其中' })).body.code).toBe('mailing.nobody')
})
