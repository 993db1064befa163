import { reactive } from 'vue'
import { answerOf, api, ifMatch } from '@/shared/api/client'
import type { Schemas } from '@/shared/api/types'
import { useEditForm } from '@/shared/edit_form'
import type { Questions } from '../form/draft'
import { applies, fieldOf, isRequired, withoutUnasked, type Field, type Form } from '../form/form_fields'

/** An organization with its form: the version is the organization's. */
export interface Correctable {
  version: number
  organization: Schemas['OrganizationDetail']
  form: Form
}

export async function loadCorrectable(id: string): Promise<Correctable> {
  const params = { path: { id } }
  const organization = await answerOf(api.GET('/organizations/{id}', { params }))
  const form = await answerOf(api.GET('/organizations/{id}/form', { params }))
  return { version: organization.version, organization, form }
}

/** The contact's ways, the licence and the group belong to the organization itself or to an act of its own. */
const keptFields: Field[] = ['contact_mobile', 'contact_email', 'licence_id', 'trading_group_id']
const fixedWhenApproved: Field[] = ['uscc', 'category']

/** A group corrects an organization's data in its place. */
export function useCorrection(loaded: Correctable, done: () => void) {
  const { id, origin, state } = loaded.organization
  const edit = useEditForm<Correctable, Form & Record<string, unknown>, unknown>({
    resource: loaded,
    valuesOf: ({ form }) => ({ ...form }),
    save: (form, base) =>
      answerOf(api.PUT('/organizations/{id}/form', { params: { path: { id } }, body: withoutUnasked(form, origin), headers: ifMatch(base) })),
    reload: () => loadCorrectable(id),
    done,
  })

  const errors = () => edit.form.errors
  const questions: Questions = reactive({
    form: edit.form.values,
    origin,
    isSmeByFigures: null,
    errorOf: (path: string) => errors()[path],
    errorIn: (field: Field) => Object.entries(errors()).find(([path]) => fieldOf(path) === field)?.[1],
    applies: (field: Field) => !keptFields.includes(field) && applies(field, edit.form.values, origin),
    isRequired: (field: Field) => isRequired(field, origin),
    isFixed: (field: Field) => state === 'approved' && fixedWhenApproved.includes(field),
  })
  return { ...edit, questions }
}
