// BDG-01, BDG-02: batches of badges, from the approval to the printed page, read back by other programs.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import { approved, badgeOf, badgesOf, batchOf, finish, made, ready, visitors, type Visitors } from '../../support/badge.ts'
import { portrait, uploadPhoto } from '../../support/attendee.ts'
import type { Client, Schemas } from '../../support/client.ts'
import { codesOf, fontsOf, pdfType, textsOf } from '../../support/pdf.ts'
import { Server } from '../../support/server.ts'
import { readSheet } from '../../support/sheet.ts'

let server: Server
let cast: Cast
let group: Visitors
let desk: Client
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  group = await visitors(cast)
  desk = await cast.as('badges')
})
afterAll(() => server.stop())

const of = () => ({ organization_id: group.team.organization.id })

describe('a batch', () => {
  test('takes in who waits, prints a page and a line for each, and makes the badges', async () => {
    const rare = await approved(group, { name_zh: '䶮㛃', name_en: 'Rare Name', position: '=1+1' })
    const other = await approved(group, { name_zh: '张伟', photo_id: (await uploadPhoto(group.team.client, portrait(60))).body.id })
    expect(await badgeOf(desk, rare)).toMatchObject({ state: 'awaiting', kind: 'first', number: expect.stringMatching(/^B8-\d{8}$/), name_zh: '䶮㛃', entry_option_zh: '11月10日' })
    const batch = await ready(desk, of())
    expect(batch).toMatchObject({ state: 'ready', badges: 2, badges_done: 2, revoked: 0, created_by_name: expect.any(String), error_code: null })
    expect((await badgesOf(desk, `batch_id=${batch.id}`)).map((badge) => badge.state)).toEqual(['in_production', 'in_production'])

    const pdf = await desk.download(`/badge_batches/${batch.id}/pdf`)
    expect(pdf.headers.get('content-type')).toBe(pdfType)
    const pages = textsOf(pdf.body)
    expect(pages).toHaveLength(2)
    for (const word of ['䶮㛃', 'Rare Name', '=1+1', group.team.organization.name_zh, '11月10日', '10 November', '专业观众', 'Professional visitor']) expect(pages[0]).toContain(word)
    expect(pages[1]).toContain('张伟')
    for (const font of fontsOf(pdf.body)) expect(font).toMatchObject({ isEmbedded: true, hasUnicode: true })
    const codes = codesOf(pdf.body)
    expect(new Set(codes).size).toBe(2)
    for (const [i, code] of codes.entries()) {
      const { people } = (await desk.post<Schemas['BadgeDeskAnswer']>('/badge_desk_questions', { code })).body
      expect(people.map(({ id }) => id)).toEqual([[rare, other][i]!.id])
    }

    const { rows, note } = readSheet((await desk.download(`/badge_batches/${batch.id}/list`)).body)
    expect(rows.slice(1).map((row) => [row[0], row[2], row[5]])).toEqual([[1, '䶮㛃', '=1+1'], [2, '张伟', '采购经理']])
    expect(note).toContain(`制证批次 Batch ${batch.serial}`)

    expect((await finish(desk, batch)).body).toMatchObject({ state: 'made', finished_at: expect.any(String) })
    expect((await badgesOf(desk, `batch_id=${batch.id}`)).map((badge) => badge.state)).toEqual(['made', 'made'])
    expect((await finish(desk, batch)).body).toMatchObject({ code: 'badge_batch.not_in_state' })
  })

  test('shows in lists of people how far each badge is', async () => {
    const waiting = await approved(group, { name_zh: '冯待制' })
    const people = (query: string) => group.bureau.get<Schemas['PageOf_AttendeeListRow']>(`/attendees?organization_id=${group.team.organization.id}&${query}`)
    expect((await people('badge_state=awaiting')).body.items).toMatchObject([{ id: waiting.id, badge_state: 'awaiting' }])
    await made(desk, of())
    expect((await people('badge_state=awaiting')).body.total).toBe(0)
    expect((await people('badge_state=made&name=冯待制')).body.items).toMatchObject([{ badge_state: 'made' }])
    await group.bureau.post('/attendee_voids', { attendees: [waiting.id], reason: '不再参会' })
    expect((await people('badge_state=revoked')).body.items).toMatchObject([{ id: waiting.id, badge_state: 'revoked' }])
    expect((await people('badge_state=revoked&badge_state=made')).body.total).toBeGreaterThan(1)
  })

  test('tells its people where to go, with the address of the electronic badge', async () => {
    await approved(group, { name_zh: '孙小美', mobile: '13698765432' })
    await made(desk, of())
    const told = await newest(server, '13698765432', /已制作完成/)
    expect(told).toMatch(/孙小美，您的证件（B8-\d{8}）已制作完成.*http\S+\/e_badge#\S+/)
  })

  test('that is cancelled sets its badges free; another takes them', async () => {
    const attendee = await approved(group)
    const batch = await ready(desk, of())
    const cancelled = await desk.post(`/badge_batches/${batch.id}/cancellations`)
    expect(cancelled.body).toMatchObject({ state: 'cancelled' })
    expect(await badgeOf(desk, attendee)).toMatchObject({ state: 'awaiting', batch_id: null, produced_at: null })
    expect((await desk.get(`/badge_batches/${batch.id}/pdf`)).body).toMatchObject({ code: 'badge_batch.not_in_state' })
    expect((await desk.post(`/badge_batches/${batch.id}/retries`)).body).toMatchObject({ code: 'badge_batch.not_in_state' })
    expect((await made(desk, of())).badges).toBe(1)
    expect((await batchOf(desk, of())).body).toMatchObject({ code: 'badge_batch.empty' })
  })

  test('leaves out whoever is voided before it is finished, and says how many pages to take away', async () => {
    const voided = await approved(group)
    const stays = await approved(group)
    const batch = await ready(desk, of())
    await group.bureau.post('/attendee_voids', { attendees: [voided.id], reason: '本人不再参观' })
    expect((await desk.get(`/badge_batches/${batch.id}`)).body).toMatchObject({ revoked: 1 })
    await finish(desk, batch)
    expect(await badgeOf(desk, voided)).toMatchObject({ state: 'revoked', revoked_reason: 'voided' })
    expect(await badgeOf(desk, stays)).toMatchObject({ state: 'made' })
  })

  test('never has a badge that another has too', async () => {
    for (let i = 0; i < 6; i++) await approved(group)
    const batches = await Promise.all(Array.from({ length: 4 }, () => batchOf(desk, of(), 3)))
    const taken = batches.filter(({ status }) => status === 200).map(({ body }) => body.badges)
    expect(taken.reduce((sum, each) => sum + each, 0)).toBe(6)
    for (const { body } of batches.filter(({ status }) => status !== 200)) expect(body.code).toBe('badge_batch.empty')
    const numbers = (await badgesOf(desk, `${new URLSearchParams({ organization_id: of().organization_id })}&state=in_production`)).map((badge) => badge.number)
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  test('is made by those who may, of 1 to 2,000 badges', async () => {
    const reviewer = await cast.as('reviewer')
    expect((await batchOf(reviewer, of())).status).toBe(403)
    expect((await reviewer.get('/badge_batches')).status).toBe(200)
    expect((await (await cast.as('shanghai')).get('/badge_batches')).status).toBe(403)
    for (const limit of [0, 2001]) expect((await batchOf(desk, of(), limit)).body).toMatchObject({ errors: [{ field: 'limit' }] })
  })
})

/** What was told to somebody last, once the news has been written. */
async function newest(on: Server, to: string, words: RegExp): Promise<string> {
  const client = new Cast(on).nobody()
  for (;;) {
    const { body } = await client.get<Schemas['PageOf_ReadableMessage']>(`/sandbox/messages?to=${to}`)
    const found = body.items.find((message) => words.test(message.body))
    if (found) return found.body
  }
}
