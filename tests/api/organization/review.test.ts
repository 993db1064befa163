import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import type { Client, Schemas } from '../../support/client.ts'
import { completed, decided, register, registerAndSubmit, review, submit, uscc, type FormView } from '../../support/organization.ts'
import { drawnLicence } from '../../support/licence.ts'
import { Server } from '../../support/server.ts'

let server: Server
let cast: Cast
let shanghai: Client
let beijing: Client
let haidian: Client
let bureau: Client
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  shanghai = await cast.as('shanghai')
  beijing = await cast.as('beijing')
  haidian = await cast.as('haidian')
  bureau = await cast.as('bureau')
})
afterAll(() => server.stop())

let handedOver = ''
let codes = 0
/** A government body that waits for people, under a group. */
const awaiting = (group = 'G09') => registerAndSubmit(cast, { category: 'government', uscc: uscc(500 + ++codes, '11'), trading_group_id: group })
const newestMail = async (to: string) => (await cast.nobody().get<Schemas['PageOf_ReadableMessage']>(`/sandbox/messages?to=${encodeURIComponent(to)}`)).body.items[0]!
const detail = async (reader: Client, id: string) => (await reader.get(`/organizations/${id}`)).body

describe('the silent review (ORG-05)', () => {
  test('approves at once when the licence says what was typed, and records why', async () => {
    const licence = { name: '上海晨曦国际贸易有限公司', uscc: uscc(7001) }
    const { client } = await register(cast, { name_zh: licence.name, uscc: licence.uscc }, drawnLicence(licence))
    expect((await submit(client)).status).toBe(200)
    const own = await decided(client)
    expect(own.state).toBe('approved')
    expect(own.history.at(-1)).toMatchObject({ event: 'approved_automatically', reasons: ['licence_matches'] })
    const seen = await detail(shanghai, own.id)
    expect(seen.recognition).toMatchObject({ state: 'recognized', uscc: licence.uscc, uscc_agrees: true, name_agrees: true })
  })

  test('hands another name to people, with the reason', async () => {
    const licence = { name: '上海晨曦国际贸易有限公司', uscc: uscc(7002) }
    const { client } = await register(cast, { name_zh: '上海暮色食品有限公司', uscc: licence.uscc }, drawnLicence(licence))
    await submit(client)
    const own = await decided(client)
    expect(own).toMatchObject({ state: 'awaiting_review' })
    expect(own.history.at(-1)).toMatchObject({ event: 'handed_to_people', reasons: ['name_differs'] })
  })

  test('a code of another kind of organization goes to people', async () => {
    const { organization } = await registerAndSubmit(cast, { uscc: uscc(7003, '12') })
    expect(organization.history.at(-1)!.reasons).toEqual(['category_mismatch', 'code_not_read'])
  })
})

