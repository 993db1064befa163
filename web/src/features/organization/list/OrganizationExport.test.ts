import { VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { adopt } from '@/app/session'
import { api } from '@/shared/api/client'
import type { Schemas } from '@/shared/api/types'
import OrganizationExport from './OrganizationExport.vue'
import { filterOf } from './organization_filter'

function button(permissions: string[], chosen: string[] = []) {
  adopt({ state: 'signed_in', csrf_token: 'c', account: { permissions } } as unknown as Schemas['SessionView'])
  const props = { filter: filterOf({ q: ['远航'] }, {}, chosen), sort: '-number', chosen: chosen.length, total: 12, capped: false }
  return mount(OrganizationExport, { props, global: { plugins: [VueQueryPlugin], stubs: { ExportDialog: true } }, attachTo: document.body })
}

/** Its dialog comes when it is first needed. */
async function press(wrapper: VueWrapper, nth = 0) {
  await wrapper.findAll('button')[nth]!.trigger('click')
  await vi.dynamicImportSettled()
  await flushPromises()
}

afterEach(() => {
  adopt(null)
  document.body.innerHTML = ''
})

it('exports what the filters show, in their order, with contacts only on request', async () => {
  const post = vi.spyOn(api, 'POST').mockResolvedValue({ data: { id: 'e1' } } as never)
  const wrapper = button(['export_organizations', 'unmask_contacts'])
  await press(wrapper)
  expect(wrapper.text()).toContain('12 家')
  await wrapper.find('input[type=checkbox]').setValue(true)
  await wrapper.find('form').trigger('submit')
  await vi.dynamicImportSettled()
  await flushPromises()
  expect(post).toHaveBeenCalledWith('/organizations/exports', { body: { filter: wrapper.props('filter'), has_contacts: true, sort: '-number' } })
  expect(wrapper.findComponent({ name: 'ExportDialog' }).exists()).toBe(true)
})

it('names how many were chosen', async () => {
  const wrapper = button(['export_organizations'], ['a', 'b'])
  await press(wrapper)
  expect(wrapper.text()).toContain('已选的 2 家')
})

it('offers no contacts in the clear to those who may not see them', async () => {
  const wrapper = button(['export_organizations'])
  await press(wrapper)
  expect(wrapper.find('input[type=checkbox]').exists()).toBe(false)
})

it('exports their visitors, in the clear only for those who may', async () => {
  const post = vi.spyOn(api, 'POST').mockResolvedValue({ data: { id: 'e2' } } as never)
  const wrapper = button(['export_attendees'], ['a'])
  await press(wrapper, 1)
  expect(wrapper.find('input[type=checkbox]').exists()).toBe(false)
  await wrapper.find('form').trigger('submit')
  await vi.dynamicImportSettled()
  await flushPromises()
  expect(post).toHaveBeenCalledWith('/organizations/attendee_exports', { body: { filter: wrapper.props('filter'), has_personal_data: false } })
})

it('says which permission is missing', () => {
  expect(button([]).find('button').attributes('title')).toContain('导出单位信息')
})
