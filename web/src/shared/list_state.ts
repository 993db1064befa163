import { computed } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'
import type { FilterValues } from '@/ui/filter_field'
import type { Sort } from '@/ui/table_column'
import { fromAddress, inAddress } from './sought_memory'

const firstPage = 1

/**
 * Filters, page and sort of a list live in the address bar, so that a view can be shared and the back key works. Defaults
 * are left out of it.
 */
export function useListState(parameters: string[], defaults: { pageSize: number; sort?: string }) {
  const route = useRoute()
  const router = useRouter()

  const all = (parameter: string) => [route.query[parameter] ?? []].flat().filter((value) => value !== null)
  const one = (parameter: string) => all(parameter)[0]

  function change(changes: LocationQueryRaw) {
    const query = { ...route.query, page: undefined, ...changes }
    return router.push({ query })
  }

  const filters = computed<FilterValues>({
    get: () => Object.fromEntries(parameters.map((parameter) => [parameter, fromAddress(parameter, all(parameter))])),
    set: (values) => change(Object.fromEntries(parameters.map((parameter) => [parameter, inAddress(parameter, values[parameter] ?? [])]))),
  })
  const page = computed({
    get: () => Number(one('page') ?? firstPage),
    set: (next) => change({ page: next === firstPage ? undefined : String(next) }),
  })
  const pageSize = computed({
    get: () => Number(one('page_size') ?? defaults.pageSize),
    set: (next) => change({ page_size: next === defaults.pageSize ? undefined : String(next) }),
  })
  const sort = computed<Sort>({
    get: () => one('sort') ?? defaults.sort,
    set: (next) => change({ sort: next === defaults.sort ? undefined : next }),
  })

  return { filters, page, pageSize, sort, change }
}
