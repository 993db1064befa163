import { createRouter, createWebHistory, type RouteLocationNormalized } from 'vue-router'
import { bureauRoute } from '@/doors/bureau/routes'
import { exhibitorRoute } from '@/doors/exhibitor/routes'
import { gateRoute } from '@/doors/gate/routes'
import { groupRoute } from '@/doors/group/routes'
import { publicRoutes } from '@/doors/public/routes'
import { visitorRoute } from '@/doors/visitor/routes'
import type { Schemas } from '@/shared/api/types'
import { topDialog } from '@/shared/open_dialogs'
import { isAnythingUnsaved, mayGo } from '@/shared/unsaved'
import { loadMessages } from '@/shared/i18n/messages'
import { editionParameter, keepEditionInAddress } from './edition_in_address'
import { account, loadSession } from './session'

declare module 'vue-router' {
  interface RouteMeta {
    /** The audience that the page belongs to; a page without it is public. */
    door?: Schemas['AccountView']['door']
    /** Shown without asking who is signed in. */
    standsAlone?: boolean
  }
}

export const router = createRouter({
  history: createWebHistory(),
  routes: [visitorRoute, groupRoute, bureauRoute, exhibitorRoute, gateRoute, ...publicRoutes],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})

/** Whether the browser's own buttons lead there, and not a link of a page. */
let isOfHistory = false
router.options.history.listen(() => {
  isOfHistory = true
})
router.afterEach(() => {
  isOfHistory = false
})

// Nothing typed is lost by going elsewhere; going back first closes what is open over the page.
router.beforeEach(async (to, from) => {
  const dialog = isOfHistory ? topDialog() : undefined
  if (dialog && !dialog.isInAddress) {
    void dialog.close()
    return false
  }
  const isOtherEdition = isOfHistory && to.query[editionParameter] !== from.query[editionParameter]
  const isElsewhere = to.path !== from.path || dialog !== undefined || isOtherEdition
  // Whose session is over comes back to it: what they typed is kept for them.
  const isSignedOut = to.name === 'sign_in' && !account.value
  return !isElsewhere || isSignedOut || mayGo()
})

addEventListener('beforeunload', (event) => {
  if (isAnythingUnsaved()) event.preventDefault()
})

router.beforeEach(async (to) => {
  if (to.meta.standsAlone) return true
  await loadSession()
  return redirection(to)
})

keepEditionInAddress(router, () => isOfHistory)

// A page brings its texts with it; they are there in the reader's language before it is shown.
router.beforeResolve(() => loadMessages())

function redirection(to: RouteLocationNormalized) {
  const own = account.value
  if (to.name === 'sign_in' && own) return homeOf(own)
  if (!to.meta.door) return true
  if (!own) return { name: 'sign_in', query: { door: to.meta.door, return: to.fullPath } }
  if (to.meta.door !== own.door) return { name: 'no_permission' }
  return true
}

export function homeOf(own: Schemas['AccountView']): string {
  return `/${own.door}`
}

/** Back to the same page after signing in again; nothing else than a path of this site is accepted. */
export function pathAfterSignIn(own: Schemas['AccountView'], wanted: unknown): string {
  const isOwnPath = typeof wanted === 'string' && wanted.startsWith(`${homeOf(own)}`) && !wanted.startsWith('//')
  return isOwnPath ? wanted : homeOf(own)
}

