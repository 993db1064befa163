import { expect, it } from 'vitest'
import { applies, fieldOf, fieldsOf, formSteps, isRequired, stepOf, withoutUnasked, type Form } from './form_fields'

const form = { category: 'enterprise', uscc: '9', country_code: 'CN', employees: 45, ownership_code: '159', name_zh: '甲' } as Form

it('asks every field of the form on exactly one step', () => {
  const all = formSteps.flatMap((step) => fieldsOf[step])
  expect(new Set(all).size).toBe(all.length)
})

it('finds the step of a problem, also inside lists', () => {
  expect(['uscc', 'industries', 'products[3]', 'purchase_needs[0].area_code', 'contact_mobile', 'unheard_of'].map(stepOf)).toEqual([0, 1, 2, 2, 3, 4])
  expect(fieldOf('purchase_needs[0].area_code')).toBe('purchase_needs')
})

it('asks only what applies (ORG-04)', () => {
  expect(applies('country_code', form, 'domestic')).toBe(false)
  expect(applies('uscc', form, 'overseas')).toBe(false)
  expect(applies('employees', form, 'overseas')).toBe(true)
  expect(applies('employees', { ...form, category: 'government' }, 'domestic')).toBe(false)
})

it('stars what is needed', () => {
  expect([isRequired('name_en', 'domestic'), isRequired('name_en', 'overseas')]).toEqual([false, true])
  expect([isRequired('trading_group_id', 'domestic'), isRequired('trading_group_id', 'overseas')]).toEqual([true, false])
  expect(isRequired('website', 'domestic')).toBe(false)
})

it('sends nothing that was not asked', () => {
  expect(withoutUnasked({ ...form, category: 'institution' }, 'domestic')).toMatchObject({ uscc: '9', country_code: '', employees: null, ownership_code: '', name_zh: '甲' })
  expect(withoutUnasked(form, 'overseas')).toMatchObject({ uscc: null, country_code: 'CN', employees: 45 })
})
