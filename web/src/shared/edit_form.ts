import { ref, toRef } from 'vue'
import { useForm } from './form'

/**
 * A form over a resource that carries `version`. When somebody else saved first (412), what was typed stays, the newer
 * resource is fetched, and the editor chooses field by field whose value is saved.
 */
export function useEditForm<R extends { version: number }, V extends Record<string, unknown>, Saved>(options: {
  resource: R
  valuesOf: (resource: R) => V
  save: (values: V, base: R) => Promise<Saved>
  reload: () => Promise<R>
  done: (saved: Saved) => void | Promise<void>
  secrets?: (keyof V)[]
}) {
  const newer = ref<R | null>(null) as { value: R | null }

  const form = useForm<V, Saved>({
    initial: options.valuesOf(options.resource),
    version: options.resource.version,
    secrets: options.secrets,
    submit: (values) => options.save(values, base.value),
    done: options.done,
    async refused(problem) {
      if (problem.status !== 412) return false
      newer.value = await options.reload()
      return true
    },
  })
  // What was kept over a reload may have been typed over an older version.
  const base = ref({ ...options.resource, version: form.version }) as { value: R }

  const { startOver } = form.typing
  form.typing.startOver = () => {
    startOver()
    base.value = options.resource
  }

  /** Both versions for `ConflictNotice`, and what both came from. */
  function conflict() {
    return { mine: form.values, theirs: newer.value ? options.valuesOf(newer.value) : null, original: options.valuesOf(base.value) }
  }

  /** Saves over the newer version: these fields as the others left them, the rest as it is typed. */
  function merge(fromTheirs: (keyof V)[]) {
    const { theirs } = conflict()
    if (!newer.value || !theirs) return Promise.resolve()
    Object.assign(form.values, Object.fromEntries(fromTheirs.map((field) => [field, theirs[field]])))
    base.value = newer.value
    newer.value = null
    return form.submit()
  }

  return { form, newer: toRef(newer), conflict, merge }
}
