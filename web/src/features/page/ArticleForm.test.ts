import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { api } from '@/shared/api/client'
import { ApiError } from '@/shared/api/problem'
import ArticleForm from './ArticleForm.vue'
import type { Article } from './article'

const article: Article = { id: 'a', section: 'guide', title_zh: '标题', title_en: '', body_zh: '内容', body_en: '', is_pinned: false, state: 'draft', published_at: null, version: 3 }
const reload = vi.fn()
let put: MockInstance<typeof api.PUT>

beforeEach(async () => {
  await router.replace('/')
  sessionStorage.clear()
  reload.mockReset()
  put = vi.spyOn(api, 'PUT').mockResolvedValue({ data: { ...article, version: 4 } } as never)
})

const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: {} }] })
const open = (changes: Partial<Article> = {}) => mount(ArticleForm, { props: { article: { ...article, ...changes }, reload }, attachTo: document.body, global: { plugins: [router] } })
const titleOf = (wrapper: ReturnType<typeof open>) => wrapper.find('input:not([type=checkbox], [type=radio])')
const save = async (wrapper: ReturnType<typeof open>) => {
  await wrapper.find('form').trigger('submit')
  await flushPromises()
}
const sent = () => (put.mock.calls as unknown as [string, { body: Partial<Article>; headers: Record<string, string> }][]).map(([, { body, headers }]) => [body.title_zh, headers['If-Match']])

describe('what an editor types', () => {
  it('is there again after the dialog was left, until it is saved', async () => {
    const left = open()
    await titleOf(left).setValue('改了一半')
    left.unmount()
    const again = open()
    expect((titleOf(again).element as HTMLInputElement).value).toBe('改了一半')
    expect(again.find('[role=status]').text()).toContain('已恢复')
    await save(again)
    expect(sent()).toEqual([['改了一半', '"3"']])
    expect(again.emitted('done')).toHaveLength(1)
    again.unmount()
    expect(open().find('[role=status]').exists()).toBe(false)
  })

  it('is not put over what somebody else saved meanwhile', async () => {
    const left = open()
    await titleOf(left).setValue('我的标题')
    left.unmount()
    put.mockRejectedValueOnce(new ApiError(412, { code: 'resource.stale', detail: '内容已被他人修改' }))
    reload.mockResolvedValue({ ...article, title_zh: '别人的标题', version: 5 })
    const again = open({ title_zh: '别人的标题', version: 5 })
    await save(again)
    expect(again.find('[role=alert]').text()).toContain('别人的标题')
    expect((titleOf(again).element as HTMLInputElement).value).toBe('我的标题')
    await again.find('[role=alert] button').trigger('click')
    await flushPromises()
    expect(sent()).toEqual([['我的标题', '"3"'], ['我的标题', '"5"']])
  })

  it('is given up on request', async () => {
    const left = open()
    await titleOf(left).setValue('改了一半')
    left.unmount()
    const again = open()
    await again.find('[role=status] button').trigger('click')
    expect((titleOf(again).element as HTMLInputElement).value).toBe('标题')
    again.unmount()
    expect((titleOf(open()).element as HTMLInputElement).value).toBe('标题')
  })

  it('is shown in both languages by the preview, as text', async () => {
    const wrapper = open({ body_zh: '<b>粗</b>\n\n见 https://expo.example/a', title_en: 'Title', body_en: 'Text' })
    await wrapper.findAll('[role=tab]')[2]!.trigger('click')
    await flushPromises()
    const [chinese, english] = wrapper.findAll('article')
    expect(chinese!.findAll('p').map((p) => p.text())).toEqual(['<b>粗</b>', '见 https://expo.example/a'])
    expect(chinese!.find('a').attributes('href')).toBe('https://expo.example/a')
    expect(english!.attributes('lang')).toBe('en')
  })
})

it('opens the tab of what is wrong', async () => {
  put.mockRejectedValue(new ApiError(422, { errors: [{ field: 'title_zh', code: 'field.too_short', message: '至少 1 个字符' }] }))
  const wrapper = open()
  await wrapper.findAll('[role=tab]')[1]!.trigger('click')
  await flushPromises()
  await save(wrapper)
  expect(wrapper.find('[role=tab][aria-selected=true]').text()).toBe('中文')
  expect(wrapper.find('form [role=alert]').text()).toContain('标题（中文）：至少 1 个字符')
})
