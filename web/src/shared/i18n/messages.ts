import { shallowRef } from 'vue'
import { applyLocale, locale, type Locale } from './locale'

/**
 * The texts of a feature: plain strings, and functions where a text has parts. Chinese is the source and ships with the
 * feature; English has the same shape (a missing key does not compile) and is loaded when somebody reads English.
 */
export type Texts = { [key: string]: string | ((...parts: never[]) => string) | Texts }

/** The same keys with free wording: what an English twin must look like. */
export type Translation<T> = {
  [K in keyof T]: T[K] extends string ? string : T[K] extends (...parts: infer P) => string ? (...parts: P) => string : Translation<T[K]>
}

interface Bundle {
  loadEnglish(): Promise<void>
}

const bundles: Bundle[] = []

export function defineMessages<T extends Texts>(chinese: T, english: () => Promise<{ default: Translation<T> }>) {
  const translated = shallowRef<Translation<T>>()
  bundles.push({
    async loadEnglish() {
      translated.value ??= (await english()).default
    },
  })
  return following(chinese, () => (locale.value === 'en' ? (translated.value ?? chinese) : chinese)) as Translation<T>
}

/** Reading a key follows the language, in templates and in scripts alike; so do its parts, where a script keeps them. */
function following(chinese: Texts, texts: () => Texts): Texts {
  const parts: Texts = {}
  for (const [key, part] of Object.entries(chinese)) if (typeof part === 'object') parts[key] = following(part, () => texts()[key] as Texts)
  return new Proxy(chinese, { get: (_, key: string) => parts[key] ?? texts()[key] })
}

/** Features bring their texts when their page is loaded, so this runs again before every page is shown. */
export async function loadMessages(wanted: Locale = locale.value) {
  if (wanted === 'en') await Promise.all(bundles.map((bundle) => bundle.loadEnglish()))
}

export async function selectLocale(next: Locale) {
  await loadMessages(next)
  applyLocale(next)
}

/** Objects of the API carry their names in both languages: `name_zh` and `name_en`. */
export function localized<K extends string>(object: { [P in `${K}_zh` | `${K}_en`]: string }, key: K): string {
  const chinese = object[`${key}_zh`]
  return locale.value === 'en' ? object[`${key}_en`] || chinese : chinese
}

/** The name in the language that is not shown: many know a thing by it. */
export function localizedElse<K extends string>(object: { [P in `${K}_zh` | `${K}_en`]: string }, key: K): string {
  return locale.value === 'en' ? object[`${key}_zh`] : object[`${key}_en`]
}
