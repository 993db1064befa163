import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/**
 * The open one of some tabs, in the address by `parameter`, so that a reload and a link show it; the one that is open
 * anyway needs no parameter. Turning over tabs leaves no trail: going back goes to the page before.
 */
export function useTabInAddress<Tab extends string>(parameter: string, tabs: () => readonly Tab[], first: () => Tab | undefined = () => tabs()[0]) {
  const route = useRoute()
  const router = useRouter()
  return computed<Tab>({
    get: () => tabs().find((tab) => tab === route.query[parameter]) ?? first() ?? ('' as Tab),
    set: (tab) => void router.replace({ query: { ...route.query, [parameter]: tab === first() ? undefined : tab }, hash: route.hash }),
  })
}
