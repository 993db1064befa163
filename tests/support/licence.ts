// Licences as the generator draws them: believable, and marked as specimens.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const generator = process.env.EXPOGATE_LICENCE_GENERATOR ?? resolve(import.meta.dirname, '../../build/dev/tests/licences/licence_generator')

export interface DrawnLicence {
  name: string
  uscc: string
  kind?: 'business' | 'duplicate' | 'institution'
  degrade?: string
}

/** A JPEG of a licence that says this. */
export function drawnLicence(licence: DrawnLicence): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'expogate-licence-'))
  try {
    const file = join(folder, 'licence.jpg')
    const words = Object.entries({ kind: 'business', degrade: 'clean', seed: '7', ...licence, out: file }).flatMap(([name, value]) => [`--${name}`, value])
    const run = spawnSync(generator, words, { encoding: 'utf8' })
    if (run.status !== 0) throw new Error(`licence_generator: ${run.stderr}`)
    return new Uint8Array(readFileSync(file))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
