import { locale } from '@/shared/i18n/locale'

/** An organization has at least one of its names: those from abroad often no Chinese one. */
export function nameOf({ name_zh, name_en }: { name_zh: string; name_en: string }): string {
  return locale.value === 'en' ? name_en || name_zh : name_zh || name_en
}
