import { reactive, ref } from 'vue'
import type { ApiError } from './api/problem'
import { useForm } from './form'

/** What became of one row of a batch, and if nothing, why. */
export interface BatchOutcome {
  id: string
  number: string
  name_zh: string
  name_en: string
  is_done: boolean
  reason?: string | null
}

/** One act on several rows: a form whose answer says what became of each (web.md 8.4). */
export function useBatch<V extends Record<string, unknown>>(options: {
  initial: V
  submit: (values: V) => Promise<{ items: BatchOutcome[] }>
  refused?: (problem: ApiError) => boolean
}) {
  const outcomes = ref<BatchOutcome[] | null>(null)
  const form = useForm({ ...options, done: ({ items }) => void (outcomes.value = items) })
  return reactive({ form, outcomes })
}
