import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/**
 * What is open over a list, and what for. It stands in the address (`?open=ID&as=review`), so that a reload and a link show
 * it, and going back closes it.
 */
export function useOpenedInAddress<Purpose extends string>(purposes: readonly Purpose[]) {
  const route = useRoute()
  const router = useRouter()

  const opened = computed(() => {
    const { open: id, as } = route.query
    const purpose = purposes.find((each) => each === as)
    return typeof id === 'string' && purpose ? { id, purpose } : null
  })
  const query = (id?: string, purpose?: Purpose) => ({ query: { ...route.query, open: id, as: purpose } })

  /** Resolves when it is closed. Closing goes back to where it was opened, or, for who came by a link, to the list. */
  function close(): Promise<unknown> {
    if (history.state?.back !== router.resolve(query()).fullPath) return router.replace(query())
    return new Promise<void>((resolve) => {
      const stop = router.afterEach(() => {
        stop()
        resolve()
      })
      router.back()
    })
  }

  return {
    opened,
    open: (id: string, purpose: Purpose) => router.push(query(id, purpose)),
    /** The next one takes its place. */
    goOnTo: (id: string) => opened.value && router.replace(query(id, opened.value.purpose)),
    close,
  }
}
