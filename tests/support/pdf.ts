// PDF files as other programs read them: poppler for text, fonts and pictures, zbar for the codes in the pictures.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const pdfType = 'application/pdf'

function run(program: string, words: string[]): string {
  const done = spawnSync(program, words, { encoding: 'utf8', maxBuffer: 1 << 26 })
  if (done.status !== 0) throw new Error(`${program}: ${done.stderr}`)
  return done.stdout
}

function withPdf<T>(bytes: Uint8Array, work: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'expogate-pdf-'))
  try {
    const file = join(folder, 'file.pdf')
    writeFileSync(file, bytes)
    return work(file, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The text of each page. */
export const textsOf = (bytes: Uint8Array): string[] => withPdf(bytes, (file) => run('pdftotext', ['-layout', file, '-']).split('\f').slice(0, -1))

export interface Font {
  name: string
  isEmbedded: boolean
  hasUnicode: boolean
}

export const fontsOf = (bytes: Uint8Array): Font[] =>
  withPdf(bytes, (file) =>
    run('pdffonts', [file])
      .split('\n')
      .slice(2, -1)
      .map((line) => {
        const [emb, , uni] = line.match(/ (yes|no)\b/g)!.map((word) => word.trim() === 'yes')
        return { name: line.split(/\s+/)[0]!, isEmbedded: emb!, hasUnicode: uni! }
      }),
  )

/** The first page as a PNG picture. */
export const firstPageOf = (bytes: Uint8Array): Buffer =>
  withPdf(bytes, (file, folder) => {
    run('pdftoppm', ['-r', '100', '-png', '-singlefile', file, join(folder, 'first')])
    return readFileSync(join(folder, 'first.png'))
  })

/** The QR code of each page, read from its picture. */
export const codesOf = (bytes: Uint8Array): string[] =>
  withPdf(bytes, (file, folder) => {
    run('pdftoppm', ['-r', '150', '-png', file, join(folder, 'page')])
    const pages = readdirSync(folder).filter((name) => name.endsWith('.png')).sort()
    return pages.map((page) => run('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', join(folder, page)]).trim())
  })
