import type { Schemas } from '@/shared/api/types'
import { locale } from '@/shared/i18n/locale'
import { formatInstant } from '@/shared/time'

export type Article = Schemas['Article']
export type ArticleRow = Schemas['ArticleRow']

/** The day is enough for who reads; editors see the time. */
export function publishedOn({ published_at }: { published_at: string | null }): string {
  return formatInstant(published_at).slice(0, '2025-10-10'.length)
}

/** What a screen reader must know of a text that is shown in Chinese because it has no English. */
export function languageOf(english: string): string | undefined {
  return locale.value === 'en' && !english ? 'zh-CN' : undefined
}
