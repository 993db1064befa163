import { describe, expect, it } from 'vitest'
import { centreOf, cropAt, isTooSmall, leastPhoto, mostZoom, photoSize } from './crop'

const wide = { width: 2000, height: 1400 }
const middle = { x: 1000, y: 700 }

describe('the cut', () => {
  it('is the largest upright 5:7 at first', () => {
    expect(cropAt(wide, 1, middle)).toEqual({ x: 500, y: 0, width: 1000, height: 1400 })
    expect(cropAt({ width: 500, height: 1400 }, 1, { x: 250, y: 700 })).toMatchObject({ width: 500, height: 700, y: 350 })
  })

  it('stays inside wherever it is dragged', () => {
    expect(cropAt(wide, 2, { x: -50, y: 9000 })).toMatchObject({ x: 0, y: 700, width: 500, height: 700 })
    expect(centreOf(cropAt(wide, 2, middle))).toEqual(middle)
  })

  it('never has fewer pixels than a photo needs', () => {
    for (const picture of [wide, leastPhoto, { width: 296, height: 900 }]) {
      const cut = cropAt(picture, mostZoom(picture), { x: 0, y: 0 })
      expect(cut.width).toBeGreaterThanOrEqual(leastPhoto.width - 0.001)
      expect(photoSize(cut)).toEqual({ width: 295, height: 413 })
    }
  })

  it('is sent no larger than it is printed', () => {
    expect(photoSize(wide)).toEqual({ width: 590, height: 826 })
  })
})

it('a picture with fewer pixels than a photo is told at once', () => {
  expect(isTooSmall({ width: 294, height: 2000 })).toBe(true)
  expect(isTooSmall({ width: 2000, height: 412 })).toBe(true)
  expect(isTooSmall(leastPhoto)).toBe(false)
})
