import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import TabList from './TabList.vue'

const tabs = ['a', 'b', 'c'].map((value) => ({ value, label: value.toUpperCase() }))
const list = (open = 'a') => {
  const wrapper = mount(TabList, {
    props: { tabs, label: '展区', panel: 'p', modelValue: open, 'onUpdate:modelValue': (next: string) => wrapper.setProps({ modelValue: next }) },
    attachTo: document.body,
  })
  return wrapper
}

describe('tabs', () => {
  it('are one stop of the Tab key: the open one', () => {
    expect(list('b').findAll('[role=tab]').map((tab) => tab.attributes('tabindex'))).toEqual(['-1', '0', '-1'])
  })

  it.each([
    ['a', 'ArrowRight', 'b'],
    ['a', 'ArrowLeft', 'c'],
    ['c', 'ArrowRight', 'a'],
    ['a', 'End', 'c'],
    ['c', 'Home', 'a'],
  ])('from %s, %s opens %s and goes there', async (from, key, to) => {
    const wrapper = list(from)
    await wrapper.find('[role=tablist]').trigger('keydown', { key })
    expect(wrapper.find('[aria-selected=true]').text()).toBe(to.toUpperCase())
    expect(document.activeElement?.textContent?.trim()).toBe(to.toUpperCase())
    wrapper.unmount()
  })
})
