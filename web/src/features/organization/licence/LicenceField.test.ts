import { VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest'
import { defineComponent, h } from 'vue'
import { api } from '@/shared/api/client'
import { ApiError } from '@/shared/api/problem'
import { queryClient } from '@/shared/queries'
import LicenceField from './LicenceField.vue'
import { useLicence, whyNotPicture, type LicenceProgress } from './licence'

let post: MockInstance<typeof api.POST>
let get: MockInstance<typeof api.GET>
const progress = (changes: Partial<LicenceProgress>): LicenceProgress => ({ id: 'L1', state: 'queued', waiting_before: 0, name: '', uscc: null, ...changes })
const answers = (data: unknown) => Promise.resolve({ data }) as never

beforeEach(() => {
  queryClient.clear()
  post = vi.spyOn(api, 'POST').mockImplementation(() => answers({ id: 'L1', token: 'T' }))
  get = vi.spyOn(api, 'GET')
  URL.createObjectURL = () => 'blob:picture'
  URL.revokeObjectURL = () => {}
})

function field(onRead = vi.fn()) {
  const Page = defineComponent(() => {
    const licence = useLicence({ onRead })
    return () => h(LicenceField, { licence })
  })
  return mount(Page, { global: { plugins: [[VueQueryPlugin, { queryClient }]] } })
}

async function choose(wrapper: ReturnType<typeof field>, file: File) {
  const input = wrapper.find('input[type=file]')
  Object.defineProperty(input.element, 'files', { value: [file], configurable: true })
  await input.trigger('change')
  await flushPromises()
}

const picture = new File(['bytes'], 'a.jpg', { type: 'image/jpeg' })

it('knows what is not worth sending (ORG-01)', () => {
  expect(whyNotPicture({ type: 'image/gif', size: 1 })).toContain('PNG')
  expect(whyNotPicture({ type: '', name: 'IMG_1.HEIC', size: 1 })).toContain('兼容性最佳')
  expect(whyNotPicture({ type: 'image/png', size: 40_000_001 })).toContain('40 MB')
  expect(whyNotPicture({ type: 'image/jpeg', size: 12_000_000 })).toBeNull()
})

describe('a licence', () => {
  it('is not sent when it is no picture', async () => {
    const wrapper = field()
    await choose(wrapper, new File(['x'], 'a.pdf', { type: 'application/pdf' }))
    expect(post).not.toHaveBeenCalled()
    expect(wrapper.text()).toContain('只接受 PNG')
  })

  it('tells how many are before it', async () => {
    get.mockImplementation(() => answers(progress({ waiting_before: 3 })))
    const wrapper = field()
    await choose(wrapper, picture)
    expect(wrapper.find('[role=status]').text()).toContain('前面还有 3 份')
    expect(wrapper.find('progress').exists()).toBe(true)
    wrapper.unmount()
  })

  it('tells once what was read', async () => {
    const onRead = vi.fn()
    get.mockImplementation(() => answers(progress({ state: 'recognized', name: '甲公司', uscc: '9' })))
    const wrapper = field(onRead)
    await choose(wrapper, picture)
    await vi.waitFor(() => expect(onRead).toHaveBeenCalledTimes(1))
    expect(onRead.mock.calls[0]![0]).toMatchObject({ name: '甲公司', uscc: '9' })
    expect(wrapper.find('[role=status]').text()).toContain('识别完成')
  })

  it('asks for typing when it cannot be read', async () => {
    const onRead = vi.fn()
    get.mockImplementation(() => answers(progress({ state: 'unreadable' })))
    const wrapper = field(onRead)
    await choose(wrapper, picture)
    expect(wrapper.find('[role=status]').text()).toContain('请手工填写')
    expect(onRead).not.toHaveBeenCalled()
  })

  it('can be sent again when the upload failed', async () => {
    post.mockRejectedValueOnce(new ApiError(0, {}))
    get.mockImplementation(() => answers(progress({})))
    const wrapper = field()
    await choose(wrapper, picture)
    await wrapper.find('.error-card button').trigger('click')
    await flushPromises()
    expect(post).toHaveBeenCalledTimes(2)
    expect(wrapper.find('img').exists()).toBe(true)
    wrapper.unmount()
  })
})
