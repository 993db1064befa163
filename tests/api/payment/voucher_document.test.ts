import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import type { Client } from '../../support/client.ts'
import { Server } from '../../support/server.ts'
import { activeVouchers, bomb, brokenVouchers, goodVoucher, lockedVouchers, printed, written } from '../../support/voucher_pdf.ts'

let server: Server
let cast: Cast
let client: Client
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  client = await cast.as('acme')
})
afterAll(() => server.stop())

const send = (pdf: Uint8Array) => client.call('POST', '/my/voucher_documents', pdf, { 'content-type': 'application/pdf' })
const refusedAs = (code: string) => [{ field: 'voucher_file_id', code: `transfer.${code}` }]

describe('a voucher as a PDF', () => {
  test('that only shows itself is taken', async () => {
    expect((await send(goodVoucher())).status).toBe(200)
    // Compressed into object streams, as most programs write.
    expect((await send(written(goodVoucher().toString('latin1'), '--object-streams=generate'))).status).toBe(200)
    expect((await send(printed('<h1>汇款凭证</h1><p>12,000.00'))).status).toBe(200)
  })

  test.each(Object.entries(activeVouchers))('that holds %s is refused, with words that help', async (_, make) => {
    const answer = await send(make())
    expect(answer.body.errors).toMatchObject(refusedAs('voucher_active'))
    expect(answer.body.errors[0].message).toContain('打印为新的 PDF')
  })

  test.each(Object.entries(lockedVouchers))('that is encrypted %s is refused', async (_, make) => {
    expect((await send(make())).body.errors).toMatchObject(refusedAs('voucher_encrypted'))
  })

  test.each(Object.entries(brokenVouchers))('that is damaged (%s) is refused', async (_, make) => {
    expect((await send(make())).body.errors).toMatchObject(refusedAs('voucher_unreadable'))
  })

  test('that swells when it is unpacked ends in its own process, and the next one is looked at', async () => {
    const answer = await send(bomb())
    expect([409, 422]).toContain(answer.status)
    expect((await send(goodVoucher())).status).toBe(200)
  })
})
