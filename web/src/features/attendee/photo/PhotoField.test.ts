import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { api } from '@/shared/api/client'
import { ApiError } from '@/shared/api/problem'
import PhotoCropper from './PhotoCropper.vue'
import PhotoField from './PhotoField.vue'

const bitmap = { width: 1000, height: 1400, close: vi.fn() }

beforeEach(() => {
  vi.stubGlobal('createImageBitmap', async () => bitmap)
})
afterEach(() => vi.unstubAllGlobals())

function field() {
  const id = ref<string | null>(null)
  const faceCount = ref<number | null>(null)
  const Page = defineComponent(
    () => () =>
      h(PhotoField, { name: '李明', modelValue: id.value, 'onUpdate:modelValue': (next: string | null) => (id.value = next), faceCount: faceCount.value, 'onUpdate:faceCount': (next: number | null) => (faceCount.value = next) }),
  )
  const wrapper = mount(Page, { global: { stubs: { PhotoCropper: true } } })
  const choose = async (file: File) => {
    const input = wrapper.find('input[type=file]')
    Object.defineProperty(input.element, 'files', { value: [file], configurable: true })
    await input.trigger('change')
    await flushPromises()
  }
  const cut = async () => {
    wrapper.findComponent(PhotoCropper).vm.$emit('cut', new Blob(['jpeg'], { type: 'image/jpeg' }))
    await flushPromises()
  }
  return { wrapper, id, choose, cut }
}

const picture = new File(['bytes'], 'a.jpg', { type: 'image/jpeg' })
const answering = (answer: () => Promise<unknown>) => vi.spyOn(api, 'POST').mockImplementation(answer as never)

it('is cut before it is sent; a machine’s doubt is a warning (ATT-04)', async () => {
  answering(async () => ({ data: { id: 'photo1', face_count: 2 } }))
  const { wrapper, id, choose, cut } = field()
  await choose(picture)
  await cut()
  expect(id.value).toBe('photo1')
  expect(wrapper.find('img').attributes('src')).toBe('/api/v1/my/attendee_photos/photo1')
  expect(wrapper.text()).toContain('检测到 2 张人脸')
})

it('tells at once what cannot be cut', async () => {
  const { wrapper, choose } = field()
  await choose(new File(['x'], 'a.pdf', { type: 'application/pdf' }))
  expect(wrapper.text()).toContain('只接受 JPG 或 PNG')
  vi.stubGlobal('createImageBitmap', async () => ({ ...bitmap, width: 200 }))
  await choose(picture)
  expect(wrapper.text()).toContain('图片太小')
  await choose(new File(['x'], 'IMG_1.HEIC', { type: 'image/heic' }))
  expect(wrapper.text()).toContain('兼容性最佳')
  vi.stubGlobal('createImageBitmap', async () => Promise.reject(new Error('broken')))
  await choose(new File(['\0\0\0\x18ftypheic'], 'renamed.jpg', { type: 'image/jpeg' }))
  expect(wrapper.text()).toContain('兼容性最佳')
  await choose(picture)
  expect(wrapper.text()).toContain('图片无法读取')
})

it('keeps the cut when the server refuses or cannot be reached', async () => {
  const post = answering(() => Promise.reject(new ApiError(422, { errors: [{ field: 'photo_id', code: 'photo.too_small', message: '照片至少 295×413 像素' }] })))
  const { wrapper, id, choose, cut } = field()
  await choose(picture)
  await cut()
  expect(wrapper.text()).toContain('照片至少 295×413 像素')
  post.mockRejectedValueOnce(new ApiError(0, {}))
  await cut()
  answering(async () => ({ data: { id: 'photo2', face_count: 1 } }))
  await wrapper.find('.error-card button').trigger('click')
  await flushPromises()
  expect(id.value).toBe('photo2')
})
