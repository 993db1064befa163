import { offers } from '@/app/session'
import type { LocationQuery } from 'vue-router'
import { passwordRules } from '@/features/account/password/password_rules'
import { ApiError } from '@/shared/api/problem'
import type { FieldError, Schemas } from '@/shared/api/types'
import { uiMessages } from '@/ui/messages'
import type { SentLicence } from '../licence/licence'
import { registrationMessages as m } from './messages'

type Request = Schemas['RegistrationRequest']

/** What the link of an invitation brings with it (GRP-05). */
export type Invitation = Schemas['KeyInvitationPreview'] & { token: string }

/** Everything that registration asks, whatever the origin; `requestOf` sends what applies (ORG-01). */
export interface Registration extends Record<string, unknown> {
  origin: Request['origin']
  category: Request['category']
  trading_group_id: string | null
  invitation_code: string
  referral_code: string
  invitation_token: string
  country_code: string
  name_zh: string
  name_en: string
  uscc: string
  mobile: string
  email: string
  code: string
  password: string
  confirmation: string
  licence: SentLicence | null
}

/** Links of groups and colleagues bring the group or the codes with them. */
export function newRegistration(query: LocationQuery): Registration {
  const given = (name: string) => String(query[name] ?? '')
  return {
    origin: given('invitation_code') ? 'overseas' : 'domestic',
    category: 'enterprise',
    trading_group_id: given('trading_group') || null,
    invitation_code: given('invitation_code'),
    referral_code: given('referral_code'),
    invitation_token: '',
    country_code: '',
    name_zh: '',
    name_en: '',
    uscc: '',
    mobile: '',
    email: '',
    code: '',
    password: '',
    confirmation: '',
    licence: null,
  }
}

/** What an invitation fills in; everything can still be changed but whose invitation it is. */
export function invitedRegistration({ token, origin, name, uscc, trading_group_id, invitation_code, referral_code }: Invitation): Partial<Registration> {
  const invited = { invitation_token: token, origin, referral_code }
  return origin === 'domestic' ? { ...invited, trading_group_id, name_zh: name, uscc: uscc ?? '' } : { ...invited, invitation_code: invitation_code ?? '', name_en: name }
}

/** An institution is a thing of the mainland's law; `other` is what does not fit abroad. */
export const categoriesOf: Record<Request['origin'], Request['category'][]> = {
  domestic: ['enterprise', 'government', 'institution', 'social'],
  overseas: ['enterprise', 'government', 'social', 'other'],
}

const fieldsOfSteps = [
  ['origin', 'category', 'trading_group_id', 'invitation_code', 'referral_code', 'country_code'],
  ['licence_id', 'licence_token', 'name_zh', 'name_en', 'uscc'],
]

/** The step that an error belongs to; whatever is not asked earlier is asked last. */
export function stepOfField(field: string): number {
  const found = fieldsOfSteps.findIndex((fields) => fields.includes(field))
  return found < 0 ? fieldsOfSteps.length : found
}

const required: Record<Request['origin'], string[][]> = {
  domestic: [['trading_group_id'], ['licence_id', 'name_zh', 'uscc'], ['mobile', 'code', 'password']],
  overseas: [['country_code'], ['licence_id', 'name_en'], ['email', 'code', 'password']],
}

/** What the server would refuse later is told now: going on with an empty answer. */
function problemsOf(step: number, values: Registration): FieldError[] {
  // A code names the group as well (GRP-01).
  const group = values.trading_group_id || values.invitation_code || !offers('trading_groups')
  const answers: Record<string, unknown> = { ...values, licence_id: values.licence, trading_group_id: group }
  const errors: FieldError[] = required[values.origin][step]!
    .filter((field) => !answers[field])
    .map((field) => ({ field, code: 'field.required', message: uiMessages.fieldRequired }))
  if (step === 2 && values.password && !passwordRules.every(({ holds }) => holds(values.password)))
    errors.push({ field: 'password', code: 'password.weak', message: m.passwordWeak })
  if (step === 2 && values.confirmation !== values.password)
    errors.push({ field: 'confirmation', code: 'password.confirmation', message: m.confirmationDiffers })
  return errors
}

export function requireStep(step: number, values: Registration) {
  const errors = problemsOf(step, values)
  if (errors.length) throw new ApiError(422, { errors })
}

/** How far one may go with what is answered: the first step where something is missing. */
export function furthestStep(values: Registration): number {
  const missing = required[values.origin].findIndex((_, step) => problemsOf(step, values).length > 0)
  return missing < 0 ? required[values.origin].length - 1 : missing
}

export function requestOf(values: Registration): Request {
  const isDomestic = values.origin === 'domestic'
  const { origin, category, invitation_code, referral_code, invitation_token, name_zh, name_en, code, password, licence } = values
  return {
    origin,
    category,
    invitation_code,
    referral_code,
    invitation_token,
    name_zh,
    name_en,
    code,
    password,
    licence_id: licence?.id ?? null,
    licence_token: licence?.token ?? null,
    ...(isDomestic
      ? { trading_group_id: values.trading_group_id, uscc: values.uscc, mobile: values.mobile }
      : { country_code: values.country_code, email: values.email }),
  }
}
