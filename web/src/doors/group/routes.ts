import type { RouteRecordRaw } from 'vue-router'
import { accountRoutes } from '../account_routes'
import { mailingRoutes } from '../mailing_routes'
import { fallbackRoute } from '../fallback_route'

const organizations = () => import('@/features/organization/list/OrganizationsPage.vue')

export const groupRoute: RouteRecordRaw = {
  path: '/group',
  component: () => import('./GroupDoor.vue'),
  meta: { door: 'group' },
  children: [
    { path: '', component: () => import('./GroupHome.vue') },
    { path: 'organizations/direct', component: organizations, props: { title: 'direct', fixed: { placement: 'direct' } } },
    { path: 'organizations/subordinate', component: organizations, props: { title: 'subordinate', fixed: { placement: 'subordinate' } } },
    ...mailingRoutes,
    ...accountRoutes,
    fallbackRoute,
  ],
}
