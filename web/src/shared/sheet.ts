import { api } from './api/client'
import type { Schemas } from './api/types'

export type ImportReport = Schemas['ImportReport']

/** What every import tells of a file, checked or applied. */
export type SheetReport = Pick<ImportReport, 'rows' | 'error_count' | 'errors'>

export const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const csvType = 'text/csv'

/** A sheet held in memory: a chosen file can no longer be read once its program has saved it again. */
export async function sheetOf(file: File, type: string): Promise<Blob> {
  return new Blob([await file.arrayBuffer()], { type })
}

/** How a sheet is sent. The API document calls binary bodies strings. */
export function sheetBody(sheet: Blob) {
  return { body: sheet as unknown as string, bodySerializer: () => sheet, headers: { 'Content-Type': sheet.type } }
}

/** Saves a file of the API; `address` stands below `/api/v1` and may carry a query. */
export const downloadFrom = (address: string) => saveFile(api.GET(address as never, { parseAs: 'blob' } as never) as never)

/** Lets the browser save the file of an answer that was asked for with `parseAs: 'blob'`, under the server's name. */
export async function saveFile(call: Promise<{ data?: Blob; response: Response }>) {
  const { data, response } = await call
  const link = document.createElement('a')
  link.href = URL.createObjectURL(data as Blob)
  link.download = nameOfFile(response.headers.get('content-disposition') ?? '')
  link.click()
  URL.revokeObjectURL(link.href)
}

/** RFC 6266: the name in every script goes before the one in ASCII. */
export function nameOfFile(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  return encoded ? decodeURIComponent(encoded) : (/filename="([^"]+)"/.exec(disposition)?.[1] ?? '')
}
