import { describe, expect, it } from 'vitest'
import { documentsInUse, readNumber } from './documents'

describe('a resident identity number (GB 11643)', () => {
  it('tells birth and gender', () => {
    expect(readNumber('resident_id', '11010519491231002x')).toEqual({ birth_on: '1949-12-31', gender: 'female' })
    expect(readNumber('hk_mo_tw_residence', '810000199408230021')).toEqual({ birth_on: '1994-08-23', gender: 'female' })
  })

  it('says nothing before it is whole, and of other documents', () => {
    expect(readNumber('resident_id', '1101051949')).toBeNull()
    expect(readNumber('passport', '11010519491231002X')).toBeNull()
    expect(readNumber(null, '11010519491231002X')).toBeNull()
  })

  it('is wrong with another check digit, a day that never was, or a letter', () => {
    for (const number of ['110105194912310021', '110105194902310025', '1101051949123100aX', '11010519491231002X9']) expect(readNumber('resident_id', number)).toBe('wrong')
  })
})

it('the documents of a region are those that the edition takes; one that names none takes all', () => {
  expect(documentsInUse('hk_mo_tw')).toEqual(['hk_mo_permit', 'taiwan_permit', 'hk_mo_tw_residence', 'passport'])
  expect(documentsInUse('hk_mo_tw', 'resident_id,passport')).toEqual(['passport'])
})