describe('the review by people (ORG-06, ORG-07)', () => {
  test('under a subgroup passes a first and a second review', async () => {
    const { organization, client } = await awaiting('G01-09')
    expect((await review(beijing, organization, 'approve')).body.code).toBe('review.not_yours')
    const first = await review(haidian, organization, 'approve')
    expect(first.body).toMatchObject({ state: 'first_passed' })
    expect((await review(haidian, first.body, 'approve')).body).toMatchObject({ code: 'review.decided', details: { state: 'first_passed' } })
    const second = await review(beijing, first.body, 'approve', '同意')
    expect(second.body.state).toBe('approved')
    const own = (await client.get('/my/organization')).body
    expect(own.history.map((h: { event: string }) => h.event)).toEqual(['registered', 'submitted', 'handed_to_people', 'passed_first', 'approved'])
    expect(own.history.every((h: { actor_name: string }) => h.actor_name === '')).toBe(true)
  })

  test('a returned one is told why, changes, and is submitted again', async () => {
    const { organization, client, wanted } = await awaiting()
    expect((await review(shanghai, organization, 'return_for_changes', ' ')).body.errors).toMatchObject([{ field: 'opinion' }])
    const returned = await review(shanghai, organization, 'return_for_changes', '地址不完整')
    expect(returned.body.state).toBe('returned')
    expect((await newestMail(wanted.mobile!)).body).toContain('地址不完整')
    const progress = (await client.get('/my/progress')).body
    expect(progress).toMatchObject({ state: 'returned', opinion: '地址不完整' })
    expect(progress.nodes.map((n: { state: string }) => n.state).slice(0, 3)).toEqual(['done', 'doing', 'to_do'])
    expect((await submit(client, { address: '世纪大道 200 号' })).status).toBe(200)
    const again = await decided(client)
    expect(again).toMatchObject({ state: 'awaiting_review', address: '世纪大道 200 号' })
    expect((await review(shanghai, again, 'approve')).body.state).toBe('approved')
  })

  test('a rejected one is locked until the bureau lifts it', async () => {
    const { organization, client } = await awaiting()
    const rejected = (await review(shanghai, organization, 'reject', '证照已注销')).body
    expect((await submitAnyway(client)).body.code).toBe('organization.form_locked')
    const lift = (who: Client) => who.post(`/organizations/${organization.id}/rejection_lifts`, { opinion: '复核后允许修改' }, { 'if-match': `"${rejected.version}"` })
    expect((await lift(shanghai)).status).toBe(403)
    expect((await lift(bureau)).body.state).toBe('returned')
    expect((await lift(bureau)).body.code).toBe('review.not_rejected')
    expect((await submit(client)).status).toBe(200)
  })

  test('overseas organizations without a group are the bureau’s', async () => {
    const { organization } = await registerAndSubmit(cast, { origin: 'overseas' })
    expect((await review(shanghai, organization, 'approve')).status).toBe(404)
    expect((await review(await cast.as('reviewer'), organization, 'approve')).body.state).toBe('approved')
  })

  test('is for those whose turn it is: neighbours see nothing, viewers may not', async () => {
    const { organization } = await awaiting('G01-09')
    expect((await shanghai.get(`/organizations/${organization.id}`)).status).toBe(404)
    expect((await review(shanghai, organization, 'approve')).status).toBe(404)
    expect((await review(await cast.as('shanghaiViewer'), organization, 'approve')).status).toBe(403)
    expect((await shanghai.get(`/organizations/${organization.id}/licence_picture`)).status).toBe(404)
    expect((await haidian.download(`/organizations/${organization.id}/licence_picture`)).headers.get('content-type')).toBe('image/jpeg')
  })

  test('tells the second of two reviewers the first verdict in the reader’s language', async () => {
    const { organization } = await awaiting()
    await review(shanghai, organization, 'approve')
    const operator = await cast.as('shanghaiOperator')
    operator.language = 'en'
    expect((await review(operator, organization, 'reject', 'too late')).body).toMatchObject({ code: 'review.decided', details: { verdict: 'Approved' } })
    operator.language = 'zh-CN'
  })

  test('who looks at an old version is told that it has changed', async () => {
    const { organization, client } = await awaiting()
    await review(shanghai, organization, 'return_for_changes', '请更正')
    await submit(client)
    const again = await decided(client)
    expect((await review(shanghai, { id: again.id, version: organization.version }, 'approve')).status).toBe(412)
  })

  test('"review and next" opens who waited longest and is not open at a colleague', async () => {
    const next = async (who: Client, besides = '') => (await who.get(`/reviews/next${besides ? `?besides=${besides}` : ''}`)).body
    const operator = await cast.as('shanghaiOperator')
    const first = await next(shanghai)
    expect(first.remaining).toBeGreaterThan(1)
    expect((await shanghai.post(`/organizations/${first.id}/review_visits`)).body.visited_by).toBeNull()
    const other = await next(operator)
    expect(other.id).not.toBe(first.id)
    const visit = (await operator.post(`/organizations/${first.id}/review_visits`)).body
    expect(visit.visited_by).toMatchObject({ account_name: '上海交易团' })
    expect((await next(shanghai, first.id)).id).not.toBe(first.id)
    handedOver = first.id
  })

  test('every write is in the audit log, and no mobile number in the clear', async () => {
    const { organization, wanted } = await awaiting()
    await review(shanghai, organization, 'approve', '同意')
    const auditor = await cast.as('auditor')
    const lines = (await auditor.get(`/admin/audit_entries?subject=${organization.id}`)).body.items as { action: string; after_json: string }[]
    expect(lines.map((l) => l.action)).toEqual(expect.arrayContaining(['organization_registered', 'organization_submitted', 'organization_reviewed']))
    expect(JSON.stringify(lines)).not.toContain(wanted.mobile)
  })
})

async function submitAnyway(client: Client) {
  const view = (await client.get<FormView>('/my/organization/form')).body
  return client.put('/my/organization/form', { form: completed(view), step: 1 }, view.version)
}

describe('after the approval (ORG-08)', () => {
  test('code, category and group are fixed; other fields may change; a new name is reviewed again', async () => {
    const { organization, client } = await awaiting()
    await review(shanghai, organization, 'approve')
    const refused = await submit(client, { uscc: uscc(6999, '11'), category: 'social' })
    expect(refused.body.errors!.map((e: { field: string }) => e.field)).toEqual(['uscc', 'category'])
    expect((await submit(client, { uscc: organization.uscc!, category: 'government', address: '新地址 1 号' })).body).toMatchObject({ state: 'approved', address: '新地址 1 号' })
    await submit(client, { name_zh: '上海市另一个商务委员会' })
    expect((await decided(client)).state).toBe('awaiting_review')
  })
})

test('after ten minutes an open drawer keeps nobody from it', async () => {
  await server.moveClock(11 * 60)
  const operator = await new Cast(server).as('shanghaiOperator')
  expect((await operator.get('/reviews/next')).body.id).toBe(handedOver)
})
