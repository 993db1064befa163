import type { RouteRecordRaw } from 'vue-router'
import { accountRoutes } from '../account_routes'
import { mailingRoutes } from '../mailing_routes'
import { fallbackRoute } from '../fallback_route'

export const groupRoute: RouteRecordRaw = {
  path: '/group',
  component: () => import('./GroupDoor.vue'),
  meta: { door: 'group' },
  children: [{ path: '', component: () => import('./GroupHome.vue') }, ...mailingRoutes, ...accountRoutes, fallbackRoute],
}
