import { flushPromises, mount } from '@vue/test-utils'
import { nextTick } from 'vue'
import { describe, expect, it, vi } from 'vitest'
import FilterBar from './FilterBar.vue'
import type { FilterField, FilterValues } from './filter_field'

const states = [
  { value: 'draft', label: '已保存' },
  { value: 'approved', label: '审核通过' },
]
const fields: FilterField[] = [
  { key: 'q', label: '关键字', type: 'text' },
  { key: 'state', label: '审核状态', type: 'choices', choices: states },
  { key: 'days', label: '申报日期', type: 'days', range: ['from_on', 'to_on'] },
]
const many: FilterField[] = Array.from({ length: 19 }, (_, i) => ({ key: `f${i}`, label: `条件${i}`, type: 'text' }))

function bar(given: FilterField[], modelValue: FilterValues = {}) {
  const wrapper = mount(FilterBar, {
    props: { fields: given, modelValue, 'onUpdate:modelValue': (values: FilterValues) => wrapper.setProps({ modelValue: values }) },
    attachTo: document.body,
  })
  return wrapper
}

const buttonNamed = (wrapper: ReturnType<typeof bar>, name: string) => wrapper.findAll('button').find((button) => button.text().includes(name))!

/** The panel comes when it is first opened. */
async function openPanel(wrapper: ReturnType<typeof bar>, name: string) {
  await buttonNamed(wrapper, name).trigger('click')
  await vi.dynamicImportSettled()
  await flushPromises()
}

describe('the filter bar', () => {
  it('searches only when asked to', async () => {
    const wrapper = bar(fields)
    await wrapper.find('input').setValue('远航')
    expect(wrapper.emitted('update:modelValue')).toBeUndefined()
    await wrapper.find('form').trigger('submit')
    expect(wrapper.props('modelValue')).toEqual({ q: ['远航'] })
  })

  it('offers several choices as check boxes', async () => {
    const wrapper = bar(fields)
    await buttonNamed(wrapper, '可多选').trigger('click')
    await wrapper.findAll('input[type=checkbox]')[1]!.setValue(true)
    await wrapper.find('form').trigger('submit')
    expect(wrapper.props('modelValue')).toEqual({ state: ['approved'] })
  })

  it('takes numbers from and to as they were typed, in half width, and shows them as one chip', async () => {
    const wrapper = bar([...many.slice(0, 4), { key: 'persons', label: '单位配额人数', type: 'numbers', range: ['limit_from', 'limit_to'] }], { limit_to: ['50'] })
    expect(wrapper.findAll('.chips li').map((chip) => chip.text())).toEqual(['单位配额人数 ~ 50'])
    await wrapper.find('.opener').trigger('click')
    await vi.dynamicImportSettled()
    await flushPromises()
    await wrapper.find('input[aria-label="单位配额人数 从"]').setValue(' １２')
    await wrapper.find('form').trigger('submit')
    expect(wrapper.props('modelValue')).toEqual({ limit_from: ['12'], limit_to: ['50'] })
  })

  it('puts choices of one group under its heading', async () => {
    const choices = [
      { value: 'FOOD-01', label: '乳制品', group: '食品' },
      { value: 'FOOD-02', label: '蔬果', group: '食品' },
      { value: 'AUTO-01', label: '整车', group: '汽车' },
    ]
    const wrapper = bar([{ key: 'product', label: '感兴趣展品', type: 'choices', choices }])
    await buttonNamed(wrapper, '可多选').trigger('click')
    expect(wrapper.findAll('fieldset strong').map((heading) => heading.text())).toEqual(['食品', '汽车'])
  })

  it('shows active conditions as chips that can be removed one by one', async () => {
    const wrapper = bar(fields, { q: ['远航'], state: ['draft', 'approved'], from_on: ['2025-01-01'], to_on: [] })
    const chips = () => wrapper.findAll('.chips li').map((chip) => chip.text())
    expect(chips()).toEqual(['关键字 远航', '审核状态 已保存、审核通过', '申报日期 2025-01-01 ~'])
    await wrapper.find('button[aria-label="移除条件 审核状态：已保存、审核通过"]').trigger('click')
    expect(chips()).toEqual(['关键字 远航', '申报日期 2025-01-01 ~'])
  })

  it('shows three conditions, and all of them in a panel, which a search closes', async () => {
    const wrapper = bar(many)
    expect(wrapper.findAll('.line input')).toHaveLength(3)
    await openPanel(wrapper, '更多筛选 (19)')
    expect(wrapper.findAll('[role=dialog] .body input')).toHaveLength(19)
    await wrapper.find('[role=dialog] .body input').setValue('远航')
    await wrapper.find('form').trigger('submit')
    expect(wrapper.props('modelValue')).toEqual({ f0: ['远航'] })
    expect(wrapper.find('[role=dialog]').exists()).toBe(false)
  })

  it('finds a condition by its name', async () => {
    const wrapper = bar(many)
    await openPanel(wrapper, '更多筛选')
    expect(document.activeElement).toBe(wrapper.find('input[type=search]').element)
    await wrapper.find('input[type=search]').setValue('条件18')
    expect(wrapper.findAll('[role=dialog] label').map((label) => label.text())).toEqual(['条件18'])
  })

  it('closes the panel by Esc, and the keyboard is back at its button', async () => {
    const wrapper = bar(many)
    await openPanel(wrapper, '更多筛选')
    await wrapper.find('[role=dialog]').trigger('keydown', { key: 'Escape' })
    await nextTick()
    expect(wrapper.find('[role=dialog]').exists()).toBe(false)
    expect(document.activeElement).toBe(buttonNamed(wrapper, '更多筛选').element)
  })

  it('resets to no condition at all', async () => {
    const wrapper = bar(fields, { q: ['远航'] })
    await buttonNamed(wrapper, '重置').trigger('click')
    expect(wrapper.props('modelValue')).toEqual({})
    expect((wrapper.find('input').element as HTMLInputElement).value).toBe('')
  })
})
