import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import type { Client, Schemas } from '../../support/client.ts'
import { Server } from '../../support/server.ts'

let server: Server
let cast: Cast
let bureau: Client
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  bureau = await cast.as('bureau')
})
afterAll(() => server.stop())

type Text = Schemas['EditionText']
const textOf = async (client: Client, kind: string) =>
  (await client.get<{ items: Text[] }>('/editions/8/texts')).body.items.find((one) => one.kind === kind)!

describe('texts of an edition (ORD-01, ORD-04)', () => {
  test('everybody reads what the bureau writes, on record', async () => {
    const before = await textOf(cast.nobody(), 'order_notices')
    expect(before.text_zh.split('\n')).toHaveLength(5)
    const change = { text_zh: '第一条\n第二条', text_en: 'First\nSecond' }
    const changed = await bureau.put('/editions/8/texts/order_notices', change, before.version)
    expect(changed.body).toMatchObject({ ...change, version: before.version + 1 })
    expect(await textOf(cast.nobody(), 'order_notices')).toMatchObject(change)
    const line = (await bureau.get('/admin/audit_entries?action=edition_text_changed')).body.items[0]
    expect(line.before.text_zh).toBe(before.text_zh)
    expect(line.after.text_zh).toBe(change.text_zh)
  })

  test('the second of two editors is told, and nothing of the first is lost', async () => {
    const { version } = await textOf(bureau, 'bank_account')
    const answers = await Promise.all(
      ['甲', '乙'].map((name) => bureau.put('/editions/8/texts/bank_account', { text_zh: name, text_en: name }, version)),
    )
    expect(answers.map((one) => one.status).sort()).toEqual([200, 412])
    expect(await textOf(bureau, 'bank_account')).toMatchObject({ text_zh: answers.find((one) => one.status === 200)!.body.text_zh })
  })

  test('a past edition’s texts stay as they were', async () => {
    const { version } = (await bureau.get<{ items: Text[] }>('/editions/7/texts')).body.items[0]!
    expect((await bureau.put('/editions/7/texts/order_notices', { text_zh: '一', text_en: 'one' }, version)).status).toBe(409)
  })
})
