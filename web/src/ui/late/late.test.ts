import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { defineMessages, selectLocale } from '@/shared/i18n/messages'
import MissingPartNotice from './MissingPartNotice.vue'
import { late } from './late'
import { forgetMissingPart, isUnfetched } from './missing_part'

beforeEach(forgetMissingPart)
afterEach(async () => {
  await selectLocale('zh-CN')
  document.body.innerHTML = ''
})

/** A page with a button that opens the part, as lists open their dialogs. */
function page(load: () => Promise<{ default: ReturnType<typeof defineComponent> }>) {
  const Part = late(load)
  const isOpen = ref(false)
  const Page = defineComponent(() => () => [
    h('button', { onClick: () => (isOpen.value = true) }, 'open'),
    isOpen.value && h(Part, { onClose: () => (isOpen.value = false) }),
    h(MissingPartNotice),
  ])
  return { wrapper: mount(Page, { attachTo: document.body }), isOpen }
}

it('comes with its texts in the reader’s language', async () => {
  await selectLocale('en')
  const words = defineMessages({ title: '标题' }, async () => ({ default: { title: 'Title' } }))
  const { wrapper } = page(async () => ({ default: defineComponent(() => () => h('p', words.title)) }))
  await wrapper.find('button').trigger('click')
  await flushPromises()
  expect(wrapper.find('p').text()).toBe('Title')
})

it('leaves the keyboard where it is until it comes', async () => {
  let come: () => void = () => {}
  const { wrapper } = page(() => new Promise((resolve) => (come = () => resolve({ default: defineComponent(() => () => h('p', 'part')) }))))
  const button = wrapper.find('button')
  button.element.focus()
  await button.trigger('click')
  await flushPromises()
  expect(document.activeElement).toBe(button.element)
  come()
  await flushPromises()
  expect(wrapper.find('p').exists()).toBe(true)
  expect(document.activeElement).toBe(button.element)
})

it('that does not come closes itself, tells how to go on, and can be asked for again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  const load = vi.fn().mockRejectedValueOnce(new TypeError('Failed to fetch')).mockResolvedValueOnce({ default: defineComponent(() => () => h('p', { class: 'part' })) })
  const { wrapper, isOpen } = page(load)
  await wrapper.find('button').trigger('click')
  await flushPromises()
  expect(isOpen.value).toBe(false)
  expect(wrapper.find('[role=alert]').text()).toContain('重新载入页面')
  await wrapper.findAll('[role=alert] button')[1]!.trigger('click')
  expect(wrapper.find('[role=alert]').exists()).toBe(false)
  await wrapper.find('button').trigger('click')
  await flushPromises()
  expect(wrapper.find('.part').exists()).toBe(true)
})

it('tells what could not be fetched from other faults', () => {
  const error = new TypeError('Failed to fetch dynamically imported module')
  dispatchEvent(Object.assign(new Event('vite:preloadError'), { payload: error }))
  expect(isUnfetched(error)).toBe(true)
  expect(isUnfetched(new Error('a fault in the page'))).toBe(false)
})
