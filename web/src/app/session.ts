import { computed, reactive } from 'vue'
import { answerOf, api, requestContext } from '@/shared/api/client'
import { ApiError } from '@/shared/api/problem'
import type { Schemas } from '@/shared/api/types'
import { isLocaleKeptHere, keepLocaleHere, locale, type Locale } from '@/shared/i18n/locale'
import { localized, selectLocale } from '@/shared/i18n/messages'
import { forgetAllTyping, typingBelongsTo } from '@/shared/kept_typing'
import { forgetSought } from '@/shared/sought_memory'
import { queryClient } from '@/shared/queries'
import { nameSystem } from '@/shared/document_title'
import { setServerTime } from '@/shared/server_clock'
import { setFairZone } from '@/shared/time'

type Session = Schemas['SessionView']
type Edition = Schemas['EditionSummary']

/** The cookie cannot be read here, so a note says whether asking for the session makes sense. */
const signedInHere = 'expogate.signed_in'

const state = reactive({
  current: null as Session | null,
  system: null as Schemas['SystemInfo'] | null,
  editions: [] as Edition[],
  otherEdition: null as Edition | null,
})

export const account = computed(() => (state.current?.state === 'signed_in' ? state.current.account : null))
/** The name and password were right; the second step is still to come (ACC-05). */
export const pendingSecondStep = computed(() => (state.current?.state === 'second_step' ? state.current.second_step : null))
export const system = computed(() => state.system)
/** The fair's own mark, where it has one. */
export const fairLogo = computed(() => (state.system?.has_logo ? '/api/v1/system/logo' : null))
/** Whose site this is, as its operator has set it. */
export const fairName = computed(() => (state.system ? localized(state.system, 'fair') : ''))
export const organizerName = computed(() => (state.system ? localized(state.system, 'organizer') : ''))

export type Feature = Schemas['SystemInfo']['features'][number]

/** Whether this fair has it at all (INS-01); what it has not got has no pages. */
export const offers = (feature: Feature): boolean => state.system?.features.includes(feature) ?? true

export const editions = computed(() => state.editions)
export const currentEdition = computed(() => account.value?.edition ?? state.editions.find((edition) => edition.state === 'current') ?? null)
/** An edition beside the current one: a past one to read (EDN-02), or one that the bureau prepares (EDN-06). */
export const otherEdition = computed(() => state.otherEdition)
/** The edition whose data is on the screen. */
export const shownEdition = computed(() => state.otherEdition ?? currentEdition.value)
export const isReadOnly = computed(() => state.otherEdition?.state === 'past')
/** Those that may be on the screen. */
export const openEditions = computed(() => state.editions.filter((each) => each.state !== 'preparing' || account.value?.door === 'bureau'))

export function may(permission: string): boolean {
  return account.value?.permissions.includes(permission) ?? false
}

let loading: Promise<void> | null = null

/** Who is signed in, once per start of the page. */
export function loadSession(): Promise<void> {
  loading ??= load()
  return loading
}

async function load() {
  const [system, editions, current] = await Promise.all([
    answerOf(api.GET('/system')),
    answerOf(api.GET('/editions')),
    findSession(),
  ])
  state.system = system
  setServerTime(system.now)
  setFairZone(system.time_zone)
  nameSystem(system)
  // Allowed by the policy, unlike a style attribute: the colour is set by script on the root.
  document.documentElement.style.setProperty('--fair-accent', system.accent_color)
  state.editions = editions.items
  adopt(current)
  await followLocale()
}

export async function reloadEditions() {
  state.editions = (await answerOf(api.GET('/editions'))).items
  showEdition(state.editions.find(({ id }) => id === otherEdition.value?.id) ?? null)
  if (account.value) adopt(await answerOf(api.GET('/session')))
}

async function findSession(): Promise<Session | null> {
  if (!localStorage.getItem(signedInHere)) return null
  try {
    return await answerOf(api.GET('/session'))
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null
    throw error
  }
}

/** A failed start is tried again by the next navigation. */
export function forgetFailedLoad() {
  loading = null
}

export function adopt(next: Session | null) {
  state.current = next
  requestContext.csrfToken = next?.csrf_token ?? ''
  if (next?.account) typingBelongsTo(next.account.id)
  if (next) localStorage.setItem(signedInHere, 'yes')
  else localStorage.removeItem(signedInHere)
}

/** After a change of the own account: what the header shows follows. */
export function adoptAccount(next: Schemas['AccountView']) {
  if (state.current) state.current.account = next
}

export async function signOut() {
  await api.DELETE('/session')
  forgetAllTyping()
  forgetSought()
  endSession()
}

export function endSession() {
  adopt(null)
  showEdition(null)
  queryClient.clear()
}

export function selectEdition(edition: Edition | null) {
  showEdition(edition)
  void queryClient.resetQueries()
}

function showEdition(edition: Edition | null) {
  state.otherEdition = edition && edition.state !== 'current' ? edition : null
  requestContext.otherEditionId = state.otherEdition?.id ?? null
}

/** The language follows the account to its next device, unless another one was chosen there. */
export async function followLocale() {
  const own = account.value
  if (own && !isLocaleKeptHere()) await selectLocale(own.locale === 'en' ? 'en' : 'zh-CN')
}

export async function chooseLocale(next: Locale) {
  await selectLocale(next)
  keepLocaleHere(next)
  const own = account.value
  // While a past edition is on the screen nothing is written, not even this (EDN-02).
  if (!own || isReadOnly.value) return
  const wanted = next === 'en' ? 'en' : 'zh_cn'
  adoptAccount(await answerOf(api.PATCH('/my/account', { body: { locale: wanted }, headers: { 'If-Match': `"${own.version}"` } })))
}

export const otherLocale = computed<Locale>(() => (locale.value === 'en' ? 'zh-CN' : 'en'))
