import type { RouteRecordRaw } from 'vue-router'
import { accountRoutes } from '../account_routes'
import { fallbackRoute } from '../fallback_route'

export const visitorRoute: RouteRecordRaw = {
  path: '/visitor',
  component: () => import('./VisitorDoor.vue'),
  meta: { door: 'visitor' },
  children: [
    { path: '', component: () => import('./VisitorHome.vue') },
    { path: 'services', component: () => import('@/features/page/ServicesBoardPage.vue'), props: { path: '/visitor/services' } },
    { path: 'services/:article', component: () => import('@/features/page/ArticlePage.vue'), props: ({ params }) => ({ ...params, board: '/visitor/services' }) },
    { path: 'organization', component: () => import('@/features/organization/form/OrganizationFormPage.vue') },
    { path: 'attendees', component: () => import('@/features/attendee/own/MyAttendeesPage.vue') },
    { path: 'attendees/past', component: () => import('@/features/attendee/past/PastAttendeesPage.vue') },
    { path: 'parcels', component: () => import('@/features/badge/parcel/MyParcelsPage.vue') },
    { path: 'invitations', component: () => import('@/features/attendee/colleague/InvitationsPage.vue') },
    { path: 'orders', component: () => import('@/features/order/own/MyOrdersPage.vue') },
    { path: 'orders/new', component: () => import('@/features/order/confirm/OrderConfirmPage.vue') },
    { path: 'orders/:id', component: () => import('@/features/order/own/MyOrderPage.vue'), props: true },
    { path: 'orders/:id/pay', component: () => import('@/features/payment/pay/PayPage.vue'), props: true },
    { path: 'data', component: () => import('@/features/own_data/OwnDataPage.vue') },
    ...accountRoutes,
    fallbackRoute,
  ],
}
