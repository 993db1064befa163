import { QueryClient } from '@tanstack/vue-query'
import { ApiError } from './api/problem'

const attempts = 2

/** Only an answer that may change by itself is asked for again: a refusal stays a refusal. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < attempts && error instanceof ApiError && error.isUncertain,
    },
  },
})

/** After a write: whatever shows these things asks again. */
export function refresh(...names: string[]) {
  return Promise.all(names.map((name) => queryClient.invalidateQueries({ queryKey: [name] })))
}
