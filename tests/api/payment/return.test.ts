// UnionPay's B2B page posts the payer's browser back; a page does not take that, so a route leads it on.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import { approvedTeam } from '../../support/attendee.ts'
import { begin, orderOf, reachable, unpaidOrder } from '../../support/order.ts'
import { startUnionpay, type Unionpay } from '../../support/paygate/unionpay.ts'
import { Server } from '../../support/server.ts'

let provider: Unionpay
let server: Server
beforeAll(async () => {
  provider = await startUnionpay({ clock: () => server.now() })
  server = await Server.start({ ...provider.settings(), ...(await reachable()) })
})
afterAll(async () => {
  await server.stop()
  await provider.stop()
})

test('the browser that is posted back goes on to its order; what it posts is not believed', async () => {
  const { client } = await approvedTeam(new Cast(server))
  const order = await unpaidOrder(client)
  const { number, fields } = (await begin(client, order, 'b2b')).body
  const address = fields.find(({ name }) => name === 'frontUrl')!.value
  const body = new URLSearchParams({ orderId: number, respCode: '00', respMsg: '成功', txnAmt: String(order.total_fen) })
  for (const init of [{ method: 'POST', body }, { method: 'GET' }]) {
    const answer = await fetch(address, { ...init, redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/visitor/orders/${order.id}`])
  }
  expect((await orderOf(client, order)).state).toBe('unpaid')
  expect((await fetch(address.replace(order.id, '%0d%0ax'), { method: 'POST', body, redirect: 'manual' })).status).toBe(400)
})
