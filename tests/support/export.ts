// Exports, from their start to the rows of the sheet.
import { expect } from 'vitest'
import type { Answer, Client, Schemas } from './client.ts'
import { readSheet, type Row } from './sheet.ts'

export async function rowsOfExport(by: Client, begun: Answer<Schemas['SheetExportView']>): Promise<Row[]> {
  expect(begun.status).toBe(200)
  await expect.poll(async () => (await by.get(`/my/exports/${begun.body.id}`)).body.state, { timeout: 30_000 }).toBe('done')
  return readSheet((await by.download(`/my/exports/${begun.body.id}/file`)).body).rows
}
