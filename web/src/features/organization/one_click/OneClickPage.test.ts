import { VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, RouterLinkStub } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest'
import { api } from '@/shared/api/client'
import { ApiError } from '@/shared/api/problem'
import { queryClient } from '@/shared/queries'
import OneClickPage from './OneClickPage.vue'

const route = { hash: '#token' }
vi.mock('vue-router', async (original) => ({ ...(await original<object>()), useRoute: () => route }))

let post: MockInstance<typeof api.POST>
const preview = { name_zh: '甲公司', name_en: '', contact_name: '王芳', group_name_zh: '上海交易团', group_name_en: '', uscc: '9', contact_mobile_masked: '139****0001', expires_at: '2025-11-01T00:00:00.000Z', is_complete: true }
const consent = { document: 'privacy_policy', current_version: 3, title_zh: '隐私政策', title_en: '', text_zh: '条款', text_en: '' }
const answers = (data: unknown) => Promise.resolve({ data }) as never

beforeEach(() => {
  queryClient.clear()
  route.hash = '#token'
  post = vi.spyOn(api, 'POST').mockImplementation(() => answers(preview))
  vi.spyOn(api, 'GET').mockImplementation(() => answers({ items: [consent] }))
})

async function page() {
  const wrapper = mount(OneClickPage, { global: { plugins: [[VueQueryPlugin, { queryClient }]], stubs: { RouterLink: RouterLinkStub } } })
  await vi.waitFor(() => expect(wrapper.find('.skeleton').exists()).toBe(false))
  await flushPromises()
  return wrapper
}

describe('one-click registration (ORG-10)', () => {
  it('shows what would be registered, and registers with the version that was agreed to', async () => {
    const wrapper = await page()
    expect(wrapper.text()).toContain('甲公司')
    await wrapper.find('input[type=checkbox]').setValue(true)
    post.mockImplementation(() => answers({ number: 'D8000001', name_zh: '甲公司', name_en: '', state: 'submitted' }))
    await wrapper.find('form').trigger('submit')
    await flushPromises()
    expect(post).toHaveBeenLastCalledWith('/one_click_registrations', { body: { token: 'token', privacy_policy_version: 3 } })
    expect(wrapper.text()).toContain('编号 D8000001')
  })

  it('registers nobody without consent', async () => {
    const wrapper = await page()
    await wrapper.find('form').trigger('submit')
    await flushPromises()
    expect(post).toHaveBeenCalledTimes(1)
    expect(wrapper.find('[role=alert]').text()).toContain('请阅读并同意')
  })

  it('leads to sign-in when data are missing', async () => {
    post.mockImplementation(() => answers({ ...preview, is_complete: false }))
    const wrapper = await page()
    expect(wrapper.find('form').exists()).toBe(false)
    expect(wrapper.text()).toContain('以往届账号登录')
  })

  it.each(['#', '#used'])('says so when the link (%s) is no good', async (hash) => {
    route.hash = hash
    post.mockRejectedValue(new ApiError(409, { code: 'one_click.link_invalid' }))
    expect((await page()).text()).toContain('链接无效')
  })
})
