import { flushPromises, mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { topDialog } from '@/shared/open_dialogs'
import { isAnythingUnsaved, openQuestion } from '@/shared/unsaved'
import { passingTyping } from '@/shared/form_typing'
import AppForm from './AppForm.vue'
import ConfirmDialog from './ConfirmDialog.vue'
import ModalDialog from './ModalDialog.vue'

const open = () =>
  mount(ConfirmDialog, {
    props: { title: '撤回', consequence: '撤回后不能恢复', action: '撤回', run: async () => {} },
    slots: { default: '<textarea aria-label="原因"></textarea><input type="search" data-passing>' },
    attachTo: document.body,
  })

it('closes at once when nothing was typed in it, a search not counted', async () => {
  const wrapper = open()
  await wrapper.find('input').setValue('上海')
  await wrapper.find('dialog').trigger('cancel')
  await flushPromises()
  expect(wrapper.emitted('close')).toHaveLength(1)
  wrapper.unmount()
})

it('has nothing to ask when what was confirmed is done', async () => {
  const wrapper = open()
  await wrapper.find('textarea').setValue('原因')
  await wrapper.find('footer button').trigger('click')
  await flushPromises()
  expect(wrapper.emitted('done')).toHaveLength(1)
  expect(isAnythingUnsaved()).toBe(false)
  wrapper.unmount()
})

it('asks nothing of a form that is no longer in it', async () => {
  const typing = { ...passingTyping, isUnsaved: () => true }
  const form = { errors: {}, failure: null, busy: false, errorCount: 0, submit: async () => {}, typing }
  const wrapper = mount(
    { components: { AppForm, ModalDialog }, props: ['step'], emits: ['close'], setup: () => ({ form }), template: `<ModalDialog title="更正" @close="$emit('close')"><AppForm v-if="step === 1" :form="form" /></ModalDialog>` },
    { props: { step: 1 }, attachTo: document.body },
  )
  await wrapper.setProps({ step: 2 })
  await wrapper.find('dialog').trigger('cancel')
  await flushPromises()
  expect(openQuestion.value).toBeNull()
  expect(wrapper.emitted('close')).toHaveLength(1)
  wrapper.unmount()
})

it('asks first when something was typed, by whatever way it is closed, and stays when one goes on typing', async () => {
  const wrapper = open()
  await wrapper.find('textarea').setValue('写错了')
  expect(isAnythingUnsaved()).toBe(true)
  const ways = [
    () => wrapper.find('dialog').trigger('cancel'),
    () => wrapper.find('header button').trigger('click'),
    () => wrapper.findAll('footer button')[1]!.trigger('click'),
    () => void topDialog()!.close(),
  ]
  for (const way of ways) {
    await way()
    await flushPromises()
    openQuestion.value!.answer('stay')
    await flushPromises()
    expect(wrapper.emitted('close')).toBeUndefined()
  }
  await wrapper.find('dialog').trigger('cancel')
  await flushPromises()
  openQuestion.value!.answer('discard')
  await flushPromises()
  expect(wrapper.emitted('close')).toHaveLength(1)
  wrapper.unmount()
  expect([topDialog(), isAnythingUnsaved()]).toEqual([undefined, false])
})

it('asks no longer when what it asks about is sent meanwhile, and then shows what became of it', async () => {
  const wrapper = open()
  await wrapper.find('textarea').setValue('原因')
  await wrapper.find('header button').trigger('click')
  expect(openQuestion.value).not.toBeNull()
  await wrapper.find('footer button').trigger('click')
  await flushPromises()
  expect(openQuestion.value).toBeNull()
  expect(wrapper.emitted('done')).toHaveLength(1)
  expect(wrapper.emitted('close')).toBeUndefined()
  wrapper.unmount()
})
