import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answerOf, api, ifMatch, requestContext } from './client'
import { ApiError } from './problem'

const answers: (() => Response)[] = []
const requests: Request[] = []

beforeEach(() => {
  answers.length = requests.length = 0
  requestContext.csrfToken = 'csrf'
  vi.stubGlobal('fetch', async (request: Request) => {
    requests.push(request)
    return answers.shift()!()
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  requestContext.otherEditionId = null
})

const ok = () => Response.json({ items: [] })
const problem = (status: number, code: string, extra = {}) => () =>
  new Response(JSON.stringify({ code, detail: 'Refused.', request_id: 'r1', ...extra }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  })
const brokenConnection = () => {
  throw new TypeError('network')
}

const addNotice = (title: string) =>
  api.POST('/admin/notices', {
    fetch: (request: Request) => fetch(request),
    body: { title_zh: title, title_en: title, body_zh: '', body_en: '', level: 'info', audience: 'everyone' },
  })
const retryJob = () => api.POST('/admin/jobs/{id}/retries', { fetch: (r: Request) => fetch(r), params: { path: { id: '1' } } })
const key = (i: number) => requests[i]!.headers.get('Idempotency-Key')

describe('headers', () => {
  it('sends language and CSRF token, the latter only with writes', async () => {
    answers.push(ok, ok)
    await api.GET('/my/tasks', { fetch: (r: Request) => fetch(r) })
    await retryJob()
    expect(requests[0]!.headers.get('Accept-Language')).toBe('zh-CN')
    expect(requests[0]!.headers.get('X-CSRF-Token')).toBeNull()
    expect(requests[1]!.headers.get('X-CSRF-Token')).toBe('csrf')
  })

  it('names the past edition on the screen, but not when the session itself is meant', async () => {
    requestContext.otherEditionId = 'e7'
    answers.push(ok, () => new Response(null, { status: 204 }))
    await api.GET('/my/tasks', { fetch: (r: Request) => fetch(r) })
    await api.DELETE('/session', { fetch: (r: Request) => fetch(r) })
    expect(requests[0]!.headers.get('Edition')).toBe('e7')
    expect(requests[1]!.headers.get('Edition')).toBeNull()
  })

  it('quotes the version of what is edited', () => {
    expect(ifMatch({ version: 7 })).toEqual({ 'If-Match': '"7"' })
  })
})

describe('one key per intent', () => {
  it('repeats the key when the same request is sent again after the connection broke', async () => {
    answers.push(brokenConnection, ok)
    await expect(addNotice('a')).rejects.toMatchObject({ status: 0, code: 'network.unreachable' })
    await addNotice('a')
    expect(key(1)).toBe(key(0))
  })

  it('uses a new key for other content and after a definite answer', async () => {
    answers.push(brokenConnection, ok, ok, problem(409, 'notice.wrong_state'), ok)
    await expect(addNotice('a')).rejects.toBeInstanceOf(ApiError)
    await addNotice('b')
    await addNotice('b')
    await expect(addNotice('c')).rejects.toBeInstanceOf(ApiError)
    await addNotice('c')
    expect(new Set([0, 1, 2, 3, 4].map(key)).size).toBe(5)
  })

  it('keeps the key while the server only says that it failed', async () => {
    answers.push(problem(503, 'server.busy'), ok)
    await expect(addNotice('a')).rejects.toBeInstanceOf(ApiError)
    await addNotice('a')
    expect(key(1)).toBe(key(0))
  })
})

describe('refusals', () => {
  it('become one error with code, words, fields and figures', async () => {
    const errors = [{ field: 'name', code: 'text.empty', message: '请填写' }]
    answers.push(problem(422, 'request.invalid', { errors, details: { n: 1 } }))
    const refusal = answerOf(addNotice('a'))
    await expect(refusal).rejects.toMatchObject({ status: 422, code: 'request.invalid', message: 'Refused.', requestId: 'r1', errors, details: { n: 1 } })
  })

})

describe('a session that ended meanwhile', () => {
  const back = (way: 'signInAgain' | 'followSession', isBack: boolean) =>
    vi.spyOn(requestContext, way).mockImplementation(async () => {
      requestContext.csrfToken = 'new'
      return isBack
    })

  it('lets the same request go on after signing in again: its content, its key, the new token', async () => {
    const asked = back('signInAgain', true)
    answers.push(problem(401, 'session.required'), ok)
    await addNotice('a')
    expect(asked).toHaveBeenCalledOnce()
    expect(key(1)).toBe(key(0))
    expect(requests[1]!.headers.get('X-CSRF-Token')).toBe('new')
    expect(await requests[1]!.json()).toMatchObject({ title_zh: 'a' })
  })

  it('goes on likewise with the session of another window', async () => {
    back('followSession', true)
    answers.push(problem(403, 'session.csrf'), ok)
    await addNotice('a')
    expect(requests[1]!.headers.get('X-CSRF-Token')).toBe('new')
  })

  it('stays refused when nobody signs in, and a wrong password asks nobody', async () => {
    const asked = back('signInAgain', false)
    answers.push(problem(401, 'session.required'), problem(401, 'sign_in.failed'))
    await expect(addNotice('a')).rejects.toMatchObject({ code: 'session.required' })
    await expect(addNotice('a')).rejects.toMatchObject({ code: 'sign_in.failed' })
    expect(asked).toHaveBeenCalledOnce()
  })
})
