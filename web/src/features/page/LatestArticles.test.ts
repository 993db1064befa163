import { VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, RouterLinkStub } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi, type MockInstance } from 'vitest'
import { api } from '@/shared/api/client'
import { ApiError } from '@/shared/api/problem'
import { applyLocale } from '@/shared/i18n/locale'
import { queryClient } from '@/shared/queries'
import LatestArticles from './LatestArticles.vue'

const row = { id: 'a', section: 'guide', title_zh: '注册指南', title_en: '', lead_zh: '', lead_en: '', is_pinned: false, state: 'published', published_at: '2025-10-09T16:30:00.000Z', changed_at: '2025-10-09T16:30:00.000Z', version: 2 }
let get: MockInstance<typeof api.GET>

beforeEach(() => {
  queryClient.clear()
  get = vi.spyOn(api, 'GET')
})
afterEach(() => applyLocale('zh-CN'))

async function latest() {
  const wrapper = mount(LatestArticles, { props: { path: '/services', count: 3 }, global: { plugins: [[VueQueryPlugin, { queryClient }]], stubs: { RouterLink: RouterLinkStub } } })
  await flushPromises()
  return wrapper
}

it('leads to the articles and to the whole board, with the day in Shanghai', async () => {
  get.mockResolvedValue({ data: { items: [row] } } as never)
  const wrapper = await latest()
  expect(get).toHaveBeenCalledWith('/articles', { params: { query: { page_size: 3 } } })
  expect(wrapper.findAllComponents(RouterLinkStub).map((link) => link.props('to'))).toEqual(['/services', '/services/a'])
  expect(wrapper.find('time').text()).toBe('2025-10-10')
})

it('marks what is shown in Chinese to readers of English', async () => {
  applyLocale('en')
  get.mockResolvedValue({ data: { items: [row, { ...row, id: 'b', title_en: 'Guide' }] } } as never)
  const titles = (await latest()).findAll('li a')
  expect(titles.map((title) => [title.text(), title.attributes('lang')])).toEqual([
    ['注册指南', 'zh-CN'],
    ['Guide', undefined],
  ])
})

it('is not there without articles, nor in the way when they cannot be loaded', async () => {
  get.mockResolvedValueOnce({ data: { items: [] } } as never)
  expect((await latest()).find('section').exists()).toBe(false)
  queryClient.clear()
  get.mockRejectedValue(new ApiError(403, {}))
  expect((await latest()).find('section').exists()).toBe(false)
})
