// Codes that a device checks in a second without network: the very function of its page.
//
//   node bench/gates.mjs SECONDS PUBLIC-KEY CODE
import { createRequire } from 'node:module'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'

const [seconds, publicKey, code] = process.argv.slice(2)
const root = new URL('../web/', import.meta.url)
const typescript = createRequire(root)('typescript')
const source = readFileSync(new URL('src/features/gate/device/badge_code.ts', root), 'utf8')
const { outputText } = typescript.transpileModule(source, { compilerOptions: { module: 'ESNext', target: 'ES2022' } })
// Where its library is found.
const folder = new URL('node_modules/.cache/', root)
mkdirSync(folder, { recursive: true })
const module = new URL('badge_code.mjs', folder)
writeFileSync(module, outputText)
const { isSigned } = await import(module)

const key = new Uint8Array(Buffer.from(publicKey, 'base64url'))
const start = performance.now()
let done = 0
while (performance.now() - start < seconds * 1000) {
  if (!(await isSigned(code, key))) throw new Error('a signed code was refused')
  ++done
}
console.log(Math.round((done / (performance.now() - start)) * 1000))
