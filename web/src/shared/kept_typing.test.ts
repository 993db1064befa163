import { afterEach, expect, test } from 'vitest'
import { forgetAllTyping, keepTyping, typingBelongsTo, typingKeptFor } from './kept_typing'

afterEach(() => sessionStorage.clear())

const typeTwo = () => ['join', 'attendee'].forEach((name) => keepTyping(name, 1, { document: 'E12345678' }))

test('signing out leaves nothing that was typed, and other things as they are', () => {
  sessionStorage.setItem('elsewhere', 'stays')
  typeTwo()
  expect(typingKeptFor('join')).toEqual({ version: 1, values: { document: 'E12345678' } })
  forgetAllTyping()
  expect([typingKeptFor('join'), typingKeptFor('attendee'), sessionStorage.getItem('elsewhere')]).toEqual([null, null, 'stays'])
})

test('another account does not find what the last one typed; the same one does', () => {
  typingBelongsTo('a')
  typeTwo()
  typingBelongsTo('a')
  expect(typingKeptFor('join')).not.toBeNull()
  typingBelongsTo('b')
  expect(typingKeptFor('join')).toBeNull()
})
