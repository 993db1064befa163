import { reactive } from 'vue'
import { locale } from './i18n/locale'
import { localized } from './i18n/messages'

const words = { 'zh-CN': '专业观众注册系统', en: 'Visitor registration' }
const fair = reactive({ short_name_zh: '', short_name_en: '' })

/** Whose system this is: known once the server has said it. */
export function nameSystem(named: typeof fair) {
  fair.short_name_zh = named.short_name_zh
  fair.short_name_en = named.short_name_en
}

export function setDocumentTitle(page: string) {
  const space = locale.value === 'en' ? ' ' : ''
  document.title = `${page} · ${localized(fair, 'short_name')}${space}${words[locale.value]}`
}
