// Addresses are written down in many places: by proxies, in histories, by whoever is sent one. No token stands in one, no document and
// no mobile number; of people only the names that lists are searched by, which no log repeats.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import { root, Server } from '../../support/server.ts'

interface Operation {
  operationId: string
  parameters?: { name: string; in: string }[]
}
const document = JSON.parse(readFileSync(resolve(root, 'api/openapi.json'), 'utf8')) as { paths: Record<string, Record<string, Operation>> }
const parameters = Object.values(document.paths)
  .flatMap((methods) => Object.values(methods))
  .flatMap(({ operationId, parameters = [] }) => parameters.map(({ name, in: place }) => ({ operation: operationId, name, place })))
const inAddress = parameters.filter(({ place }) => place === 'path' || place === 'query')

let server: Server
let cast: Cast
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
})
afterAll(() => server.stop())

test('no token, code or secret is part of an address, but for leaving a mailing list by one click (RFC 8058)', () => {
  const secret = inAddress.filter(({ name }) => /token|secret|password|proof|signature|captcha|session|(^|_)key$|^code$/.test(name))
  expect(secret.map(({ operation, name }) => `${operation} ${name}`).sort()).toEqual(['mailing_list_departure_get proof', 'mailing_list_leave proof'])
})

test('people stand in the queries of searches alone; the list may only shrink', () => {
  const personal = inAddress.filter(({ name }) => /mobile|email|document|birth|contact|account|payer|^to$|^name$|^q$|person/.test(name))
  expect([...new Set(personal.map(({ operation }) => operation))].sort()).toEqual([
    'account_list', 'article_list', 'attendee_list', 'attendee_review_next_get', 'badge_list', 'catalogue_item_list', 'group_payment_list', 'group_quota_list',
    'key_invitee_list', 'my_attendee_list', 'my_past_attendee_list', 'organization_list', 'review_next_get', 'sandbox_message_list', 'sponsored_attendee_list',
    'sponsored_attendee_total', 'statement_line_list', 'trading_group_list', 'transfer_list', 'visit_list',
  ])
  expect(personal.filter(({ place }) => place === 'path')).toEqual([])
  expect(personal.filter(({ name }) => /mobile|email|document|birth/.test(name))).toEqual([])
})

test('a document or mobile number is sought by a header; in the address it is refused by its name', async () => {
  const bureau = await cast.as('bureau')
  const { items } = (await bureau.get('/attendees?page_size=1')).body
  const { document_number } = (await bureau.post(`/attendees/${items[0].id}/unmaskings`, { reason: '核对' })).body
  const found = async (document: string) => (await bureau.get('/attendees', { 'sought-document': document })).body.items?.map(({ id }: { id: string }) => id)
  expect(await found(document_number)).toContain(items[0].id)
  expect(await found(encodeURIComponent(`\uff11${document_number.slice(1)}`)), 'as people paste it').toEqual(document_number.startsWith('1') ? [items[0].id] : [])
  expect(await found('nobody')).toEqual([])
  expect((await bureau.get('/attendees', { 'sought-document': '%zz' })).status).toBe(400)
  for (const path of [`/attendees?document=${document_number}`, '/admin/accounts?mobile=13900001111', '/my/past_attendees?document=x'])
    expect(await fetch(`${server.url}/api/v1${path}`, { headers: { cookie: bureau.cookie } }).then(async (answer) => [answer.status, (await answer.json()).errors.map(({ code }: { code: string }) => code)]), path).toEqual([422, ['request.sought_in_address']])
})

test('no log repeats what stood in an address, a body or a header', async () => {
  const bureau = await cast.as('bureau')
  const nobody = cast.nobody()
  const secrets = ['110101199003074477', '13912340987', '搜索某人', 'somebody@nordwind.example', 'ttttttoken-of-a-link', 'Secret#Password1']
  const [document, mobile, name, email, token, password] = secrets as [string, string, string, string, string, string]
  await bureau.get(`/attendees?document=${document}`)
  await bureau.get(`/admin/accounts?mobile=${mobile}`)
  await bureau.get(`/attendees?name=${encodeURIComponent(name)}&state=nonsense`)
  await nobody.get(`/nowhere/${token}?document=${document}`)
  await nobody.get('/colleague_invitation', { 'link-token': token })
  await nobody.post('/account_links/lookups', { token })
  await nobody.post('/session', { door: 'visitor', name: email, password })
  await nobody.post('/session', { door: 'visitor', name: mobile, password })
  await nobody.call('POST', '/session', `{"name": "${email}", "password": "${password}"`, { 'content-type': 'application/json' })
  // One line more than all of these have made.
  await nobody.get('/system')
  const log = server.lines.join('\n')
  for (const secret of secrets) expect(log).not.toContain(secret)
})

test('the proxy’s sample writes no query either', () => {
  const sample = readFileSync(resolve(root, 'deploy/nginx.conf'), 'utf8').replace(/^\s*#.*$/gm, '')
  expect(sample).toMatch(/access_log \S+ without_query;/)
  expect(/log_format without_query ([^;]+);/.exec(sample)![1]).not.toMatch(/\$(request|request_uri|args|query_string|http_referer)\b/)
  expect(sample).toMatch(/error_log \S+ crit;/)
})
