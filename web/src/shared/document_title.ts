import { locale } from './i18n/locale'

const systemName = { 'zh-CN': '进博会专业观众注册系统', en: 'CIIE visitor registration' }

export function setDocumentTitle(page: string) {
  document.title = `${page} · ${systemName[locale.value]}`
}
