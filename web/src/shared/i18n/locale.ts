import { readonly, ref } from 'vue'

export type Locale = 'zh-CN' | 'en'

const storageKey = 'expogate.locale'
const current = ref<Locale>(keptLocale() ?? localeOfBrowser(navigator.languages))
document.documentElement.lang = current.value

export const locale = readonly(current)

function keptLocale(): Locale | null {
  const kept = localStorage.getItem(storageKey)
  return kept === 'en' || kept === 'zh-CN' ? kept : null
}

/** The first page speaks the first of the browser's languages that there is; who reads neither is likelier to read English. */
export function localeOfBrowser(languages: readonly string[]): Locale {
  const known = languages.map((each) => each.toLowerCase().split('-')[0]).find((each) => each === 'zh' || each === 'en')
  return known === 'zh' ? 'zh-CN' : 'en'
}

/** Switches the language of the texts; `selectLocale` in messages.ts loads them first. */
export function applyLocale(next: Locale) {
  current.value = next
  document.documentElement.lang = next
}

/** A language that was chosen by hand stays on this device, whoever signs in. */
export function keepLocaleHere(next: Locale) {
  localStorage.setItem(storageKey, next)
}

export function isLocaleKeptHere(): boolean {
  return localStorage.getItem(storageKey) !== null
}
