import { computed, onBeforeUnmount, ref, watch } from 'vue'
import { serverNow } from './server_clock'

/** Whole seconds until an instant, counting down to 0. */
export function useSecondsUntil(instant: () => string | null) {
  const now = ref(serverNow())
  const timer = setInterval(() => (now.value = serverNow()), 1000)
  // A new instant is counted from now, not from the last tick: else 60 seconds begin as 61.
  watch(instant, () => (now.value = serverNow()))
  onBeforeUnmount(() => clearInterval(timer))
  return computed(() => {
    const until = instant()
    return until ? Math.max(0, Math.ceil((Date.parse(until) - now.value) / 1000)) : 0
  })
}
