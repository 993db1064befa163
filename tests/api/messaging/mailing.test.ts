// GRP-04: bulk e-mail to the rows of a list, previewed, limited per hour, with what became of each mail.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import type { Client, Schemas } from '../../support/client.ts'
import { confirmed } from '../../support/selection.ts'
import { Server } from '../../support/server.ts'

type Mailing = Schemas['MailingView']
type Detail = Schemas['MailingDetail']
type Recipients = Schemas['PageOf_RecipientRow']

const text = { subject: '致{organization}', body: '{contact}，您好！\n{group}提醒。' }
const order = (client: Client, choice: object = {}) => confirmed(client, '/admin/trading_groups/mailings', '/admin/trading_groups/mailing_previews', { ...text, ...choice })
const countsOf = (mailing: Detail) => Object.fromEntries(mailing.counts.map((one) => [one.state, one.recipients]))
const detailOf = async (client: Client, id: string) => (await client.get<Detail>(`/mailings/${id}`)).body

describe('while the jobs run', () => {
  let server: Server
  let cast: Cast
  let bureau: Client
  beforeAll(async () => {
    server = await Server.start()
    cast = new Cast(server)
    bureau = await cast.as('bureau')
  })
  afterAll(() => server.stop())

  test('a preview says how many it reaches and shows the first mails as they would be', async () => {
    const preview = await bureau.post<Schemas['MailingPreview']>('/admin/trading_groups/mailing_previews', { ...text, kind: 'group', q: '上海' })
    expect(preview.body).toEqual({
      recipients: 1,
      first: [{ name: '上海交易团', to_masked: expect.stringMatching(/\*.*@groups\.example$/), subject: '致上海交易团', body: '上海交易团，您好！\n中国国际进口博览局提醒。\n\n--\n本邮件由中国国际进口博览局发送。' }],
    })
    const wrong = await bureau.post('/admin/trading_groups/mailing_previews', { subject: '{organisation}', body: '' })
    expect(wrong.body.errors).toMatchObject([{ field: 'body' }])
    const unknown = await bureau.post('/admin/trading_groups/mailing_previews', { subject: '{organisation}', body: 'x' })
    expect(unknown.body.errors).toMatchObject([{ field: 'subject', code: 'mailing.placeholder_unknown' }])
    expect((await order(bureau, { subject: '{organisation}' })).status).toBe(422)
    expect((await order(bureau, { q: 'no such group' })).body.code).toBe('mailing.nobody')
  })

  test('every row of the list gets its mail, or is shown to have no address', async () => {
    const groups = (await bureau.get('/admin/trading_groups?family=central_enterprise')).body.total
    const ordered = await order(bureau, { family: 'central_enterprise' })
    expect(ordered.body).toMatchObject({ sender_name: '中国国际进口博览局', kind: 'trading_groups', subject: text.subject, recipients: 0 })
    let mailing: Detail
    do mailing = await detailOf(bureau, ordered.body.id)
    while (mailing.state !== 'done')
    const counts = countsOf(mailing)
    expect(mailing).toMatchObject({ recipients: groups, waits_until: null, finished_at: expect.any(String) })
    expect(counts.sent! + counts.no_address!).toBe(groups)
    const sent = (await bureau.get<Recipients>(`/mailings/${mailing.id}/recipients?state=sent`)).body
    expect(sent.total).toBe(counts.sent)
    expect(sent.items[0]).toMatchObject({ state: 'sent', to_masked: expect.stringContaining('*'), sent_at: expect.any(String), last_error: null })
    const without = (await bureau.get<Recipients>(`/mailings/${mailing.id}/recipients?state=no_address&sort=name`)).body
    expect(without.total).toBe(counts.no_address)
    expect(without.items[0]).toMatchObject({ to_masked: null, send_at: null })
    const outbox = (await bureau.get('/sandbox/messages?page_size=200')).body.items as Schemas['ReadableMessage'][]
    expect(outbox.filter((mail) => mail.channel === 'email' && mail.body.includes('\n--\n本邮件由中国国际进口博览局发送。\n\n退订：'))).toHaveLength(counts.sent!)
    expect((await bureau.post(`/mailings/${mailing.id}/cancellations`)).body.code).toBe('mailing.over')
    expect((await bureau.get(`/admin/audit_entries?subject=${mailing.id}`)).body.items[0]).toMatchObject({ action: 'mailing_added' })
  })

  test('a reader leaves the list with one click, and is not written to again', async () => {
    const chosen = (await bureau.get('/admin/trading_groups?kind=group&page_size=1&sort=name_zh')).body.items as { id: string }[]
    const mailingOf = async () => {
      const ordered = await order(bureau, { ids: chosen.map((group) => group.id) })
      let mailing: Detail
      do mailing = await detailOf(bureau, ordered.body.id)
      while (mailing.state !== 'done')
      return mailing
    }
    await mailingOf()
    const newest = (await bureau.get('/sandbox/messages?page_size=1')).body.items[0] as Schemas['ReadableMessage']
    const path = /https?:\/\/[^/]+(\/unsubscribe\/\S+)/.exec(newest.body)![1]!
    const asked = await fetch(server.url + path)
    expect(asked.status).toBe(200)
    expect(asked.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await asked.text()).toContain('<form method="post">')
    expect(countsOf(await mailingOf())).toEqual({ sent: 1 })
    const body = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'List-Unsubscribe=One-Click' }
    expect((await fetch(server.url + path + '0', body)).status).toBe(404)
    expect((await fetch(server.url + path, body)).status).toBe(200)
    expect((await fetch(server.url + path, body)).status).toBe(200)
    const mailing = await mailingOf()
    expect(countsOf(mailing)).toEqual({ unsubscribed: 1 })
    const row = (await bureau.get<Recipients>(`/mailings/${mailing.id}/recipients`)).body.items[0]
    expect(row).toMatchObject({ state: 'unsubscribed', to_masked: expect.stringContaining('*'), send_at: null })
    expect((await bureau.get('/admin/audit_entries?subject=bureau')).body.items[0]).toMatchObject({ action: 'mailing_list_left' })
  })

  test('the chosen rows only; a repeated click writes once', async () => {
    const chosen = (await bureau.get('/admin/trading_groups?kind=group&page_size=2')).body.items as { id: string }[]
    const key = { 'idempotency-key': 'chosen-rows' }
    const request = { ...text, ids: chosen.map((group) => group.id), confirmed_count: 2 }
    const [first, again] = [await bureau.post('/admin/trading_groups/mailings', request, key), await bureau.post('/admin/trading_groups/mailings', request, key)]
    expect(again.body.id).toBe(first.body.id)
    let mailing: Detail
    do mailing = await detailOf(bureau, first.body.id)
    while (mailing.state === 'queued')
    expect(mailing.recipients).toBe(2)
    expect((await bureau.get('/mailings?page_size=10')).body.items.map((one: Mailing) => one.id)).toContain(mailing.id)
  })

  test('a neighbour’s mailing does not exist; viewers and others write to nobody', async () => {
    // Signed in before the mail is on its way: a code is read from the newest message.
    const others = ['shanghaiViewer', 'finance', 'auditor', 'acme'] as const
    const readers = ['shanghaiOperator', 'reviewer'] as const
    const shanghai = await cast.as('shanghai')
    for (const player of [...others, ...readers]) await cast.as(player)
    const { id } = (await order(bureau, { q: '上海' })).body
    expect((await shanghai.get('/mailings')).body.total).toBe(0)
    for (const path of [`/mailings/${id}`, `/mailings/${id}/recipients`]) expect((await shanghai.get(path)).status).toBe(404)
    expect((await shanghai.post(`/mailings/${id}/cancellations`)).status).toBe(404)
    expect((await order(shanghai)).status).toBe(403)
    for (const player of others) expect((await (await cast.as(player)).get('/mailings')).status).toBe(403)
    for (const player of readers) expect((await (await cast.as(player)).get('/mailings')).status).toBe(200)
  })

  test('there are texts to begin with, in both languages, and each can be sent', async () => {
    const { items } = (await bureau.get<{ items: Schemas['MailingTemplate'][] }>('/mailing_templates')).body
    expect(items.length).toBeGreaterThan(2)
    for (const one of items) {
      expect((await bureau.post('/admin/trading_groups/mailing_previews', { subject: one.subject_zh, body: one.body_zh })).status).toBe(200)
      expect((await bureau.post('/admin/trading_groups/mailing_previews', { subject: one.subject_en, body: one.body_en })).status).toBe(200)
    }
  })
})

