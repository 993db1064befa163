import { offers } from '@/app/session'
import type { Schemas } from '@/shared/api/types'

export type Form = Schemas['Form']
export type FormView = Schemas['FormView']
export type Origin = FormView['origin']
export type Field = keyof Form

/** The pages of the form, and what is asked on each (ORG-04); the preview asks nothing. */
export const formSteps = ['identity', 'business', 'interests', 'contact', 'preview'] as const
export type FormStep = (typeof formSteps)[number]

export const fieldsOf: Record<FormStep, Field[]> = {
  identity: ['category', 'trading_group_id', 'uscc', 'name_zh', 'name_en', 'licence_id', 'referral_code'],
  business: [
    'country_code', 'province_code', 'city_code', 'district_code', 'address', 'website', 'industries', 'employees', 'turnover_wan', 'is_sme',
    'is_listed', 'ownership_code', 'registered_capital_code', 'import_volume_code', 'purchase_1y_code', 'purchase_5y_code',
  ],
  interests: ['products', 'visit_purposes', 'import_goods', 'purchase_needs'],
  contact: ['contact_name', 'contact_title', 'contact_department', 'contact_position', 'contact_telephone', 'contact_mobile', 'contact_email'],
  preview: [],
}

const domesticOnly: Field[] = ['uscc', 'province_code', 'city_code', 'district_code', 'is_sme', 'ownership_code', 'registered_capital_code']
const overseasOnly: Field[] = ['country_code']
const enterpriseOnly: Field[] = ['employees', 'turnover_wan', 'is_sme', 'is_listed', 'ownership_code', 'registered_capital_code', 'import_volume_code']
const alwaysOptional: Field[] = ['referral_code', 'website', 'import_goods', 'purchase_needs', 'contact_department', 'contact_telephone']
const domesticRequired: Field[] = ['trading_group_id', 'name_zh', 'employees', 'turnover_wan']
const overseasRequired: Field[] = ['name_en']

/** Whether a question is asked of this organization at all. */
export function applies(field: Field, form: Form, origin: Origin): boolean {
  if (field === 'trading_group_id' && !offers('trading_groups')) return false
  if (domesticOnly.includes(field) && origin !== 'domestic') return false
  if (overseasOnly.includes(field) && origin !== 'overseas') return false
  return !enterpriseOnly.includes(field) || form.category === 'enterprise'
}

/** Only for the star at the label; what is missing says the server (`problems`). */
export function isRequired(field: Field, origin: Origin): boolean {
  if (alwaysOptional.includes(field)) return false
  if (domesticRequired.includes(field)) return origin === 'domestic'
  return overseasRequired.includes(field) ? origin === 'overseas' : true
}

/** `products[3]` and `purchase_needs[0].area_code` belong to the field they are in. */
export function fieldOf(path: string): Field {
  return path.replace(/[[.].*$/, '') as Field
}

/** The step of a field; what is nowhere asked is told on the preview. */
export function stepOf(path: string): number {
  const found = formSteps.findIndex((step) => fieldsOf[step].includes(fieldOf(path)))
  return found < 0 ? formSteps.length - 1 : found
}

const emptyAnswers: Partial<Form> = {
  country_code: '', province_code: '', city_code: '', district_code: '', ownership_code: '', registered_capital_code: '', import_volume_code: '',
  uscc: null, employees: null, turnover_wan: null, is_sme: null, is_listed: null,
}

/** The form without answers to questions that are not asked: nobody could correct them. */
export function withoutUnasked(form: Form, origin: Origin): Form {
  const unasked = Object.entries(emptyAnswers).filter(([field]) => !applies(field as Field, form, origin))
  return { ...form, ...Object.fromEntries(unasked) }
}
