import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest'
import { api } from '@/shared/api/client'
import { ApiError } from '@/shared/api/problem'
import CredentialsForm from './CredentialsForm.vue'

const solveOne = vi.fn(async () => ({ challenge: 'c', answer: '42' }))
vi.mock('../captcha/captcha', () => ({ useCaptcha: () => ({ progress: { value: null }, solveOne }) }))

let post: MockInstance<typeof api.POST>
const session = { state: 'signed_in' }
const failed = (details: object) => new ApiError(401, { code: 'sign_in.failed', detail: '账号或密码不正确', details: details as Record<string, never> })

beforeEach(() => {
  post = vi.spyOn(api, 'POST')
  solveOne.mockClear()
})

async function signIn(wrapper: ReturnType<typeof mount>) {
  await wrapper.find('input[name=username]').setValue('shanghaijiaoyituan')
  await wrapper.find('input[name=password]').setValue('secret')
  await wrapper.find('form').trigger('submit')
  await flushPromises()
}

const form = () => mount(CredentialsForm, { props: { door: 'group' } })
const sentCaptchas = () => (post.mock.calls as unknown as [string, { body: { captcha: unknown } }][]).map(([, { body }]) => body.captcha)

describe('signing in', () => {
  it('goes through the chosen door without a captcha at first', async () => {
    post.mockResolvedValue({ data: session } as never)
    const wrapper = form()
    await signIn(wrapper)
    expect(post).toHaveBeenCalledWith('/session', {
      body: { door: 'group', name: 'shanghaijiaoyituan', password: 'secret', captcha: null, token_wanted: false },
    })
    expect(wrapper.emitted('done')).toEqual([[session]])
  })

  it('tells how many tries are left, and works for a captcha from then on when the server wants one (ACC-02)', async () => {
    post.mockRejectedValueOnce(failed({ captcha_required: true, failures_left: 3 })).mockResolvedValueOnce({ data: session } as never)
    const wrapper = form()
    await signIn(wrapper)
    expect(wrapper.find('[role=alert]').text()).toContain('再输错 3 次')
    await wrapper.find('form').trigger('submit')
    await flushPromises()
    expect(sentCaptchas()).toEqual([null, { challenge: 'c', answer: '42' }])
  })

  it('solves a captcha unseen when the server asks for one that was not sent', async () => {
    const asks = new ApiError(422, { errors: [{ field: 'captcha', code: 'captcha.required', message: '' }] })
    post.mockRejectedValueOnce(asks).mockResolvedValueOnce({ data: session } as never)
    const wrapper = form()
    await signIn(wrapper)
    expect(sentCaptchas()).toEqual([null, { challenge: 'c', answer: '42' }])
    expect(wrapper.emitted('done')).toHaveLength(1)
  })

  it('counts down while the name is locked, and lets another name try', async () => {
    const until = new Date(Date.now() + 90_000).toISOString()
    post.mockRejectedValueOnce(new ApiError(429, { code: 'sign_in.locked', details: { until } }))
    const wrapper = form()
    await signIn(wrapper)
    expect(wrapper.find('[role=alert]').text()).toMatch(/请在 1 分 (29|30) 秒后重试/)
    expect(wrapper.find('button[type=submit]').attributes('disabled')).toBeDefined()
    await wrapper.find('input[name=username]').setValue('beijing')
    expect(wrapper.find('button[type=submit]').attributes('disabled')).toBeUndefined()
  })
})
