import { readonly, ref } from 'vue'

export type Locale = 'zh-CN' | 'en'

const storageKey = 'expogate.locale'
const current = ref<Locale>(localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh-CN')
document.documentElement.lang = current.value

export const locale = readonly(current)

/** Switches the language of the texts; `selectLocale` in messages.ts loads them first. */
export function applyLocale(next: Locale) {
  current.value = next
  localStorage.setItem(storageKey, next)
  document.documentElement.lang = next
}
