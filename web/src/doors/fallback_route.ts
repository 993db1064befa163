import type { RouteRecordRaw } from 'vue-router'

export const fallbackRoute: RouteRecordRaw = { path: ':rest(.*)*', component: () => import('@/app/pages/MenuFallback.vue') }
