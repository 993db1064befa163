const sidePixels = 1024

/** A drawn code as a picture that can run nothing. */
export const addressOfSvg = (svg: string) => `data:image/svg+xml,${encodeURIComponent(sized(svg))}`

/** The server's drawing fits any page, so it has no size; a file that is opened by itself needs one. */
function sized(svg: string): string {
  return svg.replace('<svg ', `<svg width="${sidePixels}" height="${sidePixels}" `)
}

/** The same as dots, for programs that know no drawings. */
export async function pngOfSvg(svg: string): Promise<string> {
  const picture = new Image()
  picture.src = addressOfSvg(svg)
  await picture.decode()
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = sidePixels
  canvas.getContext('2d')!.drawImage(picture, 0, 0)
  return canvas.toDataURL('image/png')
}
