import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import PhotoCropper from './PhotoCropper.vue'

it('lays the picture on white, so that transparent places are not black in the photo', () => {
  const strokes: string[] = []
  const pen = { fillStyle: '', fillRect: () => strokes.push(`fill ${pen.fillStyle}`), drawImage: () => strokes.push('picture') }
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(pen as never)
  mount(PhotoCropper, { props: { busy: false, picture: { width: 1000, height: 1400, close() {} } as ImageBitmap } })
  expect(strokes).toEqual(['fill white', 'picture'])
})
