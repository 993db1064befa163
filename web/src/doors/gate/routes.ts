import type { RouteRecordRaw } from 'vue-router'

/** A device has no session and must start without network: it asks the server nothing before it is shown. */
export const gateRoute: RouteRecordRaw = {
  path: '/gate',
  component: () => import('@/features/gate/GatePage.vue'),
  meta: { standsAlone: true },
}
