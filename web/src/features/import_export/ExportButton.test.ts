import { VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { api } from '@/shared/api/client'
import { ApiError } from '@/shared/api/problem'
import ExportButton from './ExportButton.vue'
import type { SheetExport } from './sheet_export'

const begun: SheetExport = {
  id: 'e1',
  kind: 'trading_groups',
  title: '交易团名单',
  state: 'queued',
  rows_done: 0,
  rows_total: null,
  bytes: null,
  error: null,
  created_at: '2025-10-10T01:00:00.000Z',
  finished_at: null,
  expires_at: null,
  downloaded_at: null,
}

const global = { plugins: [VueQueryPlugin], stubs: { RouterLink: true } }
/** Starts the export; its dialog comes when it is first needed. */
async function press(wrapper: VueWrapper) {
  await wrapper.find('button').trigger('click')
  await flushPromises()
  await vi.dynamicImportSettled()
  await flushPromises()
}

const button = (start: () => Promise<SheetExport>) => mount(ExportButton, { props: { start }, global, attachTo: document.body })

/** What the server says of the export each time it is asked. */
function serverSays(...answers: Partial<SheetExport>[]) {
  const get = vi.spyOn(api, 'GET')
  for (const answer of answers) get.mockResolvedValueOnce({ data: { ...begun, ...answer } } as never)
  return get
}

async function secondsLater(seconds: number) {
  await vi.advanceTimersByTimeAsync(seconds * 1000)
  await flushPromises()
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  document.body.innerHTML = ''
})

it('shows how far the export is and offers the file when it is done', async () => {
  serverSays({ state: 'running', rows_done: 500, rows_total: 2000 }, { state: 'done', rows_done: 2000, rows_total: 2000 })
  const wrapper = button(async () => begun)
  await press(wrapper)
  await secondsLater(0)
  expect(wrapper.find('[role=status]').text()).toContain('500 / 2000')
  expect(wrapper.find('progress').attributes('value')).toBe('500')
  await secondsLater(1)
  expect(wrapper.find('progress').exists()).toBe(false)
  expect(wrapper.find('a[download]').attributes('href')).toBe('/api/v1/my/exports/e1/file')
  wrapper.unmount()
})

it('says why it failed, in the server’s words', async () => {
  serverSays({ state: 'failed', error: '结果超过 1048575 行' })
  const wrapper = button(async () => ({ ...begun, id: 'e2' }))
  await press(wrapper)
  await secondsLater(1)
  expect(wrapper.find('[role=status]').text()).toContain('1048575')
  wrapper.unmount()
})

it('can be cancelled, which closes the dialog', async () => {
  serverSays({ state: 'running' })
  const remove = vi.spyOn(api, 'DELETE').mockResolvedValue({} as never)
  const wrapper = button(async () => ({ ...begun, id: 'e3' }))
  await press(wrapper)
  await wrapper.find('footer button').trigger('click')
  await flushPromises()
  expect(remove).toHaveBeenCalledWith('/my/exports/{id}', { params: { path: { id: 'e3' } } })
  expect(wrapper.find('dialog').exists()).toBe(false)
  wrapper.unmount()
})

it('tells a refusal to start, such as too many at once', async () => {
  const wrapper = button(() => Promise.reject(new ApiError(409, { detail: '您有 3 个导出尚未完成' })))
  await press(wrapper)
  expect(wrapper.find('dialog').text()).toContain('3 个导出')
  wrapper.unmount()
})
