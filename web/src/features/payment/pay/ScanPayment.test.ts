import { VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi, type MockInstance } from 'vitest'
import { api } from '@/shared/api/client'
import { ApiError } from '@/shared/api/problem'
import { queryClient } from '@/shared/queries'
import type { Payment } from '../payment'
import ScanPayment from './ScanPayment.vue'

const pollMs = 2000
let post: MockInstance<typeof api.POST>
let get: MockInstance<typeof api.GET>
const answers = (data: unknown) => Promise.resolve({ data }) as never

function payment(changes: Partial<Payment> = {}): Payment {
  const now = Date.now()
  return {
    id: 'P1',
    order_id: 'O1',
    channel: 'alipay',
    number: 'V1',
    state: 'pending',
    is_sandbox: false,
    amount_fen: 16000,
    created_at: new Date(now).toISOString(),
    expires_at: new Date(now + 7_200_000).toISOString(),
    paid_at: null,
    order_state: 'unpaid',
    qr_text: 'https://pay.example/V1',
    qr_svg: '<svg xmlns="http://www.w3.org/2000/svg"/>',
    address: '',
    fields: [],
    ...changes,
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  queryClient.clear()
  post = vi.spyOn(api, 'POST').mockImplementation(() => answers(payment()))
  get = vi.spyOn(api, 'GET').mockImplementation(() => answers(payment()))
})
afterEach(() => vi.useRealTimers())

function page() {
  return mount(ScanPayment, { props: { orderId: 'O1', channels: ['alipay', 'wechat'] }, global: { plugins: [[VueQueryPlugin, { queryClient }]] } })
}

async function choose(shown: ReturnType<typeof page>, channel: string) {
  await shown.get(`input[value=${channel}]`).trigger('change')
  await vi.advanceTimersByTimeAsync(0)
  await flushPromises()
}

it('begins nothing before a way is chosen, then shows the code and follows it until it is paid (ORD-02)', async () => {
  const shown = page()
  expect(post).not.toHaveBeenCalled()
  await choose(shown, 'alipay')
  expect(shown.get('img').attributes('src')).toContain('data:image/svg+xml')
  expect(shown.text()).not.toContain('沙箱')

  get.mockImplementation(() => answers(payment({ state: 'paid', order_state: 'paid' })))
  await vi.advanceTimersByTimeAsync(pollMs)
  expect(shown.text()).toContain('款项已到账')
  const asked = get.mock.calls.length
  await vi.advanceTimersByTimeAsync(5 * pollMs)
  expect(get.mock.calls.length).toBe(asked)
})

it('marks the sandbox and leads to its cashier', async () => {
  post.mockImplementation(() => answers(payment({ is_sandbox: true })))
  get.mockImplementation(() => answers(payment({ is_sandbox: true })))
  const shown = page()
  await choose(shown, 'alipay')
  expect(shown.text()).toContain('沙箱')
  expect(shown.get('a').attributes('href')).toBe('https://pay.example/V1')
})

it('takes an expired code away and gets a new one', async () => {
  const short = payment({ expires_at: new Date(Date.now() + 3000).toISOString() })
  post.mockImplementation(() => answers(short))
  get.mockImplementation(() => answers(short))
  const shown = page()
  await choose(shown, 'alipay')
  await vi.advanceTimersByTimeAsync(4000)
  expect(shown.find('img').exists()).toBe(false)
  post.mockImplementation(() => answers(payment({ id: 'P2' })))
  get.mockImplementation(() => answers(payment({ id: 'P2' })))
  await shown.get('button').trigger('click')
  await vi.advanceTimersByTimeAsync(0)
  expect(shown.find('img').exists()).toBe(true)
})

it('says what to do when the provider does not answer', async () => {
  post.mockRejectedValue(new ApiError(503, { code: 'payment.gateway_unavailable', detail: '支付机构暂时没有响应' }))
  const shown = page()
  await choose(shown, 'wechat')
  expect(shown.get('[role=alert]').text()).toContain('支付机构暂时没有响应')
  expect(shown.get('[role=alert]').text()).toContain('改用其他支付方式')
})

it('forgets the answer of a way that was left meanwhile', async () => {
  let answerAlipay: (value: unknown) => void = () => {}
  post.mockImplementationOnce(() => new Promise((resolve) => (answerAlipay = resolve)) as never)
  post.mockImplementationOnce(() => answers(payment({ id: 'P2', channel: 'wechat' })))
  get.mockImplementation(() => answers(payment({ id: 'P2', channel: 'wechat' })))
  const shown = page()
  await choose(shown, 'alipay')
  await choose(shown, 'wechat')
  answerAlipay({ data: payment() })
  await flushPromises()
  expect(shown.get('img').attributes('alt')).toContain('微信')
})
