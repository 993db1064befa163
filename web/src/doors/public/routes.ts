import type { RouteRecordRaw } from 'vue-router'

export const publicRoutes: RouteRecordRaw[] = [
  { path: '/', redirect: { name: 'sign_in' } },
  { path: '/sign_in', name: 'sign_in', component: () => import('@/features/account/sign_in/SignInPage.vue') },
  {
    path: '/',
    component: () => import('./PublicDoor.vue'),
    children: [
      { path: 'password_recovery', component: () => import('@/features/account/password/PasswordRecoveryPage.vue') },
      { path: 'welcome', component: () => import('@/features/account/link/WelcomePage.vue') },
      { path: 'register', component: () => import('@/features/organization/registration/RegistrationPage.vue') },
      { path: 'register/one_click', component: () => import('@/features/organization/one_click/OneClickPage.vue') },
      { path: 'join', component: () => import('@/features/attendee/colleague/JoinPage.vue') },
      { path: 'e_badge', component: () => import('@/features/badge/e_badge/EBadgePage.vue') },
      { path: 'badge_check', component: () => import('@/features/badge/check/BadgeCheckPage.vue') },
      { path: 'claims/new', component: () => import('@/features/organization/claim/ClaimPage.vue') },
      { path: 'services', component: () => import('@/features/page/ServicesBoardPage.vue'), props: { path: '/services' } },
      { path: 'services/:article', component: () => import('@/features/page/ArticlePage.vue'), props: ({ params }) => ({ ...params, board: '/services' }) },
      { path: 'sandbox/outbox', component: () => import('@/features/messaging/sandbox/OutboxPage.vue') },
      { path: 'sandbox/cashier/:number', component: () => import('@/features/payment/sandbox/CashierPage.vue'), props: true },
      { path: 'no_permission', name: 'no_permission', component: () => import('@/app/pages/NoPermission.vue'), props: { home: '/' } },
      { path: ':rest(.*)*', component: () => import('@/app/pages/NotFound.vue') },
    ],
  },
]
