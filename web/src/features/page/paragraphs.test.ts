import { expect, test } from 'vitest'
import { paragraphsOf } from './paragraphs'

test('empty lines part paragraphs, and only web addresses become links', () => {
  expect(paragraphsOf('第一段\n接着\n\n 详见 https://expo.example/a?b=1。\n\n\n')).toEqual([
    [{ text: '第一段\n接着' }],
    [{ text: '详见 ' }, { text: 'https://expo.example/a?b=1', href: 'https://expo.example/a?b=1' }, { text: '。' }],
  ])
  expect(paragraphsOf('javascript:alert(1)')).toEqual([[{ text: 'javascript:alert(1)' }]])
  expect(paragraphsOf('  ')).toEqual([])
})
