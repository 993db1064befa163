import { afterEach, describe, expect, it } from 'vitest'
import { applyLocale } from './locale'
import { defineMessages, localized, selectLocale } from './messages'

const chineseModules = import.meta.glob<{ chinese: object }>('/src/**/messages.ts', { eager: true })
const englishModules = import.meta.glob<{ default: object }>('/src/**/messages.en.ts', { eager: true })

afterEach(() => applyLocale('zh-CN'))

/** `a.b` for every text, with the number of its parts, so that a forgotten part shows as well. */
function shapeOf(texts: object, prefix = ''): string[] {
  return Object.entries(texts).flatMap(([key, text]) => {
    if (typeof text === 'object') return shapeOf(text, `${prefix}${key}.`)
    return `${prefix}${key}(${typeof text === 'function' ? text.length : 0})`
  })
}

const features = Object.keys(chineseModules).filter((path) => !path.includes('/i18n/'))

describe.each(features)('%s', (path) => {
  it('has the same texts in English', () => {
    const english = englishModules[path.replace('.ts', '.en.ts')]!
    expect(shapeOf(english.default).sort()).toEqual(shapeOf(chineseModules[path]!.chinese).sort())
  })

  it('is English in English: plurals by rule, its own marks', async () => {
    const english = englishModules[path.replace('.ts', '.en.ts')]!
    const texts = JSON.stringify(english.default, (_, text) => (typeof text === 'function' ? String(text) : text)).replaceAll('\\"', '')
    expect(texts).not.toMatch(/\(s\)|[，。；：！？（）《》「」“][^\x00-\x7F]*[\u4e00-\u9fff]|\d records/)
  })

  it('has no empty text', () => {
    const english = englishModules[path.replace('.ts', '.en.ts')]!
    expect(JSON.stringify([chineseModules[path]!.chinese, english.default])).not.toMatch(/""/)
  })
})

it('shows Chinese until English has been loaded, then follows the language', async () => {
  const texts = defineMessages({ hello: (name: string) => `你好 ${name}` }, async () => ({ default: { hello: (name) => `Hello ${name}` } }))
  expect(texts.hello('Li')).toBe('你好 Li')
  await selectLocale('en')
  expect(texts.hello('Li')).toBe('Hello Li')
  expect(document.documentElement.lang).toBe('en')
  await selectLocale('zh-CN')
  expect(texts.hello('Li')).toBe('你好 Li')
})

it('follows the language in a part that was kept', async () => {
  const { fields } = defineMessages({ fields: { name: '姓名', mobile: '手机' } }, async () => ({ default: { fields: { name: 'Name', mobile: 'Mobile' } } }))
  expect(Object.values(fields)).toEqual(['姓名', '手机'])
  await selectLocale('en')
  expect(fields.name).toBe('Name')
  expect(Object.entries(fields)).toEqual([['name', 'Name'], ['mobile', 'Mobile']])
})

it('falls back to the Chinese name where an object has no English one', async () => {
  expect(localized({ name_zh: '上海', name_en: 'Shanghai' }, 'name')).toBe('上海')
  await selectLocale('en')
  expect(localized({ name_zh: '上海', name_en: 'Shanghai' }, 'name')).toBe('Shanghai')
  expect(localized({ name_zh: '上海', name_en: '' }, 'name')).toBe('上海')
})
