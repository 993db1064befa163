import { mount } from '@vue/test-utils'
import { nextTick, reactive } from 'vue'
import { expect, it } from 'vitest'
import { passingTyping } from '@/shared/form_typing'
import AppForm from './AppForm.vue'
import FormField from './FormField.vue'

it('sums up what is wrong by the names of the fields, takes the focus, and leads to each field', async () => {
  const form = reactive({ errors: {} as Record<string, string>, failure: null, busy: false, errorCount: 0, submit: async () => {}, typing: passingTyping })
  const wrapper = mount(
    {
      components: { AppForm, FormField },
      setup: () => ({ form }),
      template: `<AppForm :form="form">
        <FormField v-slot="{ control }" label="账号" :error="form.errors.name"><input v-bind="control"></FormField>
        <FormField v-slot="{ control }" label="手机号" :error="form.errors.mobile"><input v-bind="control"></FormField>
      </AppForm>`,
    },
    { attachTo: document.body },
  )
  Object.assign(form, { errors: { mobile: '必填', kind: '届次已存在' }, errorCount: 2 })
  await nextTick()
  await nextTick()
  const summary = wrapper.find('[role=alert]')
  expect(document.activeElement).toBe(summary.element)
  expect(summary.findAll('li').map((line) => line.text())).toEqual(['手机号：必填', '届次已存在'])
  await summary.find('a').trigger('click')
  expect(document.activeElement).toBe(wrapper.findAll('input')[1]!.element)
})
