// Orders as a test needs them, for people who await payment.
import { createServer, type AddressInfo } from 'node:net'
import { added, type AttendeeForm } from './attendee.ts'
import type { Client, Problem, Schemas } from './client.ts'
import type { Settings } from './server.ts'

export type Order = Schemas['OrderView']
export type Payment = Schemas['PaymentView']

/** An unpaid order for so many new people. */
export async function unpaidOrder(client: Client, persons = 1, wish: Partial<AttendeeForm> = {}): Promise<Order> {
  const attendees: string[] = []
  for (let i = 0; i < persons; i++) attendees.push((await added(client, wish)).id)
  const answer = await client.post<Order & Problem>('/my/orders', { attendees, are_notices_accepted: true })
  if (answer.status !== 200) throw new Error(`the order was refused: ${JSON.stringify(answer.body)}`)
  return answer.body
}

export const begin = (client: Client, order: { id: string }, channel: string) => client.post<Payment & Problem>(`/my/orders/${order.id}/payments`, { channel })

export const orderOf = async (client: Client, order: { id: string }): Promise<Order> => (await client.get<Order>(`/my/orders/${order.id}`)).body

/** Where a server that is called back from outside is reached: on a port chosen beforehand. */
export async function reachable(): Promise<Settings> {
  const port = await new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
  return { EXPOGATE_HTTP_PORT: String(port), EXPOGATE_HTTP_PUBLIC_URL: `http://127.0.0.1:${port}` }
}
