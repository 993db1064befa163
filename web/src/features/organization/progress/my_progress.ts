import { useQuery } from '@tanstack/vue-query'
import { answerOf, api } from '@/shared/api/client'
import type { Schemas } from '@/shared/api/types'

export type Progress = Schemas['Progress']
export type ProgressNode = Schemas['ProgressNode']

const pollMs = 3000

/** The flow chart; asked for again while the system reviews silently (ORG-05). */
export function useMyProgress() {
  return useQuery({
    queryKey: ['my_progress'],
    queryFn: () => answerOf(api.GET('/my/progress')),
    refetchInterval: ({ state }) => (state.data?.state === 'submitted' ? pollMs : false),
  })
}
