import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { api } from '@/shared/api/client'
import { ApiError } from '@/shared/api/problem'
import type { Schemas } from '@/shared/api/types'
import { defineComponent, h } from 'vue'
import OrganizationReview from './OrganizationReview.vue'

const organization = { id: 'o1', version: 7, name_zh: '上海远航', name_en: '', allowed_actions: [] } as unknown as Schemas['OrganizationDetail']

/** The form where it stands: in an open dialog. */
function drawer(reload = vi.fn(async () => {})) {
  const events = { close: vi.fn(), next: vi.fn() }
  const wrapper = mount(
    defineComponent(() => () => h('dialog', { open: true }, [h('h2', { tabindex: -1 }), h(OrganizationReview, { organization, reload, onClose: events.close, onNext: events.next })])),
    { attachTo: document.body },
  )
  const press = async (key: string, place = 'h2', options = {}) => {
    await wrapper.find(place).trigger('keydown', { key, ...options })
    await flushPromises()
  }
  const chosen = () => wrapper.findAll('input[type=radio]').find((radio) => (radio.element as HTMLInputElement).checked)?.attributes('value')
  const submit = async () => {
    await wrapper.find('form').trigger('submit')
    await flushPromises()
  }
  return { wrapper, events, press, chosen, submit, reload }
}

const answering = (answer: () => Promise<unknown>) => vi.spyOn(api, 'POST').mockImplementation(answer as never)
const accepted = () => answering(async () => ({ data: organization }))

afterEach(() => void (document.body.innerHTML = ''))

describe('the keys of a review', () => {
  it('choose the verdict by number, decide and go on', async () => {
    const post = accepted()
    const { press, chosen, events } = drawer()
    await press('3')
    expect(chosen()).toBe('return_for_changes')
    await press('1')
    await press('Enter', 'h2', { ctrlKey: true })
    expect(post).toHaveBeenCalledWith('/organizations/{id}/reviews', expect.objectContaining({ body: { verdict: 'approve', opinion: '' }, headers: { 'If-Match': '"7"' } }))
    expect(events.next).toHaveBeenCalledOnce()
    expect(events.close).not.toHaveBeenCalled()
  })

  it('are letters like others where one types', async () => {
    const { press, chosen } = drawer()
    await press('2', 'textarea')
    expect(chosen()).toBeUndefined()
  })
})

describe('a review', () => {
  it('needs a verdict', async () => {
    const post = accepted()
    const { wrapper, submit } = drawer()
    await submit()
    expect(wrapper.find('form').text()).toContain('请选择审核结果')
    expect(post).not.toHaveBeenCalled()
  })

  it('shows at the opinion that one is needed, in the server’s words', async () => {
    answering(() => Promise.reject(new ApiError(422, { errors: [{ field: 'opinion', code: 'review.opinion_required', message: '请填写审核意见' }] })))
    const { wrapper, press, submit } = drawer()
    await press('3')
    await submit()
    expect(wrapper.find('textarea').attributes('aria-invalid')).toBe('true')
    expect(wrapper.text()).toContain('请填写审核意见')
  })

  it('asks once more before it rejects for good', async () => {
    const post = accepted()
    const { wrapper, press, submit, events } = drawer()
    await press('2')
    await wrapper.find('textarea').setValue('不符合条件')
    await submit()
    expect(post).not.toHaveBeenCalled()
    expect(wrapper.find('dialog dialog').text()).toContain('上海远航 将被审核不通过')
    await wrapper.find('dialog dialog footer button').trigger('click')
    await flushPromises()
    expect(post).toHaveBeenCalledOnce()
    expect(events.close).toHaveBeenCalledOnce()
  })

  it('adds usual phrases to the opinion', async () => {
    const { wrapper } = drawer()
    await wrapper.find('textarea').setValue('您好')
    await wrapper.find('[role=group] button').trigger('click')
    expect((wrapper.find('textarea').element as HTMLTextAreaElement).value).toBe('您好\n证照图片不清晰，请重新上传')
  })
})

describe('somebody was faster', () => {
  it('loads a changed organization again and keeps the opinion', async () => {
    answering(() => Promise.reject(new ApiError(412, { code: 'version.stale' })))
    const { wrapper, press, submit, reload } = drawer()
    await press('3')
    await wrapper.find('textarea').setValue('请补充地址')
    await submit()
    expect(reload).toHaveBeenCalledOnce()
    expect(wrapper.text()).toContain('已重新载入')
    expect((wrapper.find('textarea').element as HTMLTextAreaElement).value).toBe('请补充地址')
  })

  it('shows the first verdict and offers the next one', async () => {
    answering(() => Promise.reject(new ApiError(409, { code: 'review.decided', detail: '该单位已由 王芳 审核：退回修改', details: { opinion: '名称不符' } })))
    const { wrapper, press, submit, events } = drawer()
    await press('1')
    await submit()
    expect(wrapper.find('[role=alert]').text()).toContain('已由 王芳 审核')
    expect(wrapper.find('[role=alert]').text()).toContain('名称不符')
    await press('Enter', '[role=alert]', { ctrlKey: true })
    expect(events.next).toHaveBeenCalledOnce()
  })
})
