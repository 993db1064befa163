import { expect, it } from 'vitest'
import { localeOfBrowser } from './locale'

it.each([
  [['en-US', 'zh-CN'], 'en'],
  [['zh-Hant-TW', 'en'], 'zh-CN'],
  [['fr-FR', 'zh-CN'], 'zh-CN'],
  [['de-DE'], 'en'],
  [[], 'en'],
])('of a browser with %j the first page is in %s', (languages, wanted) => {
  expect(localeOfBrowser(languages)).toBe(wanted)
})
