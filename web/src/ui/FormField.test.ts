import { mount, RouterLinkStub } from '@vue/test-utils'
import { h } from 'vue'
import { expect, it } from 'vitest'
import AppButton from './AppButton.vue'
import ErrorCard from './ErrorCard.vue'
import { problemLinksKey } from './problem_links'
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

it('a fault offers another try and names the request', async () => {
  const wrapper = mount(ErrorCard, { props: { error: new ApiError(503, { request_id: 'r-1' }) } })
  expect(wrapper.text()).toContain('r-1')
  await wrapper.find('button').trigger('click')
  expect(wrapper.emitted('retry')).toHaveLength(1)
})

it('a refusal leads on: who can grant what is missing, the order that it speaks of, and no second try of the same', () => {
  const of = (status: number, problem: object) =>
    mount(ErrorCard, {
      props: { error: new ApiError(status, { request_id: 'r-1', ...problem }) },
      global: { provide: { [problemLinksKey as symbol]: ({ details }: ApiError) => (details.order ? [{ text: `查看订单 ${details.order}`, to: '/visitor/orders' }] : []) }, stubs: { RouterLink: RouterLinkStub } },
    })
  const missing = of(403, { detail: '没有权限', details: { permission: 'edit_edition' } })
  expect(missing.text()).toContain('没有权限')
  expect(missing.text()).toContain('届与开放时间配置')
  const inOrder = of(409, { detail: '在未支付的订单中', details: { order: 'D1' } })
  expect(inOrder.find('a').text()).toBe('查看订单 D1')
  for (const refusal of [missing, inOrder]) {
    expect(refusal.find('button').exists()).toBe(false)
    expect(refusal.text()).not.toContain('r-1')
  }
})
