import createClient, { type Middleware } from 'openapi-fetch'
import { answerOf } from '@/shared/api/client'
import { ApiError, problemOf } from '@/shared/api/problem'
import type { paths } from '@/shared/api/schema'
import type { Schemas } from '@/shared/api/types'
import { locale } from '@/shared/i18n/locale'

/** Somebody stands at the gate: after so long the device decides by itself. */
const patienceMs = 1500
const longPatienceMs = 20_000

const outcomes: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', locale.value)
    return request
  },
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response)
    return response
  },
  onError: ({ error }) => (error instanceof ApiError ? error : new ApiError(0, {})),
}

export type ScanView = Schemas['ScanView']

/** The server as a device sees it: its token instead of a session. */
export class GateClient {
  private readonly api = createClient<paths>({ baseUrl: `${location.origin}/api/v1`, credentials: 'omit' })
  token = ''

  constructor() {
    this.api.use(outcomes)
  }

  pair(code: string): Promise<Schemas['PairedDeviceView']> {
    return answerOf(this.api.POST('/gate/pairings', { body: { code } }))
  }
  scan(body: Schemas['ScanRequest']): Promise<ScanView> {
    return answerOf(this.api.POST('/gate/scans', { body, ...this.with(patienceMs) }))
  }
  sync(body: Schemas['SyncRequest']): Promise<Schemas['SyncView']> {
    return answerOf(this.api.POST('/gate/syncs', { body, ...this.with(longPatienceMs) }))
  }
  list(since: number | undefined, queued: number): Promise<Schemas['GateListView']> {
    return answerOf(this.api.GET('/gate/list', { params: { query: { since, queued } }, ...this.with(longPatienceMs) }))
  }
  finish(final_sequence: number): Promise<Schemas['FinishView']> {
    return answerOf(this.api.POST('/gate/finishes', { body: { final_sequence }, ...this.with(longPatienceMs) }))
  }
  async photo(badgeId: string): Promise<Blob> {
    const { data } = await this.api.GET('/gate/badges/{id}/photo', { params: { path: { id: badgeId } }, parseAs: 'blob', ...this.with(longPatienceMs) })
    return data as Blob
  }

  private with(patience: number) {
    return { headers: { Authorization: `Bearer ${this.token}` }, signal: AbortSignal.timeout(patience) }
  }
}