describe('with five mails an hour', () => {
  let server: Server
  let bureau: Client
  beforeAll(async () => {
    server = await Server.start({ EXPOGATE_JOBS_THREADS: '0', EXPOGATE_JOBS_SLOW_THREADS: '0', EXPOGATE_MAIL_PER_HOUR: '5' })
    bureau = await new Cast(server).as('bureau')
  })
  afterAll(() => server.stop())

  const groups = { kind: 'group', family: 'regional' }
  let cancelled: string

  test('five go at once, the rest waits for the next hours and says until when', async () => {
    const { id } = (await order(bureau, groups)).body
    expect(await detailOf(bureau, id)).toMatchObject({ state: 'queued', recipients: 0 })
    server.command('work', '--once')
    const mailing = await detailOf(bureau, id)
    expect(mailing).toMatchObject({ state: 'sending', waits_until: '2025-10-10T02:00:00.000Z' })
    expect(countsOf(mailing)).toMatchObject({ sent: 5, queued: mailing.recipients - 5 })
    cancelled = id
  })

  test('cancelled by two at the same moment it is cancelled once, and nothing more is ever sent', async () => {
    const answers = await Promise.all([bureau.post(`/mailings/${cancelled}/cancellations`), bureau.post(`/mailings/${cancelled}/cancellations`)])
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
    expect(answers.find((answer) => answer.status === 409)!.body.code).toBe('mailing.over')
    const before = await detailOf(bureau, cancelled)
    expect(before).toMatchObject({ state: 'cancelled', waits_until: null })
    expect(countsOf(before)).toEqual({ sent: 5, cancelled: before.recipients - 5 })
    await server.moveClock(24 * 3600)
    server.command('work', '--once')
    bureau = await new Cast(server).signIn('bureau')
    expect(countsOf(await detailOf(bureau, cancelled))).toEqual(countsOf(before))
    const waiting = (await bureau.get('/admin/messages?channel=email&page_size=200')).body.items as Schemas['MessageRow'][]
    expect(waiting.filter((mail) => mail.message_template === 'mailing' && mail.state !== 'sent')).toEqual([])
  })

  test('a mailing cancelled before it began sends nothing; what it would have taken is free for the next', async () => {
    const first = (await order(bureau, groups)).body
    await bureau.post(`/mailings/${first.id}/cancellations`)
    const { id } = (await order(bureau, groups)).body
    server.command('work', '--once')
    expect(countsOf(await detailOf(bureau, first.id))).toEqual({})
    expect(countsOf(await detailOf(bureau, id))).toMatchObject({ sent: 5 })
  })
})
