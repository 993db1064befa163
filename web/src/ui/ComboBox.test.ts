import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import ChoiceSelect from './ChoiceSelect.vue'
import ComboBox from './ComboBox.vue'

const groups = ['重庆', '上海', '厦门', '北京', '安徽'].map((label, i) => ({ value: `G0${i}`, label, also: ['Chongqing', 'Shanghai', 'Xiamen', 'Beijing', 'Anhui'][i] }))

function box(modelValue = '') {
  const wrapper = mount(ComboBox, {
    props: { choices: groups, empty: '请选择', modelValue, 'onUpdate:modelValue': (value: string) => wrapper.setProps({ modelValue: value }) },
    attrs: { id: 'group' },
    attachTo: document.body,
  })
  return wrapper
}

const options = (wrapper: ReturnType<typeof box>) => wrapper.findAll('[role=option]').map((option) => option.text())
const press = (wrapper: ReturnType<typeof box>, key: string) => wrapper.find('input').trigger('keydown', { key })

afterEach(() => (document.body.innerHTML = ''))

describe('a choice of many', () => {
  it('is sorted by pinyin', async () => {
    const wrapper = box()
    await wrapper.find('input').trigger('click')
    expect(options(wrapper)[0]).toBe('请选择')
    expect(options(wrapper).slice(1)).toEqual(['上海', '北京', '厦门', '安徽', '重庆'].sort(new Intl.Collator('zh-CN').compare))
  })

  it.each([
    ['海', '上海'],
    ['sh', '上海'],
    ['chongqing', '重庆'],
    ['xm', '厦门'],
    ['Beij', '北京'],
    ['G04', '安徽'],
  ])('is found by name, pinyin, initials, the other language or code: %s', async (text, name) => {
    const wrapper = box()
    await wrapper.find('input').setValue(text)
    await vi.waitFor(() => expect(options(wrapper)).toEqual([name]))
    await press(wrapper, 'Enter')
    expect(wrapper.props('modelValue')).toBe(groups.find(({ label }) => label === name)!.value)
    expect((wrapper.find('input').element as HTMLInputElement).value).toBe(name)
  })

  it('keeps what it was after Esc, and takes no free text', async () => {
    const wrapper = box('G01')
    await wrapper.find('input').setValue('没有')
    expect(wrapper.text()).toContain('没有匹配的选项')
    await press(wrapper, 'Enter')
    expect(wrapper.props('modelValue')).toBe('G01')
    await wrapper.find('input').setValue('北京')
    await press(wrapper, 'Escape')
    expect((wrapper.find('input').element as HTMLInputElement).value).toBe('上海')
  })

  it('names the active option as the arrows move, and can be emptied', async () => {
    const wrapper = box('G01')
    await press(wrapper, 'ArrowDown')
    const active = () => document.getElementById(wrapper.find('input').attributes('aria-activedescendant')!)!.textContent.trim()
    await vi.waitFor(() => expect(active()).toBe('上海'))
    for (let i = 0; i < 6; i++) await press(wrapper, 'ArrowUp')
    expect(active()).toBe('请选择')
    await press(wrapper, 'Enter')
    expect(wrapper.props('modelValue')).toBe('')
  })
})

it('few choices are the browser’s own select', () => {
  const few = mount(ChoiceSelect, { props: { choices: groups, modelValue: 'G02' } })
  expect(few.find('select').element.value).toBe('G02')
  const many = Array.from({ length: 13 }, (_, i) => ({ value: String(i), label: `条目${i}` }))
  expect(mount(ChoiceSelect, { props: { choices: many, modelValue: '' } }).find('[role=combobox]').exists()).toBe(true)
})
