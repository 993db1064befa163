import { VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { api } from '@/shared/api/client'
import { ApiError } from '@/shared/api/problem'
import { queryClient } from '@/shared/queries'
import MailingDialog from './MailingDialog.vue'

const template = { id: 'deadline', title_zh: '截止提醒', title_en: '', subject_zh: '即将截止', subject_en: '', body_zh: '{contact}，您好', body_en: '' }
const preview = vi.fn()
const send = vi.fn()

beforeEach(() => {
  vi.spyOn(api, 'GET').mockResolvedValue({ data: { items: [template] } } as never)
  preview.mockReset().mockResolvedValue({ recipients: 12, first: [{ name: '上海', to_masked: 's***@x.example', subject: '致上海', body: '上海，您好' }] })
  send.mockReset().mockResolvedValue({ id: 'm1' })
})

async function dialog() {
  const wrapper = mount(MailingDialog, { props: { preview, send }, global: { plugins: [[VueQueryPlugin, { queryClient }]] }, attachTo: document.body })
  await flushPromises()
  const submit = async () => {
    await wrapper.find('form').trigger('submit')
    await flushPromises()
  }
  return { wrapper, submit }
}

describe('writing to the rows of a list', () => {
  it('begins with a template, shows what it comes to, and sends that very text when confirmed', async () => {
    const { wrapper, submit } = await dialog()
    await wrapper.find('select').setValue('deadline')
    await submit()
    expect(preview).toHaveBeenCalledWith({ subject: '即将截止', body: '{contact}，您好' })
    expect(send).not.toHaveBeenCalled()
    expect(wrapper.find('[role=status]').text()).toContain('12')
    expect(wrapper.find('article').text()).toContain('上海，您好')
    expect(wrapper.find('footer button').text()).toBe('确认发送给 12 个对象')
    await submit()
    expect(send).toHaveBeenCalledWith({ subject: '即将截止', body: '{contact}，您好', confirmed_count: 12 })
    expect(wrapper.emitted('done')).toHaveLength(1)
  })

  it('wants another preview when the text has changed since', async () => {
    const { wrapper, submit } = await dialog()
    await wrapper.find('select').setValue('deadline')
    await submit()
    await wrapper.find('textarea').setValue('另一段')
    expect(wrapper.find('article').exists()).toBe(false)
    await submit()
    expect(preview).toHaveBeenCalledTimes(2)
    expect(send).not.toHaveBeenCalled()
  })

  it('shows it anew when the list finds others than were confirmed', async () => {
    send.mockRejectedValue(new ApiError(409, { code: 'request.selection_changed', title: '您确认的是 12 条' }))
    const { wrapper, submit } = await dialog()
    await wrapper.find('select').setValue('deadline')
    await submit()
    await submit()
    expect(wrapper.text()).toContain('您确认的是 12 条')
    expect(wrapper.find('footer button').text()).toBe('预览')
  })

  it('puts a wrong placeholder beside its field', async () => {
    preview.mockRejectedValue(new ApiError(422, { errors: [{ field: 'body', code: 'mailing.placeholder_unknown', message: '没有占位符 {nobody}' }] }))
    const { wrapper, submit } = await dialog()
    await wrapper.find('textarea').setValue('{nobody}')
    await submit()
    expect(wrapper.text()).toContain('没有占位符 {nobody}')
  })

  it('does not offer to send to nobody', async () => {
    preview.mockResolvedValue({ recipients: 0, first: [] })
    const { wrapper, submit } = await dialog()
    await wrapper.find('textarea').setValue('text')
    await submit()
    expect(wrapper.find('footer button').text()).toBe('预览')
  })
})
