import { describe, expect, it } from 'vitest'
import { ApiError } from '@/shared/api/problem'
import { furthestStep, invitedRegistration, newRegistration, requestOf, requireStep, stepOfField } from './registration'

function missing(step: number, values = newRegistration({})): string[] {
  try {
    requireStep(step, values)
    return []
  } catch (refusal) {
    return (refusal as ApiError).errors.map(({ field }) => field)
  }
}

it('takes the group and the codes of a link (ORG-01)', () => {
  expect(newRegistration({ trading_group: 'G09', referral_code: 'A1' })).toMatchObject({ origin: 'domestic', trading_group_id: 'G09', referral_code: 'A1' })
  expect(newRegistration({ invitation_code: '10045679580' })).toMatchObject({ origin: 'overseas', invitation_code: '10045679580' })
})

it('takes what an invitation fills in, by the origin of the invited (GRP-05)', () => {
  const invitation = { token: 't', name: '甲', uscc: '9', trading_group_id: 'G09', group_name_zh: '', group_name_en: '', invitation_code: null, referral_code: 'K1', expires_at: '' }
  const invited = { ...newRegistration({}), ...invitedRegistration({ ...invitation, origin: 'domestic' }) }
  expect(invited).toMatchObject({ name_zh: '甲', uscc: '9', trading_group_id: 'G09', referral_code: 'K1' })
  expect(requestOf(invited)).toMatchObject({ invitation_token: 't' })
  expect(invitedRegistration({ ...invitation, origin: 'overseas', uscc: null, invitation_code: '100' })).toEqual({ invitation_token: 't', origin: 'overseas', referral_code: 'K1', invitation_code: '100', name_en: '甲' })
})

it('knows on which step an error of the server belongs', () => {
  expect(['trading_group_id', 'invitation_code', 'uscc', 'licence_id', 'mobile', 'code', 'password'].map(stepOfField)).toEqual([0, 0, 1, 1, 2, 2, 2])
})

describe('going on', () => {
  it('gets no further than to what is missing, whatever the address says', () => {
    const first = { ...newRegistration({}), trading_group_id: 'G09' }
    const second = { ...first, name_zh: '甲', uscc: '9', licence: { id: 'L1', token: 't' } }
    expect([newRegistration({}), first, second].map(furthestStep)).toEqual([0, 1, 2])
  })

  it('needs what the origin needs', () => {
    expect(missing(0)).toEqual(['trading_group_id'])
    expect(missing(0, newRegistration({ invitation_code: '1' }))).toEqual(['country_code'])
    expect(missing(0, { ...newRegistration({}), invitation_code: '1' })).toEqual([])
    expect(missing(1)).toEqual(['licence_id', 'name_zh', 'uscc'])
    expect(missing(1, { ...newRegistration({}), name_zh: '甲', uscc: '9', licence: { id: 'L1', token: 't' } })).toEqual([])
  })

  it('needs a password by the rules, twice (ACC-02)', () => {
    const values = { ...newRegistration({}), mobile: '1', code: '1' }
    expect(missing(2, { ...values, password: 'short', confirmation: 'short' })).toEqual(['password'])
    expect(missing(2, { ...values, password: 'Kite#4096', confirmation: 'Kite#4095' })).toEqual(['confirmation'])
    expect(missing(2, { ...values, password: 'Kite#4096', confirmation: 'Kite#4096' })).toEqual([])
  })
})

it('sends only what applies to the origin', () => {
  const typed = { ...newRegistration({}), uscc: '9', mobile: '1', email: 'a@b.c', invitation_code: 'x', country_code: 'DE' }
  expect(requestOf(typed)).not.toHaveProperty('email')
  expect(requestOf({ ...typed, origin: 'overseas' })).not.toHaveProperty('uscc')
})
