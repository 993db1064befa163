// npm run api -- sqlite|postgres [file…]: the API's tests against the real program on one engine.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const [engine = 'sqlite', ...files] = process.argv.slice(2)
if (!['sqlite', 'postgres'].includes(engine)) throw new Error(`no such engine: ${engine}`)
if (engine === 'postgres' && !process.env.EXPOGATE_TEST_POSTGRES) throw new Error('EXPOGATE_TEST_POSTGRES is not set: run bin/test-postgres')
const folder = fileURLToPath(new URL('..', import.meta.url))
const run = spawnSync('npx', ['vitest', 'run', ...files], { cwd: folder, stdio: 'inherit', env: { ...process.env, EXPOGATE_TEST_ENGINE: engine } })
process.exit(run.status ?? 1)
