import { computed, inject, onBeforeUnmount, provide, reactive, ref, type InjectionKey, type Ref } from 'vue'

/** What a form's summary needs of each field: its words, and where to go. */
export interface FieldInForm {
  id: string
  label: string
  error: string | undefined
  /** The control cannot read what is typed: nothing is sent before that is mended. */
  isUnreadable?: boolean
}

const formKey: InjectionKey<Map<string, FieldInForm>> = Symbol('form')
const unreadableKey: InjectionKey<Ref<string | undefined>> = Symbol('unreadable')

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

/** Where the control of a field says why it cannot read what is typed. */
export function provideUnreadable() {
  const why = ref<string>()
  provide(unreadableKey, why)
  return why
}

export const useUnreadable = () => inject(unreadableKey, () => ref<string>(), true)
