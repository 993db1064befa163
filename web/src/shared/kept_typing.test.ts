import { afterEach, expect, test } from 'vitest'
import { nextTick, reactive } from 'vue'
import { forgetAllTyping, keepTyping, typingKeptFor } from './kept_typing'

afterEach(() => sessionStorage.clear())

test('signing out leaves nothing that was typed, and other things as they are', async () => {
  sessionStorage.setItem('elsewhere', 'stays')
  const forms = ['join', 'attendee'].map((name) => {
    const values = reactive({ document: '' })
    keepTyping(name, 1, values)
    return values
  })
  for (const values of forms) values.document = 'E12345678'
  await nextTick()
  expect(typingKeptFor('join')).toEqual({ version: 1, values: { document: 'E12345678' } })
  forgetAllTyping()
  expect([typingKeptFor('join'), typingKeptFor('attendee'), sessionStorage.getItem('elsewhere')]).toEqual([null, null, 'stays'])
})
