import { VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { api } from '@/shared/api/client'
import { queryClient } from '@/shared/queries'
import SavedViews from './SavedViews.vue'

const view = { id: 'v1', list: 'groups', name: '上海', query: 'q=%E4%B8%8A%E6%B5%B7&state=active&state=disabled', position: 1, version: 4 }

async function at(address: string) {
  vi.spyOn(api, 'GET').mockResolvedValue({ data: { items: [view] } } as never)
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: SavedViews }] })
  await router.push(address)
  const wrapper = mount(SavedViews, {
    props: { list: 'groups' },
    global: { plugins: [router, [VueQueryPlugin, { queryClient }]] },
    attachTo: document.body,
  })
  await flushPromises()
  const press = async (name: string) => {
    await wrapper.findAll('button').find((button) => button.text().includes(name))!.trigger('click')
    await vi.dynamicImportSettled()
    await flushPromises()
  }
  return { wrapper, router, press }
}

afterEach(() => {
  vi.restoreAllMocks()
  queryClient.clear()
  document.body.innerHTML = ''
})

it('applies a view: the address bar gets its filters, repeated ones too', async () => {
  const { wrapper, router, press } = await at('/?page=3')
  await press('上海')
  expect(router.currentRoute.value.query).toEqual({ q: '上海', state: ['active', 'disabled'] })
  expect(wrapper.find('[aria-pressed=true]').text()).toBe('上海')
  wrapper.unmount()
})

it('saves the present filters under a name, without the page', async () => {
  const post = vi.spyOn(api, 'POST').mockResolvedValue({ data: { ...view, name: '启用的' } } as never)
  const { wrapper, press } = await at('/?state=active&page=2')
  await press('保存当前筛选')
  await wrapper.find('dialog input').setValue('启用的')
  await wrapper.find('dialog form').trigger('submit')
  await flushPromises()
  expect(post).toHaveBeenCalledWith('/my/saved_views', { body: { list: 'groups', name: '启用的', query: 'state=active' } })
  expect(wrapper.find('dialog').exists()).toBe(false)
  wrapper.unmount()
})

it('offers nothing to save while nothing is filtered', async () => {
  const { wrapper } = await at('/?page=2')
  expect(wrapper.text()).not.toContain('保存当前筛选')
  wrapper.unmount()
})

it('renames, moves to the present filters, and deletes what is no longer used', async () => {
  const put = vi.spyOn(api, 'PUT').mockResolvedValue({ data: view } as never)
  const remove = vi.spyOn(api, 'DELETE').mockResolvedValue({} as never)
  const { wrapper, press } = await at('/?q=x')
  await press('管理常用筛选')
  await press('改为当前条件')
  expect(put).toHaveBeenLastCalledWith('/my/saved_views/{id}', expect.objectContaining({ body: { name: '上海', query: 'q=x', position: 1 }, headers: { 'If-Match': '"4"' } }))
  await press('重命名')
  await wrapper.find('dialog dialog input').setValue('上海市')
  await wrapper.find('dialog dialog form').trigger('submit')
  await flushPromises()
  expect(put).toHaveBeenLastCalledWith('/my/saved_views/{id}', expect.objectContaining({ body: { name: '上海市', query: view.query, position: 1 } }))
  await press('删除')
  await wrapper.find('dialog dialog footer button').trigger('click')
  await flushPromises()
  expect(remove).toHaveBeenCalledWith('/my/saved_views/{id}', { params: { path: { id: 'v1' } } })
  wrapper.unmount()
})
