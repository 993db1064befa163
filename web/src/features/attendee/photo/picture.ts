import { isHeic, startsAsHeic } from '@/shared/picture/heic'
import { pictureMessages } from '@/shared/picture/messages'
import { isTooSmall } from './crop'
import { photoMessages as m } from './messages'

const types = ['image/jpeg', 'image/png']
/** Of the picture that is cut; what is cut out of it is far below the server's 2 MB. */
const longestBytes = 20_000_000

/** A picture to be cut, upright as the camera meant it; or why it is none. */
export async function readPicture(file: File): Promise<ImageBitmap | string> {
  if (isHeic(file)) return pictureMessages.heic
  if (!types.includes(file.type)) return m.wrongType
  if (file.size > longestBytes) return m.tooLarge
  try {
    const picture = await createImageBitmap(file)
    return isTooSmall(picture) ? m.tooSmall : picture
  } catch {
    return (await startsAsHeic(file)) ? pictureMessages.heic : m.unreadable
  }
}
