import { computed, inject, onBeforeUnmount, provide, reactive, type InjectionKey } from 'vue'

/** What a form's summary needs of each field: its words, and where to go. */
export interface FieldInForm {
  id: string
  label: string
  error: string | undefined
}

const formKey: InjectionKey<Map<string, FieldInForm>> = Symbol('form')

export function provideFields() {
  const fields = reactive(new Map<string, FieldInForm>())
  provide(formKey, fields)
  return computed(() => [...fields.values()].filter((field) => field.error))
}

/** `field` is reactive; a field outside of a form belongs to no summary. */
export function joinForm(field: FieldInForm) {
  const fields = inject(formKey, null)
  fields?.set(field.id, field)
  onBeforeUnmount(() => fields?.delete(field.id))
}
