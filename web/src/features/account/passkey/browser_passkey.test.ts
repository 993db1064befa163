import { expect, test } from 'vitest'
import { bytesOf, textOf } from './browser_passkey'

test('bytes go over the wire as base64url and come back', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i)
  for (const length of [0, 1, 2, 3, 255, 256]) {
    const text = textOf(bytes.slice(0, length).buffer)
    expect(text).toMatch(/^[\w-]*$/)
    expect(bytesOf(text)).toEqual(bytes.slice(0, length))
  }
})
