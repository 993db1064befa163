import { mount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { defineComponent, h, nextTick, type SetupContext } from 'vue'
import AppForm from '@/ui/AppForm.vue'
import { useForm } from './form'

type Values = { name: string; password: string; file: File | null }

afterEach(() => sessionStorage.clear())

/** The form of one thing, as a page would have it. */
const Naming = defineComponent({
  __name: 'Naming',
  props: { thing: { type: Object, required: true } },
  setup(_, { expose }) {
    const form = useForm({ initial: { name: 'old', password: '', file: null } as Values, secrets: ['password'], submit: async () => 'saved' })
    expose({ form })
    return () => h(AppForm, { form }, () => h('input', { value: form.values.name, onInput: (event: Event) => (form.values.name = (event.target as HTMLInputElement).value) }))
  },
})
const open = (id: string) => mount(Naming, { props: { thing: { id } } })
const formOf = (wrapper: ReturnType<typeof open>) => (wrapper.vm as unknown as { form: ReturnType<typeof useForm<Values, string>> }).form

it('brings back what was typed, to the form of the same thing alone, until it is saved', async () => {
  const left = open('1')
  await left.find('input').setValue('typed')
  left.unmount()
  expect(formOf(open('2')).values.name).toBe('old')
  const again = open('1')
  expect(formOf(again).values.name).toBe('typed')
  expect(again.text()).toContain('已恢复')
  expect(formOf(again).typing.isUnsaved()).toBe(true)
  await formOf(again).submit()
  expect(formOf(again).typing.isUnsaved()).toBe(false)
  expect(formOf(open('1')).values.name).toBe('old')
})

it('keeps no secret and no file, but knows that they are typed', async () => {
  const wrapper = open('1')
  await wrapper.find('input').setValue('typed')
  Object.assign(formOf(wrapper).values, { password: 's3cret!', file: new File(['x'], 'photo.jpg') })
  await wrapper.vm.$nextTick()
  const kept = Object.values({ ...sessionStorage }).join()
  expect(kept).toContain('typed')
  expect(kept).not.toMatch(/s3cret|file/)
  formOf(wrapper).values.name = 'old'
  expect(formOf(wrapper).typing.isUnsaved()).toBe(true)
  // Nobody is told that these will be found again.
  expect(formOf(wrapper).typing.isKept()).toBe(false)
  Object.assign(formOf(wrapper).values, { name: 'typed', password: '', file: null })
  expect(formOf(wrapper).typing.isKept()).toBe(true)
})

it('does not bring what was typed by one link to another', () => {
  const Linked = {
    __name: 'Linked',
    props: ['link'],
    setup(props: { link: { token: string } }, { expose }: SetupContext) {
      const form = useForm({ initial: { name: '' }, about: props.link.token, submit: async () => 'saved' })
      expose({ form })
      return () => h('form')
    },
  }
  const by = (token: string) => mount(Linked, { props: { link: { token } } }).vm as unknown as { form: ReturnType<typeof useForm<{ name: string }, string>> }
  const first = by('a')
  first.form.typing.begin()
  first.form.values.name = 'typed'
  return nextTick().then(() => expect([by('b').form.values.name, by('a').form.values.name]).toEqual(['', 'typed']))
})

it('does not take for typed what the page itself fills in before anybody begins', async () => {
  const wrapper = open('1')
  formOf(wrapper).values.name = 'filled in'
  expect(formOf(wrapper).typing.isUnsaved()).toBe(false)
  await wrapper.find('form').trigger('keydown')
  formOf(wrapper).values.name = 'typed'
  expect(formOf(wrapper).typing.isUnsaved()).toBe(true)
})

it('starts over with what was there before', async () => {
  const left = open('1')
  await left.find('input').setValue('typed')
  left.unmount()
  const again = open('1')
  await again.find('[role=status] button').trigger('click')
  expect(formOf(again).values.name).toBe('old')
  expect(sessionStorage.length).toBe(0)
})
