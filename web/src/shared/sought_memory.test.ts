import { afterEach, expect, it } from 'vitest'
import { withSoughtInHeaders } from './api/sought'
import { forgetSought, fromAddress, inAddress } from './sought_memory'

afterEach(() => sessionStorage.clear())

it('keeps what says who somebody is out of the address, and knows it again in this tab', () => {
  const [key] = inAddress('document', ['110101199003074477'])
  expect(key).not.toContain('110101199003074477')
  expect(inAddress('document', ['110101199003074477'])).toEqual([key])
  expect(fromAddress('document', [key!])).toEqual(['110101199003074477'])
  expect(fromAddress('document', ['of another tab'])).toEqual([])
  expect(inAddress('name', ['李明'])).toEqual(['李明'])
  forgetSought()
  expect(fromAddress('document', [key!])).toEqual([])
})

it('sends it in a header, and the rest where it was', () => {
  const sent = withSoughtInHeaders(new Request('https://fair.example/api/v1/attendees?name=x&document=１１0', { headers: { Edition: '7' } }))
  expect(sent.url).toBe('https://fair.example/api/v1/attendees?name=x')
  expect(sent.headers.get('Sought-document')).toBe(encodeURIComponent('１１0'))
  expect(sent.headers.get('Edition')).toBe('7')
  const other = new Request('https://fair.example/api/v1/attendees?name=x')
  expect(withSoughtInHeaders(other)).toBe(other)
})
