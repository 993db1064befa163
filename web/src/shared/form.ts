import { computed, reactive, ref } from 'vue'
import { ApiError } from './api/problem'

type Values = Record<string, unknown>

/**
 * The state of one form. A refusal leaves every value as it was typed and puts each error beside its field; errors of
 * nested fields (`prices[0].fee_fen`) stay under their path, so that `errors['prices[0].fee_fen']` finds them.
 */
export function useForm<V extends Values, Result>(options: {
  initial: V
  submit: (values: V) => Promise<Result>
  done?: (result: Result) => void | Promise<void>
  /** Refusals that the form answers itself; true means handled. */
  refused?: (problem: ApiError) => boolean | Promise<boolean>
}) {
  const values = reactive({ ...options.initial }) as V
  const errors = ref<Record<string, string>>({})
  const failure = ref<unknown>(null)
  const busy = ref(false)

  async function submit() {
    if (busy.value) return
    busy.value = true
    failure.value = null
    errors.value = {}
    try {
      const result = await options.submit({ ...values })
      await options.done?.(result)
    } catch (error) {
      await keep(error)
    } finally {
      busy.value = false
    }
  }

  async function keep(error: unknown) {
    if (error instanceof ApiError) {
      if (await options.refused?.(error)) return
      // A form that goes as a member of its body has the same fields.
      errors.value = Object.fromEntries(error.errors.map(({ field, message }) => [field.replace(/^form\./, ''), message]))
      if (error.errors.length > 0) return
    }
    failure.value = error
  }

  return reactive({ values, errors, failure, busy, submit, errorCount: computed(() => Object.keys(errors.value).length) })
}

export type Form = { errors: Record<string, string>; failure: unknown; busy: boolean; errorCount: number; submit: () => Promise<void> }
