import { ref, toRef } from 'vue'
import { useForm } from './form'

/**
 * A form over a resource that carries `version`. When somebody else saved first (412), what was typed stays, the newer
 * resource is fetched, and the editor chooses: overwrite with mine, or take theirs.
 */
export function useEditForm<R extends { version: number }, V extends Record<string, unknown>, Saved>(options: {
  resource: R
  valuesOf: (resource: R) => V
  save: (values: V, base: R) => Promise<Saved>
  reload: () => Promise<R>
  done: (saved: Saved) => void | Promise<void>
}) {
  const base = ref(options.resource) as { value: R }
  const newer = ref<R | null>(null) as { value: R | null }

  const form = useForm<V, Saved>({
    initial: options.valuesOf(options.resource),
    submit: (values) => options.save(values, base.value),
    done: options.done,
    async refused(problem) {
      if (problem.status !== 412) return false
      newer.value = await options.reload()
      return true
    },
  })

  function keepMine() {
    adoptNewer()
    return form.submit()
  }

  function takeTheirs() {
    if (newer.value) Object.assign(form.values, options.valuesOf(newer.value))
    adoptNewer()
  }

  function adoptNewer() {
    if (newer.value) base.value = newer.value
    newer.value = null
  }

  return { form, newer: toRef(newer), newerValues: () => (newer.value ? options.valuesOf(newer.value) : null), keepMine, takeTheirs }
}
