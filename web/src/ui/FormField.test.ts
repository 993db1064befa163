import { mount } from '@vue/test-utils'
import { h } from 'vue'
import { expect, it } from 'vitest'
import AppButton from './AppButton.vue'
import ErrorCard from './ErrorCard.vue'
import FormField from './FormField.vue'
import { ApiError } from '@/shared/api/problem'

function field(props: object) {
  return mount(FormField, { props: { label: '账号', ...props }, slots: { default: ({ control }: { control: object }) => h('input', control) } })
}

it('ties label, hint and error to the control', () => {
  const wrapper = field({ hint: '字母或数字', error: '请填写', required: true })
  const input = wrapper.find('input')
  expect(wrapper.find('label').attributes('for')).toBe(input.attributes('id'))
  const described = input.attributes('aria-describedby')!.split(' ').map((id) => wrapper.find(`[id="${id}"]`).text())
  expect(described).toEqual(['字母或数字', '请填写'])
  expect(input.attributes('aria-invalid')).toBe('true')
  expect(input.attributes('aria-required')).toBe('true')
})

it('describes nothing when there is nothing to say', () => {
  const input = field({}).find('input')
  expect(input.attributes('aria-describedby')).toBeUndefined()
  expect(input.attributes('aria-invalid')).toBeUndefined()
})

it('a button that is not allowed can be found and says why, but does nothing', async () => {
  const wrapper = mount(AppButton, { props: { reason: '单位已审核' }, slots: { default: '编辑' } })
  await wrapper.trigger('click')
  expect(wrapper.emitted('click')).toBeUndefined()
  expect(wrapper.attributes('disabled')).toBeUndefined()
  expect(wrapper.attributes('aria-disabled')).toBe('true')
  expect(wrapper.text()).toContain('单位已审核')
})

it('an error offers another try, its request id, and who can grant what is missing', async () => {
  const error = new ApiError(403, { detail: '没有权限', request_id: 'r-1', details: { permission: 'edit_edition' } })
  const wrapper = mount(ErrorCard, { props: { error } })
  expect(wrapper.text()).toContain('没有权限')
  expect(wrapper.text()).toContain('届与开放时间配置')
  expect(wrapper.text()).toContain('r-1')
  await wrapper.find('button').trigger('click')
  expect(wrapper.emitted('retry')).toHaveLength(1)
})
