import { createRouter, createWebHistory, type RouteLocationNormalized } from 'vue-router'
import { bureauRoute } from '@/doors/bureau/routes'
import { exhibitorRoute } from '@/doors/exhibitor/routes'
import { gateRoute } from '@/doors/gate/routes'
import { groupRoute } from '@/doors/group/routes'
import { publicRoutes } from '@/doors/public/routes'
import { visitorRoute } from '@/doors/visitor/routes'
import { requestContext } from '@/shared/api/client'
import type { Schemas } from '@/shared/api/types'
import { loadMessages } from '@/shared/i18n/messages'
import { account, endSession, loadSession } from './session'

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

router.beforeEach(async (to) => {
  if (to.meta.standsAlone) return true
  await loadSession()
  return redirection(to)
})

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

requestContext.onSessionLost = () => {
  const own = account.value
  if (!own) return
  endSession()
  void router.push({ name: 'sign_in', query: { door: own.door, return: router.currentRoute.value.fullPath } })
}
