import { mount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { defineComponent, nextTick, useTemplateRef } from 'vue'
import { areRowKeysOn, useRowKeys } from './row_keys'

const showKeys = vi.fn()
const opened = vi.fn()

const List = defineComponent({
  setup() {
    useRowKeys(useTemplateRef<HTMLElement>('root'), showKeys)
    return { opened }
  },
  template: `<div ref="root" class="list-page"><input type="search" />
    <table><tbody><tr v-for="id in ['a', 'b']" :key="id" :data-row="id" tabindex="-1">
      <td class="selection"><input type="checkbox" /></td>
      <td><span class="row-actions"><button @click="opened(id)">open</button><button>more</button></span></td>
    </tr></tbody></table></div>`,
})

function list() {
  const wrapper = mount(List, { attachTo: document.body })
  const press = (key: string, more: KeyboardEventInit = {}) =>
    (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
  return { wrapper, press }
}
const focused = () => (document.activeElement as HTMLElement).dataset.row

afterEach(async () => {
  areRowKeysOn.value = true
  await nextTick()
  vi.clearAllMocks()
  document.body.innerHTML = ''
})

it('moves between rows, and stops at both ends', () => {
  const { press, wrapper } = list()
  const seen = ['j', 'j', 'j', 'k', 'K'].map((key) => (press(key), focused()))
  expect(seen).toEqual(['a', 'b', 'b', 'a', 'a'])
  wrapper.unmount()
})

it('selects a row, and opens what it is opened for', () => {
  const { press, wrapper } = list()
  press('j')
  press('x')
  expect((wrapper.findAll('input[type=checkbox]')[0]!.element as HTMLInputElement).checked).toBe(true)
  press('Enter')
  expect(opened).toHaveBeenCalledExactlyOnceWith('a')
  press('?')
  expect(showKeys).toHaveBeenCalledOnce()
  wrapper.unmount()
})

it('leaves Enter to the button that the keyboard is on', () => {
  const { press, wrapper } = list()
  wrapper.findAll('button')[1]!.element.focus()
  press('Enter')
  expect(opened).not.toHaveBeenCalled()
  wrapper.unmount()
})

it('is off while somebody types, with other keys held, under a dialog, and when turned off', async () => {
  const { press, wrapper } = list()
  wrapper.find('input[type=search]').element.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))
  press('j', { ctrlKey: true })
  press('j', { isComposing: true })
  const dialog = document.createElement('dialog')
  dialog.setAttribute('open', '')
  document.body.append(dialog)
  press('j')
  press('?')
  dialog.remove()
  areRowKeysOn.value = false
  await nextTick()
  press('j')
  expect(localStorage.getItem('expogate.row_keys_off')).toBe('yes')
  expect([focused(), showKeys.mock.calls.length]).toEqual([undefined, 0])
  wrapper.unmount()
})
