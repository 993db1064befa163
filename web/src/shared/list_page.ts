import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, reactive, ref } from 'vue'
import { parametersOf, type FilterField } from '@/ui/filter_field'
import type { Page } from './api/types'
import { useListState } from './list_state'

/** Values as the address bar has them. `never` lets them pass as the query of any list operation; the server checks. */
export type ListQuery = Record<string, never>

interface ListOptions<Row> {
  /** The query's name: `refresh(name)` makes the list ask again. */
  name: string
  /** A function, because the labels follow the language. */
  fields?: () => FilterField[]
  /** Parameters that the page sets itself, such as the parent of a tree level. */
  parameters?: string[]
  load: (query: ListQuery) => Promise<Page<Row>>
  pageSize?: number
  sort?: string
  /** While it holds, something ends by itself, and the list looks for it. */
  isUnderWay?: (rows: Row[]) => boolean
}

const lookAgainMs = 2000

/** Everything behind a list: query state in the address bar, the rows of the page, the selection across pages. */
export function useListPage<Row extends { id: string }>(options: ListOptions<Row>) {
  const fields = computed(() => options.fields?.() ?? [])
  const parameters = [...fields.value.flatMap(parametersOf), ...(options.parameters ?? [])]
  const state = useListState(parameters, { pageSize: options.pageSize ?? 15, sort: options.sort })

  const request = computed(() => {
    const isRepeated = (key: string) => fields.value.some((field) => field.key === key && field.type === 'choices')
    const chosen = Object.entries(state.filters.value).filter(([, values]) => values.length > 0)
    const filters = chosen.map(([key, values]) => [key, isRepeated(key) ? values : values[0]])
    return Object.fromEntries([...filters, ['page', state.page.value], ['page_size', state.pageSize.value], ['sort', state.sort.value]]) as ListQuery
  })

  const query = useQuery({
    queryKey: [options.name, request],
    queryFn: () => options.load(request.value),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => (data && options.isUnderWay?.(data.items) ? lookAgainMs : false),
  })

  return reactive({
    name: options.name,
    fields,
    ...state,
    rows: computed(() => (query.data.value?.items ?? []) as Row[]),
    total: computed(() => query.data.value?.total ?? 0),
    isCapped: computed(() => query.data.value?.total_is_capped ?? false),
    isFirstLoad: computed(() => query.isLoading.value),
    isBusy: computed(() => query.isFetching.value),
    error: query.error,
    retry: () => query.refetch(),
    selected: ref(new Set<string>()),
  })
}

export type ListPage<Row extends { id: string }> = ReturnType<typeof useListPage<Row>>
