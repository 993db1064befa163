/** What is cut out of a picture: always 5:7, never smaller than a photo may be, never beyond the picture (ATT-04). */
export interface Size {
  width: number
  height: number
}
export interface Point {
  x: number
  y: number
}
export type Rect = Size & Point

export const leastPhoto: Size = { width: 295, height: 413 }
/** The badge prints no more than this. */
const widestPhoto = 590
const ratio = 5 / 7
const largestZoom = 5

/** The largest upright 5:7 that fits. */
function coverOf({ width, height }: Size): Size {
  return width / height > ratio ? { width: height * ratio, height } : { width, height: width / ratio }
}

export function isTooSmall(picture: Size): boolean {
  const cover = coverOf(picture)
  return cover.width < leastPhoto.width || cover.height < leastPhoto.height
}

/** How far one may zoom in before there are too few pixels left. */
export function mostZoom(picture: Size): number {
  return Math.max(1, Math.min(largestZoom, coverOf(picture).height / leastPhoto.height))
}

/** The cut around a centre, moved as little as keeps it inside of the picture. */
export function cropAt(picture: Size, zoom: number, centre: Point): Rect {
  const cover = coverOf(picture)
  const width = cover.width / zoom
  const height = cover.height / zoom
  const inside = (wanted: number, length: number, whole: number) => Math.min(Math.max(wanted - length / 2, 0), whole - length)
  return { x: inside(centre.x, width, picture.width), y: inside(centre.y, height, picture.height), width, height }
}

export const centreOf = ({ x, y, width, height }: Rect): Point => ({ x: x + width / 2, y: y + height / 2 })

/** The pixels of the photo that is sent: whole multiples of 5:7. */
export function photoSize(crop: Size): Size {
  const parts = Math.max(Math.floor(Math.min(crop.width, widestPhoto) / 5), leastPhoto.width / 5)
  return { width: parts * 5, height: parts * 7 }
}
