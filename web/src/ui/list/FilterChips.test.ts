import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import type { FilterField } from '../filter_field'
import FilterChips from './FilterChips.vue'

const fields: FilterField[] = ['名称', '状态', '日期'].map((label, i) => ({ key: `f${i}`, label, type: 'text' }))
const values = { f0: ['远航'], f1: ['x'], f2: ['y'] }

/** As a browser lays them out: each chip 100 px, the line as wide as given. */
function lineOf(width: number) {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const at = [...(this.parentElement?.children ?? [])].indexOf(this)
    return { right: this.tagName === 'LI' ? (at + 1) * 100 : width } as DOMRect
  })
  return mount(FilterChips, { props: { fields, values } })
}

afterEach(() => vi.restoreAllMocks())

it('what does not fit into the line is counted, and leads to all conditions', async () => {
  const wrapper = lineOf(250)
  await flushPromises()
  expect(wrapper.findAll('li').map((chip) => chip.classes('beyond'))).toEqual([false, false, true])
  const more = wrapper.find('button.more')
  expect([more.text(), more.attributes('aria-label')]).toEqual(['+1', '另有 1 项条件'])
  await more.trigger('click')
  expect(wrapper.emitted('more')).toHaveLength(1)
})

it('where there is room all conditions stand, each with its name and value', async () => {
  const wrapper = lineOf(400)
  await flushPromises()
  expect(wrapper.find('button.more').exists()).toBe(false)
  expect(wrapper.findAll('li').map((chip) => chip.text())).toEqual(['名称 远航', '状态 x', '日期 y'])
  await wrapper.find('li button').trigger('click')
  expect(wrapper.emitted('remove')).toEqual([[fields[0]]])
})
