import { computed, reactive } from 'vue'
import { useRoute, useRouter } from 'vue-router'

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

/** What a statistics table is asked for, kept in the address bar. */
export function useTableFilter() {
  const route = useRoute()
  const router = useRouter()
  const filter = computed(() => ({ group_id: text(route.query.group_id), from_on: text(route.query.from_on), to_on: text(route.query.to_on) }))
  const typed = reactive({ from_on: filter.value.from_on ?? '', to_on: filter.value.to_on ?? '' })
  const show = () => router.push({ query: { ...filter.value, from_on: typed.from_on || undefined, to_on: typed.to_on || undefined } })
  const search = computed(() => new URLSearchParams(Object.entries(filter.value).filter((pair): pair is [string, string] => !!pair[1])).toString())
  return { filter, typed, show, search }
}
export type TableFilter = ReturnType<typeof useTableFilter>
