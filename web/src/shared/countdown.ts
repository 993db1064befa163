import { computed, onBeforeUnmount, ref } from 'vue'

/** Whole seconds until an instant, counting down to 0. */
export function useSecondsUntil(instant: () => string | null) {
  const now = ref(Date.now())
  const timer = setInterval(() => (now.value = Date.now()), 1000)
  onBeforeUnmount(() => clearInterval(timer))
  return computed(() => {
    const until = instant()
    return until ? Math.max(0, Math.ceil((Date.parse(until) - now.value) / 1000)) : 0
  })
}
