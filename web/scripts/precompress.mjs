// Writes brotli and gzip twins beside every text file of dist, so that the server never compresses at run time.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const dist = new URL('../dist/', import.meta.url).pathname
const compressible = /\.(js|css|html|svg|json|txt|wasm)$/
const smallestWorthCompressing = 512

for (const name of readdirSync(dist, { recursive: true })) {
  if (!compressible.test(name)) continue
  const file = join(dist, name)
  const content = readFileSync(file)
  if (content.length < smallestWorthCompressing) continue
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
}
