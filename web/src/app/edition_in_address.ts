import { useRoute, useRouter, type RouteLocationNormalized, type Router } from 'vue-router'
import type { Schemas } from '@/shared/api/types'
import { mayGo } from '@/shared/unsaved'
import { openEditions, otherEdition, selectEdition } from './session'

/** The parameter of an address that names an edition by its number; without it, the current one is shown (EDN-02). */
export const editionParameter = 'edition'

/**
 * The edition that is looked at goes along from page to page in the address: a reload, a link and going back show the same
 * data. `isOfHistory` tells addresses that somebody returns or comes to from those that a page leads to.
 */
export function keepEditionInAddress(router: Router, isOfHistory: () => boolean) {
  let isStarting = true
  router.beforeEach((to) => {
    if (!to.meta.door) return true
    if (isStarting || isOfHistory()) adoptFrom(to)
    isStarting = false
    const wanted = otherEdition.value ? String(otherEdition.value.number) : undefined
    return to.query[editionParameter] === wanted || { ...to, query: { ...to.query, [editionParameter]: wanted } }
  })
}

function adoptFrom({ query }: RouteLocationNormalized) {
  const asked = openEditions.value.find(({ number, state }) => state !== 'current' && String(number) === query[editionParameter]) ?? null
  if (asked?.id !== otherEdition.value?.id) selectEdition(asked)
}

/** Shows another edition on the same page; what was open over it or turned to in its list is of the edition that is left. */
export function useEditionChoice() {
  const route = useRoute()
  const router = useRouter()
  /** False when somebody would rather go on typing. */
  return async (edition: Schemas['EditionSummary'] | null): Promise<boolean> => {
    if (!(await mayGo())) return false
    selectEdition(edition)
    const named = edition && edition.state !== 'current' ? String(edition.number) : undefined
    await router.push({ query: { ...route.query, [editionParameter]: named, page: undefined, open: undefined, as: undefined } })
    return true
  }
}
