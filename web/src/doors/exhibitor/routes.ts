import type { RouteRecordRaw } from 'vue-router'
import { accountRoutes } from '../account_routes'
import { fallbackRoute } from '../fallback_route'

export const exhibitorRoute: RouteRecordRaw = {
  path: '/exhibitor',
  component: () => import('./ExhibitorDoor.vue'),
  meta: { door: 'exhibitor' },
  children: [{ path: '', component: () => import('./ExhibitorHome.vue') }, ...accountRoutes, fallbackRoute],
}
