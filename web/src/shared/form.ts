import { computed, reactive, ref } from 'vue'
import { ApiError } from './api/problem'
import { passingTyping, useTyping, type FormTyping } from './form_typing'

type Values = Record<string, unknown>

interface Options<V extends Values, Result> {
  initial: V
  submit: (values: V) => Promise<Result>
  done?: (result: Result) => void | Promise<void>
  /** Refusals that the form answers itself; true means handled. */
  refused?: (problem: ApiError) => boolean | Promise<boolean>
  /** Never kept anywhere: passwords and codes. */
  secrets?: (keyof V)[]
  /** Nothing here is worth keeping or asking for: signing in, a code, a search. */
  isPassing?: boolean
  /** Of the resource that is edited. */
  version?: number
  /** What the form is about, where no property of its component has an id. */
  about?: string
  /** A form of several steps is not over with each of them. */
  isOver?: (result: Result) => boolean
}

/**
 * The state of one form. A refusal leaves every value as it was typed and puts each error beside its field; errors of
 * nested fields (`prices[0].fee_fen`) stay under their path, so that `errors['prices[0].fee_fen']` finds them. What is
 * typed outlives the form until it is saved or let go.
 */
export function useForm<V extends Values, Result>(options: Options<V, Result>) {
  const values = reactive({ ...options.initial }) as V
  const errors = ref<Record<string, string>>({})
  const failure = ref<unknown>(null)
  const busy = ref(false)
  const { typing, version } = options.isPassing ? { typing: passingTyping, version: 0 } : useTyping(values, options)

  async function submit() {
    if (busy.value) return
    busy.value = true
    failure.value = null
    errors.value = {}
    try {
      const result = await options.submit({ ...values })
      if (options.isOver?.(result) ?? true) typing.settle()
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

  return reactive({ values, errors, failure, busy, submit, typing, version, errorCount: computed(() => Object.keys(errors.value).length) })
}

export type Form = { errors: Record<string, string>; failure: unknown; busy: boolean; errorCount: number; submit: () => Promise<void>; typing: FormTyping }

/** A required answer as it is typed: where it is missing, the server names its field. */
export const asTyped = <T>(answer: T | null) => answer as T
