import { answerOf, api } from '@/shared/api/client'
import type { Schemas } from '@/shared/api/types'

/** Where a photo is sent to, and where it is seen again. */
export interface PhotoPlace {
  send(photo: Blob): Promise<Pick<Schemas['PhotoView'], 'id'> & { face_count?: number | null }>
  sourceOf(id: string): string | null
}

/** The API document calls binary bodies strings. */
export const photoBody = (photo: Blob) => ({ body: photo as unknown as string, bodySerializer: () => photo, headers: { 'Content-Type': photo.type } })

/** Of the own organization's people. */
export const ownPhotos: PhotoPlace = {
  send: (photo) => answerOf(api.POST('/my/attendee_photos', photoBody(photo))),
  sourceOf: (id) => `/api/v1/my/attendee_photos/${id}`,
}
