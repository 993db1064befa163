import { useRoute, useRouter, type RouteLocationNormalized, type Router } from 'vue-router'
import type { Schemas } from '@/shared/api/types'
import { editions, isReadOnly, selectEdition, shownEdition } from './session'

/** The parameter of an address that names a past edition by its number; without it, the current one is shown (EDN-02). */
const parameter = 'edition'

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
    const wanted = isReadOnly.value ? String(shownEdition.value?.number) : undefined
    return to.query[parameter] === wanted || { ...to, query: { ...to.query, [parameter]: wanted } }
  })
}

function adoptFrom({ query }: RouteLocationNormalized) {
  const named = editions.value.find(({ number }) => String(number) === query[parameter]) ?? null
  const asked = named?.state === 'past' ? named : null
  if (asked?.id !== (isReadOnly.value ? shownEdition.value?.id : undefined)) selectEdition(asked)
}

/** Shows another edition on the same page; what was open over it or turned to in its list is of the edition that is left. */
export function useEditionChoice() {
  const route = useRoute()
  const router = useRouter()
  return (edition: Schemas['EditionSummary'] | null) => {
    selectEdition(edition)
    const named = edition?.state === 'past' ? String(edition.number) : undefined
    return router.push({ query: { ...route.query, [parameter]: named, page: undefined, open: undefined, as: undefined } })
  }
}
