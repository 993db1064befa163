import { readonly, ref } from 'vue'

export type Locale = 'zh-CN' | 'en'

const storageKey = 'expogate.locale'
const current = ref<Locale>(localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh-CN')
document.documentElement.lang = current.value

export const locale = readonly(current)

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
