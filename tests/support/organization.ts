// Organizations as a test needs them: registered over the API like everybody's, with codes that are valid.
import { newestCode, password } from '../cast/cast.ts'
import type { Cast } from '../cast/cast.ts'
import type { Client, Problem, Schemas } from './client.ts'
import { png } from './png.ts'
import { solvedCaptcha } from './proof_of_work.ts'

export type Form = Schemas['Form']
export type FormView = Schemas['FormView']
export type Detail = Schemas['OrganizationDetail']

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** A valid code (GB 32100, GB 11714) of a registering authority for a running number. */
export function uscc(n: number, authority = '91', division = '310115'): string {
  const organization = `MA1${String(n).padStart(5, '0')}`
  const weights = [3, 7, 9, 10, 5, 8, 4, 2]
  const value = (c: string) => (c >= 'A' ? c.charCodeAt(0) - 55 : Number(c))
  const rest = 11 - ([...organization].reduce((sum, c, i) => sum + value(c) * weights[i]!, 0) % 11)
  const first17 = `${authority}${division}${organization}${rest === 10 ? 'X' : rest === 11 ? '0' : rest}`
  const sum = [...first17].reduce((total, c, i) => total + alphabet.indexOf(c) * (3 ** i % 31), 0)
  return first17 + alphabet[(31 - (sum % 31)) % 31]
}

/** A picture without a word on it; every shade is another picture. */
export const blankPicture = (shade = 200) => png(64, 64, shade)

export async function uploadLicence(client: Client, picture: Uint8Array = blankPicture()): Promise<Schemas['LicenceUploadView']> {
  const answer = await client.call<Schemas['LicenceUploadView']>('POST', '/licences', picture, { 'content-type': 'image/png' })
  if (answer.status !== 200) throw new Error(`the licence was refused: ${JSON.stringify(answer.body)}`)
  return answer.body
}

let numbers = 0

/** What a registration says unless a test wants something else. */
export function registration(wish: Partial<Schemas['RegistrationRequest']> = {}): Schemas['RegistrationRequest'] {
  const n = ++numbers
  const isDomestic = wish.origin !== 'overseas'
  return {
    origin: 'domestic',
    category: 'enterprise',
    ...(isDomestic
      ? { trading_group_id: 'G09', name_zh: `上海测试第${n}贸易有限公司`, uscc: uscc(n), mobile: `137${String(n).padStart(8, '0')}` }
      : { name_en: `Test Trading No. ${n} Ltd`, country_code: 'DE', email: `contact${n}@test.example` }),
    password,
    code: '',
    ...wish,
  } as Schemas['RegistrationRequest']
}

export async function sendRegistrationCode(client: Client, wanted: Schemas['RegistrationRequest']) {
  const isDomestic = wanted.origin === 'domestic'
  return client.post('/registration_codes', {
    channel: isDomestic ? 'sms' : 'email',
    target: isDomestic ? wanted.mobile : wanted.email,
    uscc: wanted.uscc ?? null,
    captcha: await solvedCaptcha(client),
  })
}

/** Registers and stays signed in; throws when it is refused. */
export async function register(cast: Cast, wish: Partial<Schemas['RegistrationRequest']> = {}, picture?: Uint8Array): Promise<{ client: Client; wanted: Schemas['RegistrationRequest'] }> {
  const client = cast.nobody()
  const licence = await uploadLicence(client, picture)
  const wanted = registration({ licence_id: licence.id, licence_token: licence.token, ...wish })
  const sent = await sendRegistrationCode(client, wanted)
  if (sent.status !== 200) throw new Error(`no code was sent: ${JSON.stringify(sent.body)}`)
  wanted.code = await newestCode(client, wanted.origin === 'domestic' ? wanted.mobile! : wanted.email!)
  const answer = await client.post<Schemas['SessionView']>('/registrations', wanted)
  if (answer.status !== 200) throw new Error(`the registration was refused: ${JSON.stringify(answer.body)}`)
  client.csrf = answer.body.csrf_token
  return { client, wanted }
}

/** A form that can be submitted, from what registration has left in it. */
export function completed(view: FormView, wish: Partial<Form> = {}): Form {
  const isDomestic = view.origin === 'domestic'
  return {
    ...view.form,
    ...(isDomestic ? { province_code: '310000', city_code: '310100', district_code: '310115' } : {}),
    address: '世纪大道 100 号',
    employees: 45,
    turnover_wan: 3200,
    is_sme: view.form.category === 'enterprise' && isDomestic ? true : null,
    is_listed: false,
    ownership_code: '159',
    registered_capital_code: '100-499',
    import_volume_code: '10-49',
    purchase_1y_code: 'under_10',
    purchase_5y_code: '100-499',
    import_goods: '乳制品',
    contact_name: '王芳',
    contact_title: 'ms',
    contact_department: '采购部',
    contact_position: '经理',
    contact_telephone: '021-12345678',
    contact_mobile: view.form.contact_mobile || '+4915112345678',
    contact_email: view.form.contact_email || 'wang@test.example',
    industries: ['51'],
    products: ['FOOD-01-01'],
    visit_purposes: ['purchase'],
    purchase_needs: [{ area_code: 'FOOD', description: '优质奶酪', is_published: true }],
    ...wish,
  }
}

/** Fills in the whole form and submits it; answers what the organization is then. */
export async function submit(client: Client, wish: Partial<Form> = {}) {
  const view = (await client.get<FormView>('/my/organization/form')).body
  const saved = await client.put<FormView>('/my/organization/form', { form: completed(view, wish), step: 5 }, view.version)
  if (saved.status !== 200) throw new Error(`the draft was refused: ${JSON.stringify(saved.body)}`)
  return client.post<Detail & Partial<Problem>>('/my/organization/submissions', { privacy_policy_version: 1 }, { 'if-match': `"${saved.body.version}"` })
}

/** What the organization is once the machine has decided or handed it to people. */
export async function decided(client: Client): Promise<Detail> {
  for (;;) {
    const own = (await client.get<Detail>('/my/organization')).body
    if (own.state !== 'submitted') return own
  }
}

/** Registers, submits, and waits for the machine's decision. */
export async function registerAndSubmit(cast: Cast, wish: Partial<Schemas['RegistrationRequest']> = {}, picture?: Uint8Array) {
  const registered = await register(cast, wish, picture)
  const submitted = await submit(registered.client)
  if (submitted.status !== 200) throw new Error(`the form was refused: ${JSON.stringify(submitted.body)}`)
  return { ...registered, organization: await decided(registered.client) }
}

/** One verdict of a reviewer. */
export const review = (reviewer: Client, organization: { id: string; version: number }, verdict: string, opinion = '') =>
  reviewer.post<Detail & Partial<Problem>>(`/organizations/${organization.id}/reviews`, { verdict, opinion }, { 'if-match': `"${organization.version}"` })
