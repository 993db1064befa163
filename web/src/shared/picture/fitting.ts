/** Beyond this nothing more can be read of a printed page. */
const longestSide = 3000
const quality = 0.88
const step = 0.8
const leastSide = 600

/** What a browser can be asked to make smaller at all. */
export const mostBytesToShrink = 40_000_000

/**
 * The picture, made smaller where it has more bytes than may be sent: phones make photos of 4 to 12 MB. What cannot be
 * read stays as it is, for the server to say why.
 */
export async function fittingPicture(file: File, mostBytes: number): Promise<File> {
  if (file.size <= mostBytes) return file
  const picture = await createImageBitmap(file).catch(() => null)
  if (!picture) return file
  try {
    const longest = Math.max(picture.width, picture.height)
    for (let side = Math.min(longest, longestSide); side >= leastSide; side *= step) {
      const smaller = await drawn(picture, side / longest)
      if (smaller && smaller.size <= mostBytes) return new File([smaller], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' })
    }
    return file
  } finally {
    picture.close()
  }
}

/** On white, as what is transparent is meant to lie on paper. */
function drawn(picture: ImageBitmap, scale: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  const context = canvas.getContext('2d')!
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
}
