import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { passingTyping } from '@/shared/form_typing'
import AppForm from './AppForm.vue'
import FormField from './FormField.vue'
import WholeNumberInput from './WholeNumberInput.vue'

/** A form with one number, as a page has it. */
function form(persons: number | null = null) {
  const submit = vi.fn()
  const wrapper = mount(
    {
      components: { AppForm, FormField, WholeNumberInput },
      data: () => ({ persons, form: { errors: {}, failure: null, busy: false, errorCount: 0, submit, typing: passingTyping } }),
      template: `<AppForm :form="form"><FormField v-slot="{ control }" label="人数"><WholeNumberInput v-bind="control" v-model="persons" /></FormField></AppForm>`,
    },
    { attachTo: document.body },
  )
  const type = async (text: string) => {
    await wrapper.find('input').setValue(text)
    await wrapper.find('form').trigger('submit')
  }
  return { wrapper, submit, type, shown: () => (wrapper.find('input').element as HTMLInputElement).value }
}

it.each(['3.5', '-3', '1e5', '35人', '12345678901'])('refuses %s, and leaves it as it was typed', async (text) => {
  const { wrapper, submit, type, shown } = form()
  await type(text)
  expect(shown()).toBe(text)
  expect(wrapper.find('[role=alert]').text()).toContain('人数：请填写整数')
  expect(submit).not.toHaveBeenCalled()
  await type('35')
  expect(wrapper.find('.error').exists()).toBe(false)
  expect(submit).toHaveBeenCalledOnce()
})

it('reads what an input method types in full width, and takes nothing for nothing', async () => {
  const { wrapper, submit, type } = form(3)
  await type('３５')
  expect(wrapper.vm.persons).toBe(35)
  await type('')
  expect(wrapper.vm.persons).toBeNull()
  expect(submit).toHaveBeenCalledTimes(2)
})
