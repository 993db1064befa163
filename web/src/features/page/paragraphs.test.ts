import { expect, test } from 'vitest'
import { paragraphsOf } from './paragraphs'

const addresses = (text: string) => paragraphsOf(text).flat().filter(({ href }) => href).map(({ href }) => href)

test('empty lines part paragraphs; single ones do not', () => {
  expect(paragraphsOf('第一段\n接着\n\n \n 第二段\n\n\n')).toEqual([[{ text: '第一段\n接着' }], [{ text: '第二段' }]])
  expect(paragraphsOf('  ')).toEqual([])
})

test('web addresses become links, without what stands behind them', () => {
  expect(paragraphsOf('详见 https://expo.example/a?b=1。')).toEqual([
    [{ text: '详见 ' }, { text: 'https://expo.example/a?b=1', href: 'https://expo.example/a?b=1' }, { text: '。' }],
  ])
  expect(addresses('See https://expo.example/halls. Or (http://expo.example/), or https://expo.example/展商')).toEqual([
    'https://expo.example/halls',
    'http://expo.example/',
    'https://expo.example/',
  ])
})

test('nothing else is a link, and markup stays text', () => {
  expect(addresses('javascript:alert(1) ftp://expo.example //expo.example <a href="data:x">')).toEqual([])
  expect(paragraphsOf('<b>1 < 2</b>')).toEqual([[{ text: '<b>1 < 2</b>' }]])
})
