// Acts on all rows that a filter finds: the number that a preview shows is confirmed with the order.
import type { Answer, Client, Problem } from './client.ts'

/** What the preview counts; nobody for whoever may not look. */
export async function counted(client: Client, previews: string, wanted: object): Promise<number> {
  const { body } = await client.post<{ count?: number; recipients?: number }>(previews, wanted)
  return body.count ?? body.recipients ?? 0
}

/** Looks first and orders then, as the pages do. */
export async function confirmed<T = any>(client: Client, path: string, previews: string, wanted: object, more: object = {}): Promise<Answer<T & Partial<Problem>>> {
  return client.post<T & Partial<Problem>>(path, { ...wanted, ...more, confirmed_count: await counted(client, previews, wanted) })
}
