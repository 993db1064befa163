import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import GroupedChecks from './GroupedChecks.vue'

const groups = [{ value: 'g', label: '乳制品', choices: ['x', 'y'].map((value) => ({ value, label: value })) }]
const checks = (modelValue: string[]) => mount(GroupedChecks, { props: { groups, modelValue } })

it('takes all of a group, and leaves what belongs to others', async () => {
  const wrapper = checks(['other', 'x'])
  const all = wrapper.find('input')
  expect((all.element as HTMLInputElement).indeterminate).toBe(true)
  await all.trigger('change')
  expect(wrapper.emitted('update:modelValue')).toEqual([[['other', 'x', 'y']]])
})

it('leaves all of a group that was taken whole', async () => {
  const wrapper = checks(['other', 'x', 'y'])
  await wrapper.find('input').trigger('change')
  expect(wrapper.emitted('update:modelValue')).toEqual([[['other']]])
})
