import { expect, it } from 'vitest'
import { nameOfFile } from './sheet'

it('a file has the name that the server gave it, in Chinese too', () => {
  expect(nameOfFile(`attachment; filename="___20251010.xlsx"; filename*=UTF-8''%E5%90%8D%E5%8D%95%2020251010.xlsx`)).toBe('名单 20251010.xlsx')
  expect(nameOfFile('attachment; filename="template.xlsx"')).toBe('template.xlsx')
  expect(nameOfFile('')).toBe('')
})
