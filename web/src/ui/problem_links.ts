import { inject, type InjectionKey } from 'vue'
import type { RouteLocationRaw } from 'vue-router'
import type { ApiError } from '@/shared/api/problem'

/** A way on from a refusal: to the order or person it speaks of. */
export interface ProblemLink {
  text: string
  to: RouteLocationRaw
}

export const problemLinksKey: InjectionKey<(problem: ApiError) => ProblemLink[]> = Symbol('problem links')
export const useProblemLinks = () => inject(problemLinksKey, () => [])
