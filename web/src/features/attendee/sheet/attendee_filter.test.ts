import { expect, it } from 'vitest'
import { attendeeFilterOf } from './attendee_filter'

it('carries the filters of the address bar, each in its type', () => {
  const filter = attendeeFilterOf({ state: ['draft', 'returned'], is_reuse: ['false'], name: ['李'], number: [] })
  expect(filter).toEqual({ state: ['draft', 'returned'], badge_type: [], entry_option_id: [], sponsorship: [], badge_state: [], is_reuse: false, name: '李', id: [] })
})

it('means the chosen rows alone where there are any', () => {
  expect(attendeeFilterOf({ state: ['draft'] }, ['a1'])).toEqual({ state: [], badge_type: [], entry_option_id: [], sponsorship: [], badge_state: [], id: ['a1'] })
})
