import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/**
 * The step of a form, from 0. It stands in the address, so that a reload stays at it and going back goes to the one before;
 * nobody gets further than `furthest` by typing an address.
 */
export function useStepInAddress(furthest: () => number, first = 0) {
  const route = useRoute()
  const router = useRouter()

  const step = computed(() => {
    const asked = Number(route.query.step ?? first + 1) - 1
    return Number.isInteger(asked) ? Math.min(Math.max(asked, 0), furthest()) : first
  })
  const goTo = (next: number) => router.push({ query: { ...route.query, step: String(next + 1) }, hash: route.hash })

  return { step, goTo }
}
