import type { RouteRecordRaw } from 'vue-router'

/** 账户管理 is the same at every door (GRP-07). */
export const accountRoutes: RouteRecordRaw[] = [
  {
    path: 'account',
    component: () => import('@/features/account/AccountPage.vue'),
    children: [
      { path: '', component: () => import('@/features/account/profile/ProfilePage.vue') },
      { path: 'password', component: () => import('@/features/account/password/PasswordPage.vue') },
      { path: 'mobile', component: () => import('@/features/account/contact/MobilePage.vue') },
      { path: 'email', component: () => import('@/features/account/contact/EmailPage.vue') },
      { path: 'two_step', component: () => import('@/features/account/two_step/TwoStepPage.vue') },
      { path: 'sessions', component: () => import('@/features/account/sessions/SessionsPage.vue') },
      { path: 'sign_ins', component: () => import('@/features/account/sessions/SignInsPage.vue') },
      { path: 'exports', component: () => import('@/features/import_export/MyExportsPage.vue') },
      { path: 'sub_accounts', component: () => import('@/features/account/sub_account/SubAccountsPage.vue') },
      { path: 'consents', component: () => import('@/features/account/consent/ConsentsPage.vue') },
    ],
  },
]
