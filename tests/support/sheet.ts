// Sheets as another program reads and writes them: Debian's openpyxl, which knows nothing of ours.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export type Row = (string | number | boolean | null)[]

const reading = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]
def words(place):
    name, cells = place.lstrip("=").split("!")
    return [row[0].value for row in book[name][cells.replace("$", "")]]
choices = {str(rule.sqref): words(rule.formula1) for rule in sheet.data_validations.dataValidation}
json.dump({"rows": [[c.value for c in row] for row in sheet.iter_rows()], "note": sheet["A1"].comment.text, "choices": choices, "name": sheet.title, "filtered": sheet.auto_filter.ref, "frozen": sheet.freeze_panes}, sys.stdout, default=str)`

const writing = `
import json, sys, openpyxl
book = openpyxl.Workbook()
for row in json.load(sys.stdin): book.active.append(row)
book.save(sys.argv[1])`

function python(script: string, file: string, input = ''): string {
  const run = spawnSync('/usr/bin/python3', ['-c', script, file], { input, encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`openpyxl: ${run.stderr}`)
  return run.stdout
}

function inFolder<T>(work: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'expogate-sheet-'))
  try {
    return work(join(folder, 'sheet.xlsx'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export interface ReadSheet {
  rows: Row[]
  note: string
  /** What stands on its tab, which cells can be filtered, and the first that moves when one scrolls. */
  name: string
  filtered: string | null
  frozen: string | null
  /** What cells offer to choose from, by their place. */
  choices: Record<string, string[]>
}

export const readSheet = (bytes: Uint8Array): ReadSheet =>
  inFolder((file) => {
    writeFileSync(file, bytes)
    return JSON.parse(python(reading, file))
  })

export const writeSheet = (rows: Row[]): Uint8Array =>
  inFolder((file) => {
    python(writing, file, JSON.stringify(rows))
    return readFileSync(file)
  })
