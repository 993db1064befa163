import type { Schemas } from '@/shared/api/types'
import type { Tone } from '@/ui/StateBadge.vue'

export type SheetExport = Schemas['SheetExportView']

export const exportTones: Record<SheetExport['state'], Tone> = { queued: 'pending', running: 'progress', done: 'ok', failed: 'bad', expired: 'neutral' }

export const isUnfinished = ({ state }: SheetExport) => state === 'queued' || state === 'running'

/** Followed by a plain link: the browser saves it piece by piece, however large it is. */
export const fileAddress = ({ id }: SheetExport) => `/my/exports/${id}/file`
