import { VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { FilterField } from '@/ui/filter_field'
import { useListPage, type ListQuery } from './list_page'

const fields: FilterField[] = [
  { key: 'q', label: '关键字', type: 'text' },
  { key: 'state', label: '状态', type: 'choices', choices: [{ value: 'a', label: 'A' }] },
]

async function listAt(address: string) {
  const load = vi.fn(async (query: ListQuery) => ({ items: [{ id: JSON.stringify(query) }], page: 1, page_size: 15, total: 1, total_is_capped: false }))
  let list!: ReturnType<typeof useListPage<{ id: string }>>
  const component = defineComponent(() => {
    list = useListPage({ name: `list ${address}`, fields: () => fields, load, sort: '-at' })
    return () => h('div')
  })
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component }] })
  await router.push(address)
  mount(component, { global: { plugins: [router, VueQueryPlugin] } })
  await flushPromises()
  return { list, load, router }
}

it('asks for what the address bar says, repeated values as a list', async () => {
  const { load } = await listAt('/?q=上海&state=a&state=b&page=2&page_size=50')
  expect(load).toHaveBeenCalledExactlyOnceWith({ q: '上海', state: ['a', 'b'], page: 2, page_size: 50, sort: '-at' })
})

it('keeps a single chosen value of a multiple choice a list', async () => {
  const { load } = await listAt('/?state=a')
  expect(load).toHaveBeenCalledWith(expect.objectContaining({ state: ['a'] }))
})

it('writes filters into the address bar and starts again at the first page', async () => {
  const { list, load, router } = await listAt('/?page=3')
  list.filters = { q: ['北京'] }
  await flushPromises()
  expect(router.currentRoute.value.fullPath).toBe('/?q=%E5%8C%97%E4%BA%AC')
  expect(load).toHaveBeenLastCalledWith({ q: '北京', page: 1, page_size: 15, sort: '-at' })
})

it('leaves defaults out of the address bar', async () => {
  const { list, router } = await listAt('/?page=2&sort=name')
  list.sort = '-at'
  await flushPromises()
  expect(router.currentRoute.value.fullPath).toBe('/')
})
