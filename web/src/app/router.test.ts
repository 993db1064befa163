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
  const again = await import('./signing_in_again')
  const unsaved = await import('@/shared/unsaved')
  return { router, pathAfterSignIn, context: fresh.requestContext, again, unsaved }
}

const sessionOf = (account: Account) => ({ state: 'signed_in', csrf_token: 't', account: { permissions: [], ...account } }) as unknown as Schemas['SessionView']

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

  it('goes on for the same account that signs in again over its page', async () => {
    const { router, context, again } = await start({ id: 'a', door: 'group' })
    await router.push('/group')
    const waiting = [context.signInAgain(), context.signInAgain()]
    expect(again.isSigningInAgain.value).toBe(true)
    expect(again.signedInAgain(sessionOf({ id: 'a', door: 'group' }))).toBe(true)
    expect(await Promise.all(waiting)).toEqual([true, true])
    expect(again.isSigningInAgain.value).toBe(false)
  })

  it('gives nothing that one account has typed to the next', async () => {
    const { router, context, again, unsaved } = await start({ id: 'a', door: 'group' })
    await router.push('/group')
    const discard = vi.fn()
    unsaved.watchOver({ isUnsaved: () => discard.mock.calls.length === 0, isKept: () => true, discard })
    void context.signInAgain()
    again.signedInAgain(sessionOf({ id: 'b', door: 'group' }))
    expect(discard).toHaveBeenCalledOnce()
    await router.push('/group/tours')
    expect(unsaved.openQuestion.value).toBeNull()
  })

  it('offers no coming back to what is cleared on signing out', async () => {
    const { unsaved } = await start({ door: 'group' })
    unsaved.watchOver({ isUnsaved: () => true, isKept: () => true, discard: () => {} })
    void unsaved.mayGo()
    expect(unsaved.openQuestion.value?.canKeep).toBe(true)
    void unsaved.mayGo(undefined, { forGood: true })
    expect(unsaved.openQuestion.value?.canKeep).toBe(false)
  })

  it('does not let another account go on in its place, nor anybody who gives up', async () => {
    const { router, context, again } = await start({ id: 'a', door: 'group' })
    await router.push('/group')
    const first = context.signInAgain()
    expect(again.signedInAgain(sessionOf({ id: 'b', door: 'group' }))).toBe(false)
    expect(await first).toBe(false)
    const second = context.signInAgain()
    again.giveUpSigningIn()
    expect(await second).toBe(false)
    expect(context.csrfToken).toBe('')
  })

  it('asks before what is typed goes with its page', async () => {
    const { router, unsaved } = await start({ door: 'group' })
    await router.push('/group')
    const discard = vi.fn()
    unsaved.watchOver({ isUnsaved: () => discard.mock.calls.length === 0, isKept: () => false, discard })
    const leaving = router.push('/group/tours')
    await vi.waitFor(() => expect(unsaved.openQuestion.value).not.toBeNull())
    unsaved.openQuestion.value!.answer('stay')
    await leaving
    expect(router.currentRoute.value.path).toBe('/group')
    await router.push('/group?page=2')
    expect(router.currentRoute.value.query.page).toBe('2')
    const again = router.push('/group/tours')
    await vi.waitFor(() => expect(unsaved.openQuestion.value).not.toBeNull())
    unsaved.openQuestion.value!.answer('discard')
    await again
    expect(router.currentRoute.value.path).toBe('/group/tours')
    expect(discard).toHaveBeenCalledOnce()
  })
})
