import { VueQueryPlugin } from '@tanstack/vue-query'
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { reactive } from 'vue'
import { newAttendee, valuesOf } from './attendee_form'
import PersonFields from './PersonFields.vue'

function fields(isDomestic = true) {
  const values = reactive(valuesOf(newAttendee({})))
  const wrapper = mount(PersonFields, { props: { values, errors: {}, isDomestic }, global: { plugins: [VueQueryPlugin] } })
  const field = (label: string) => wrapper.findAll('.field').find((each) => each.find('label').text().includes(label))!
  return { values, field, labels: () => wrapper.findAll('label').map((label) => label.text()) }
}

it('asks for the documents and the name of the region', async () => {
  const { values, field, labels } = fields()
  await field('地区类型').find('select').setValue('mainland')
  expect(values).toMatchObject({ document_type: 'resident_id', nationality_code: 'CN' })
  expect(field('证件类型').findAll('option').map((option) => option.text())).toEqual(['请选择', '居民身份证', '护照'])
  expect(labels().some((label) => label.includes('国籍'))).toBe(false)

  await field('地区类型').find('select').setValue('foreign')
  expect(values).toMatchObject({ document_type: 'passport', nationality_code: '' })
  expect(field('姓名（英文').find('.star').exists()).toBe(true)
  expect(field('姓名（中文').find('.star').exists()).toBe(false)
  expect(labels().some((label) => label.includes('国籍'))).toBe(true)
})

it('fills in what a resident identity number tells, and says when it is none', async () => {
  const { values, field } = fields()
  await field('地区类型').find('select').setValue('mainland')
  await field('证件号码').find('input').setValue('110105194912310021')
  expect(field('证件号码').text()).toContain('证件号码与证件类型不符')
  await field('证件号码').find('input').setValue('11010519491231002x')
  expect(values).toMatchObject({ birth_on: '1949-12-31', gender: 'female' })
  expect(field('证件号码').text()).toContain('已按证件号码填写')
})

it('is told by SMS within the country, by e-mail abroad (MSG-00)', () => {
  const starred = (isDomestic: boolean) => ['手机号', '邮箱'].filter((label) => fields(isDomestic).field(label).find('.star').exists())
  expect(starred(true)).toEqual(['手机号'])
  expect(starred(false)).toEqual(['邮箱'])
})
