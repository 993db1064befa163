import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import Pager from './Pager.vue'

const pager = (props: object) => mount(Pager, { props: { total: 2318, page: 1, pageSize: 50, ...props } })
const disabled = (wrapper: ReturnType<typeof pager>) => wrapper.findAll('button').map((button) => button.attributes('disabled') !== undefined)

it('says where one is, in the words of the slides', () => {
  expect(pager({ page: 3 }).text()).toContain('第 3 页, 每页 50 条, 共 2318 条记录')
  expect(pager({ capped: true }).text()).toContain('共 2318 以上 条记录')
})

it('offers first and previous only behind the first page, next and last only before the last', () => {
  expect(disabled(pager({}))).toEqual([true, true, false, false])
  expect(disabled(pager({ page: 47 }))).toEqual([false, false, true, true])
  expect(disabled(pager({ total: 0 }))).toEqual([true, true, true, true])
})

it('goes to the last page', async () => {
  const wrapper = pager({})
  await wrapper.findAll('button')[3]!.trigger('click')
  expect(wrapper.emitted('update:page')).toEqual([[47]])
})

it('changes the page size through a labelled native select', async () => {
  const wrapper = pager({})
  expect(wrapper.find('label').text()).toContain('每页条数')
  await wrapper.find('select').setValue('100')
  expect(wrapper.emitted('update:pageSize')).toEqual([[100]])
})
