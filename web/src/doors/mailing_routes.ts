import type { RouteRecordRaw } from 'vue-router'

/** 群发邮件 of a group and of the bureau (GRP-04). */
export const mailingRoutes: RouteRecordRaw[] = [
  { path: 'mailings', component: () => import('@/features/messaging/mailing/MailingsPage.vue') },
  { path: 'mailings/:id', component: () => import('@/features/messaging/mailing/MailingPage.vue'), props: true },
]
