import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { answerOf, api } from '@/shared/api/client'
import type { AttendeeState } from '../attendee'

/** How many of one's people are in each state, and how far that is on the way to their badges. */
export function useCounts() {
  const query = useQuery({ queryKey: ['my_attendee_counts'], queryFn: () => answerOf(api.GET('/my/attendee_counts')) })
  const counts = computed(() => query.data.value?.items ?? [])
  const of = (...states: AttendeeState[]) => counts.value.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0)
  return {
    counts,
    total: computed(() => counts.value.reduce((sum, { count }) => sum + count, 0)),
    toSubmit: computed(() => of('awaiting_payment', 'returned')),
    /** The first step at which somebody still stands. */
    step: computed(() => stepOf(of)),
  }
}

const stages: AttendeeState[][] = [['pending_confirmation', 'draft', 'returned'], ['awaiting_group', 'awaiting_payment'], ['awaiting_review'], ['approved']]

export function stepOf(count: (...states: AttendeeState[]) => number): number {
  return Math.max(0, stages.findIndex((states) => count(...states) > 0))
}
