import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Schemas } from '@/shared/api/types'

type Account = Partial<Schemas['AccountView']>

vi.mock('@/doors/group/GroupDoor.vue', () => ({ default: { template: '<div />' } }))

/** A fresh start of the application, signed in as this account or not at all. */
async function start(own: Account | null) {
  vi.resetModules()
  if (own) localStorage.setItem('expogate.signed_in', 'yes')
  else localStorage.removeItem('expogate.signed_in')
  const fresh = await import('@/shared/api/client')
  vi.spyOn(fresh.api, 'GET').mockImplementation((async (path: string) => {
    if (path === '/system') return { data: { fair_zh: '', fair_en: '', demo: true, now: new Date().toISOString() } }
    if (path === '/editions') return { data: { items: [] } }
    if (!own) throw new ApiErrorOfFreshModules(401, { code: 'session.required' })
    return { data: { state: 'signed_in', csrf_token: 't', account: { permissions: [], ...own } } }
  }) as never)
  const { ApiError: ApiErrorOfFreshModules } = await import('@/shared/api/problem')
  const { router, pathAfterSignIn } = await import('./router')
  return { router, pathAfterSignIn, context: fresh.requestContext }
}

beforeEach(() => history.replaceState(null, '', '/'))

describe('who may go where', () => {
  it('sends a stranger to the door of the page, and back to the page afterwards', async () => {
    const { router } = await start(null)
    await router.push('/bureau/jobs?state=dead')
    expect(router.currentRoute.value.name).toBe('sign_in')
    expect(router.currentRoute.value.query).toEqual({ door: 'bureau', return: '/bureau/jobs?state=dead' })
  })

  it('tells an account of another door that it has no permission', async () => {
    const { router } = await start({ door: 'group' })
    await router.push('/bureau/jobs')
    expect(router.currentRoute.value.name).toBe('no_permission')
  })

  it('takes who is signed in from the sign-in page to the landing page', async () => {
    const { router } = await start({ door: 'group' })
    await router.push('/sign_in')
    expect(router.currentRoute.value.path).toBe('/group')
  })

  it('returns after sign-in only to pages of the own door', async () => {
    const { pathAfterSignIn } = await start(null)
    const own = { door: 'group' } as Schemas['AccountView']
    expect(pathAfterSignIn(own, '/group/tours?page=2')).toBe('/group/tours?page=2')
    expect(pathAfterSignIn(own, '/bureau')).toBe('/group')
    expect(pathAfterSignIn(own, '//evil.example/group')).toBe('/group')
    expect(pathAfterSignIn(own, undefined)).toBe('/group')
  })

  it('brings somebody whose session ended back to where they were', async () => {
    const { router, context } = await start({ door: 'group' })
    await router.push('/group/tours')
    context.onSessionLost()
    await vi.waitFor(() => expect(router.currentRoute.value.name).toBe('sign_in'))
    expect(router.currentRoute.value.query.return).toBe('/group/tours')
    expect(context.csrfToken).toBe('')
  })
})
