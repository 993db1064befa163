import { createHash } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { leadingZeroBits, solve } from './proof_of_work'
import { sha256 } from './sha256'

const hex = (hash: Uint32Array) => [...hash].map((word) => word.toString(16).padStart(8, '0')).join('')
const reference = (text: string) => createHash('sha256').update(text).digest('hex')

describe('SHA-256', () => {
  it.each(['', 'abc', 'a'.repeat(55), 'a'.repeat(56), 'a'.repeat(64), 'a'.repeat(1000), '盐值123'])('agrees with the reference for %j', (text) => {
    expect(hex(sha256(new TextEncoder().encode(text)))).toBe(reference(text))
  })
})

it.each([
  [[0xffffffff, 0], 0],
  [[0x00ffffff, 0], 8],
  [[0, 0x10000000], 35],
  [[0, 0], 64],
])('counts the leading zero bits of %j', (words, bits) => {
  expect(leadingZeroBits(Uint32Array.from(words))).toBe(bits)
})

it('finds the first number whose hash is small enough, and reports its tries', () => {
  const onTry = vi.fn()
  const answer = solve('salt-', 10, onTry)
  expect(BigInt(`0x${reference(`salt-${answer}`)}`) >> 246n).toBe(0n)
  expect(onTry).toHaveBeenCalledTimes(Number(answer))
})
