import { useQuery } from '@tanstack/vue-query'
import { computed, onBeforeUnmount, ref, watch } from 'vue'
import { answerOf, api } from '@/shared/api/client'
import type { Schemas } from '@/shared/api/types'
import { fittingPicture, mostBytesToShrink } from '@/shared/picture/fitting'
import { isHeic } from '@/shared/picture/heic'
import { pictureMessages } from '@/shared/picture/messages'
import { licenceMessages as m } from './messages'

export type LicenceProgress = Schemas['LicenceProgress']
/** What was sent; the token shows that it was sent from here, and is empty once the licence belongs to an organization. */
export type SentLicence = { id: string; token: string }
export type Licence = ReturnType<typeof useLicence>

const longestBytes = 2_000_000
const types = ['image/jpeg', 'image/png']
const pollMs = 1000

/** Why a file is not worth sending; null when it is (ORG-01: png, jpg, jpeg). One of more than 2 MB is made smaller first. */
export function whyNotPicture(file: { type: string; size: number; name?: string }): string | null {
  if (isHeic(file)) return pictureMessages.heic
  if (!types.includes(file.type)) return m.wrongType
  return file.size > mostBytesToShrink ? m.tooLarge : null
}

/**
 * The licence's picture: sent as soon as it is chosen, then read by the server while the rest of the form is typed
 * (ORG-03). `onRead` is told once, when something could be read.
 */
export function useLicence(options: { kept?: SentLicence | null; onSent?: (sent: SentLicence) => void; onRead?: (read: LicenceProgress) => void }) {
  const uploaded = ref(options.kept ?? null)
  const picture = ref<string | null>(null)
  const busy = ref(false)
  const wrong = ref<string | null>(null)
  const failure = ref<unknown>(null)
  let lastChosen: File | null = null

  async function choose(file: File) {
    lastChosen = file
    failure.value = null
    wrong.value = whyNotPicture(file)
    if (wrong.value) return
    busy.value = true
    try {
      const picture = await fittingPicture(file, longestBytes)
      const sent = await answerOf(api.POST('/licences', pictureBody(picture)))
      show(picture)
      uploaded.value = sent
      options.onSent?.(sent)
    } catch (error) {
      failure.value = error
    } finally {
      busy.value = false
    }
  }

  const retry = () => lastChosen && choose(lastChosen)

  function show(file: File | null) {
    if (picture.value) URL.revokeObjectURL(picture.value)
    picture.value = file && URL.createObjectURL(file)
  }
  onBeforeUnmount(() => show(null))

  const query = useQuery({
    queryKey: ['licence', uploaded],
    queryFn: () => progressOf(uploaded.value!),
    enabled: computed(() => uploaded.value !== null),
    refetchInterval: ({ state }) => (state.data?.state === 'queued' ? pollMs : false),
  })
  const progress = computed(() => (uploaded.value ? (query.data.value ?? null) : null))
  watch(progress, (now, before) => {
    const isNew = now?.state === 'recognized' && (before?.id !== now.id || before.state !== 'recognized')
    if (isNew && uploaded.value?.token) options.onRead?.(now)
  })

  return { uploaded, picture, busy, wrong, failure, progress, choose, retry }
}

/** The API document calls binary bodies strings. */
function pictureBody(file: File) {
  return { body: file as unknown as string, bodySerializer: () => file, headers: { 'Content-Type': file.type } }
}

function progressOf({ id, token }: { id: string; token: string }) {
  return answerOf(api.GET('/licences/{id}', { params: { path: { id }, header: token ? { 'Upload-Token': token } : {} } }))
}
