import createClient, { type Middleware } from 'openapi-fetch'
import { locale } from '../i18n/locale'
import { Intents } from './intents'
import { ApiError, problemOf } from './problem'
import type { paths } from './schema'
import { withSoughtInHeaders } from './sought'

/** What the session tells every request; `app/session.ts` keeps it up to date. */
export const requestContext = {
  csrfToken: '',
  /** Set only while a past edition is being looked at (EDN-02). */
  otherEditionId: null as string | null,
  /** The session is over: true when somebody has signed in again on the spot. */
  signInAgain: async () => false,
  /** The session was replaced elsewhere in this browser: true when the same account goes on. */
  followSession: async () => false,
}

const intents = new Intents()

const headers: Middleware = {
  async onRequest({ request, schemaPath }) {
    request.headers.set('Accept-Language', locale.value)
    if (request.method !== 'GET' && requestContext.csrfToken) request.headers.set('X-CSRF-Token', requestContext.csrfToken)
    if (request.method === 'POST') request.headers.set('Idempotency-Key', await intents.keyOf(request))
    const isAboutSession = schemaPath.startsWith('/session')
    if (requestContext.otherEditionId && !isAboutSession) request.headers.set('Edition', requestContext.otherEditionId)
    return request
  },
}

/** Last, because it makes the request anew. */
const sought: Middleware = { onRequest: ({ request }) => withSoughtInHeaders(request) }

/** A request's body can be read once, so that what may be sent again is copied before it goes. */
const copies = new WeakMap<Request, Request>()
const copy: Middleware = {
  onRequest({ request }) {
    copies.set(request, request.clone())
  },
}

/** When the session ended meanwhile, the same request goes on as soon as there is one again. */
const continuation: Middleware = {
  async onResponse({ request, response, schemaPath }) {
    const again = copies.get(request)
    if (response.ok || !again || schemaPath.startsWith('/session')) return response
    if (!(await isSessionBack((await problemOf(response)).code))) return response
    if (again.headers.has('X-CSRF-Token')) again.headers.set('X-CSRF-Token', requestContext.csrfToken)
    return fetch(again)
  },
}

async function isSessionBack(code: string): Promise<boolean> {
  if (code === 'session.required') return requestContext.signInAgain()
  if (code === 'session.csrf') return requestContext.followSession()
  return false
}

const outcomes: Middleware = {
  async onResponse({ request, response }) {
    const problem = response.ok ? null : await problemOf(response)
    if (!problem?.isUncertain) intents.settle(request.headers.get('Idempotency-Key'))
    if (!problem) return response
    throw problem
  },
  onError({ error }) {
    return error instanceof ApiError ? error : new ApiError(0, {})
  },
}

export const api = createClient<paths>({ baseUrl: `${location.origin}/api/v1`, credentials: 'same-origin' })
// What comes last in this row sees an answer first.
api.use(headers, sought, outcomes, copy, continuation)

/** The body of a successful answer; everything else has been thrown as an ApiError. */
export async function answerOf<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T
}

/** The version that an edit is based on; the server answers 412 when somebody was quicker. */
export function ifMatch(resource: { version: number }) {
  return { 'If-Match': `"${resource.version}"` }
}
