import { expect, it } from 'vitest'
import { isHeic, startsAsHeic } from './heic'

it('knows photos of iPhones by their kind, or by their name where the system knows no kind', () => {
  expect(isHeic({ type: 'image/heic' })).toBe(true)
  expect(isHeic({ type: 'image/heif-sequence' })).toBe(true)
  expect(isHeic({ type: '', name: 'IMG_0001.HEIC' })).toBe(true)
  expect(isHeic({ type: 'image/jpeg', name: 'a.heic.jpg' })).toBe(false)
  expect(isHeic({ type: '', name: 'a.txt' })).toBe(false)
})

it('knows them by their first letters under another name', async () => {
  expect(await startsAsHeic(new Blob(['\0\0\0\x18ftypheic\0\0\0\0mif1']))).toBe(true)
  expect(await startsAsHeic(new Blob(['\0\0\0\x18ftypmif1\0\0\0\0heic']))).toBe(true)
  expect(await startsAsHeic(new Blob(['\0\0\0\x18ftypmp42']))).toBe(false)
  expect(await startsAsHeic(new Blob(['\xff\xd8\xff']))).toBe(false)
})
