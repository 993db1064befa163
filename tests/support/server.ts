// The real program, started on a database of its own and a port of its own.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { once } from 'node:events'
import { createInterface, type Interface } from 'node:readline'

export const root = resolve(import.meta.dirname, '../..')
const program = process.env.EXPOGATE_PROGRAM ?? join(root, 'build/dev/server/expogate')
export const engine = (process.env.EXPOGATE_TEST_ENGINE ?? 'sqlite') as 'sqlite' | 'postgres'

export type Settings = Record<string, string>

/** The demonstration's time: 10 October 2025, 09:00 in Shanghai, when everything is open. */
export const demoTime = Date.parse('2025-10-10T09:00:00+08:00')

/** Where the tests of a run find what their servers begin with. */
interface Demonstration {
  folder: string
  database: string
}
const demonstrationVariable = 'EXPOGATE_TEST_DEMONSTRATION'

export interface Run {
  status: number
  stdout: string
  stderr: string
}

/** One of the program's commands on its own, while this process goes on answering. */
export function runProgram(settings: Settings, ...words: string[]): Promise<Run> {
  const child = spawn(program, words, { env: { ...process.env, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] })
  const run = { status: -1, stdout: '', stderr: '' }
  child.stdout.on('data', (text) => (run.stdout += text))
  child.stderr.on('data', (text) => (run.stderr += text))
  return new Promise((resolve, reject) => child.once('error', reject).once('close', (code) => resolve({ ...run, status: code ?? -1 })))
}

export class Server {
  readonly folder = mkdtempSync(join(tmpdir(), 'expogate-test-'))
  private readonly database: string
  private readonly environment: Settings
  private child: ChildProcess | null = null
  /** In whole seconds, and never before the hour: what is counted by the hour begins with a whole one. */
  private clockOffset = Math.ceil((demoTime - Date.now()) / 1000)
  readonly lines: string[] = []
  private output: Interface | null = null
  url = ''

  private constructor(settings: Settings, template?: Demonstration) {
    this.database = engine === 'sqlite' ? `sqlite:${join(this.folder, 'expogate.db')}` : createPostgresDatabase(template)
    if (template) cpSync(template.folder, this.folder, { recursive: true })
    const statements = join(root, 'build/statements')
    mkdirSync(statements, { recursive: true })
    this.environment = {
      EXPOGATE_DATABASE_URL: this.database,
      EXPOGATE_DATABASE_CONNECTIONS: '8',
      EXPOGATE_HTTP_PORT: '0',
      EXPOGATE_HTTP_WEB_ROOT: join(root, 'web/dist'),
      EXPOGATE_HTTP_HAS_SECURE_COOKIE: 'false',
      EXPOGATE_HTTP_PUBLIC_WRITES_PER_MINUTE: '0',
      EXPOGATE_HTTP_ANONYMOUS_UPLOADS_PER_MINUTE: '0',
      EXPOGATE_DEMO_ENABLED: 'true',
      EXPOGATE_SECURITY_KEY_RING: join(this.folder, 'keys.txt'),
      EXPOGATE_SECURITY_PASSWORD_MEMORY_KIB: '64',
      EXPOGATE_STORAGE_FOLDER: join(this.folder, 'files'),
      EXPOGATE_STATEMENT_LOG: join(statements, `${engine}.txt`),
      ...settings,
    }
  }

  /** What time it is for this server, in milliseconds. */
  now(): number {
    return Date.now() + this.clockOffset * 1000
  }

  /** A server with a copy of the demonstration's data. */
  static async start(settings: Settings = {}): Promise<Server> {
    const server = new Server(settings, JSON.parse(process.env[demonstrationVariable]!) as Demonstration)
    await server.serve()
    return server
  }

  /** A real fair's server before its first hour: no demonstration, the clock of life, nothing in the database. */
  static empty(settings: Settings = {}): Server {
    const server = new Server({ EXPOGATE_DEMO_ENABLED: 'false', ...settings })
    server.clockOffset = 0
    return server
  }

  /** The demonstration's data themselves, which take seconds to make: once for all tests of a run. Nobody serves them. */
  static seedDemonstration(): Server {
    const server = new Server({})
    // What is seeded was there before the first test's clock begins.
    server.clockOffset -= 120
    writeFileSync(join(server.folder, 'keys.txt'), server.command('new-key-ring').stdout)
    server.command('migrate')
    server.command('seed', 'demo', join(root, 'db/seeds'))
    process.env[demonstrationVariable] = JSON.stringify({ folder: server.folder, database: server.database } satisfies Demonstration)
    return server
  }

  /** One of the program's commands on this server's database. */
  command(...words: string[]): Run {
    const run = this.attempt({}, ...words)
    if (run.status !== 0 && words[0] !== 'verify') throw new Error(`expogate ${words.join(' ')}: ${run.stderr || run.stdout}`)
    return run
  }

  /** The same with settings of this run alone, however it ends. */
  attempt(besides: Settings, ...words: string[]): Run {
    const run = spawnSync(program, words, { env: { ...this.allSettings(), ...besides }, encoding: 'utf8' })
    return { status: run.status ?? -1, stdout: run.stdout, stderr: run.stderr }
  }

  /** Rows for which there is no other way yet. */
  sql(statements: string): void {
    if (engine === 'postgres') return psql(statements, this.database)
    const script = 'import sqlite3, sys; c = sqlite3.connect(sys.argv[1], timeout=10); c.executescript(sys.stdin.read()); c.commit()'
    const run = spawnSync('python3', ['-c', script, this.database.slice('sqlite:'.length)], { input: statements, encoding: 'utf8' })
    if (run.status !== 0) throw new Error(`sqlite: ${run.stderr}`)
  }

  /** Everything that stands in the database, and on SQLite also what only its file still holds. */
  dump(): string {
    if (engine === 'sqlite') return readFileSync(this.database.slice('sqlite:'.length), 'utf8')
    const run = spawnSync('pg_dump', ['--data-only', this.database], { encoding: 'utf8', maxBuffer: 1 << 30 })
    if (run.status !== 0) throw new Error(`pg_dump: ${run.stderr}`)
    return run.stdout
  }

  /** `besides`: settings of this run alone. */
  async serve(besides: Settings = {}): Promise<void> {
    const child = spawn(program, ['serve'], { env: { ...this.allSettings(), ...besides }, stdio: ['ignore', 'pipe', 'pipe'] })
    this.child = child
    let errors = ''
    child.stderr!.on('data', (text) => (errors += text))
    this.url = await new Promise<string>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${errors}`)))
      this.output = createInterface({ input: child.stdout! }).on('line', (line) => {
        this.lines.push(line)
        const event = JSON.parse(line) as { event: string; url?: string }
        if (event.url) this.url = event.url
        if (event.event === 'serving' || event.event === 'waiting_for_fair') resolve(event.url!)
      })
    })
    child.removeAllListeners('exit')
  }

  /** Resolves when it has its fair and serves, which it may have waited for. */
  async isServing(): Promise<void> {
    const isThere = () => this.lines.some((line) => (JSON.parse(line) as { event: string }).event === 'serving')
    while (!isThere()) await once(this.output!, 'line')
  }

  /** Ends it like an operator would; resolves with the exit code. */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    const child = this.child
    if (!child) return null
    this.child = null
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
    child.kill(signal)
    return ended
  }

  /** Resolves when it has ended by itself. */
  hasEnded(): Promise<void> {
    const child = this.child!
    return new Promise((resolve) => (child.exitCode === null && child.signalCode === null ? child.once('exit', () => resolve()) : resolve()))
  }

  /** The same data some time later: the clock is moved, not waited for. */
  async moveClock(seconds: number, besides: Settings = {}): Promise<void> {
    await this.end()
    this.clockOffset += seconds
    await this.serve(besides)
  }

  async stop(): Promise<void> {
    await this.end()
    if (engine === 'postgres') dropPostgresDatabase(this.database)
    rmSync(this.folder, { recursive: true, force: true })
  }

  private allSettings(): NodeJS.ProcessEnv {
    // Only a demonstration may believe in another time.
    const offset = this.environment.EXPOGATE_DEMO_ENABLED === 'false' ? 0 : this.clockOffset
    return { ...process.env, ...this.environment, EXPOGATE_DEMO_CLOCK_OFFSET_S: String(offset) }
  }
}

function psql(sql: string, database = process.env.EXPOGATE_TEST_POSTGRES!): void {
  const run = spawnSync('psql', [database, '-v', 'ON_ERROR_STOP=1', '-qc', sql], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`psql: ${run.stderr}`)
}

function createPostgresDatabase(template?: Demonstration): string {
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
  psql(`create database ${name} template ${template ? nameOf(template.database) : 'template0'} encoding 'UTF8' locale 'C.UTF-8'`)
  return process.env.EXPOGATE_TEST_POSTGRES!.replace(/\/[^/]*$/, `/${name}`)
}

function dropPostgresDatabase(url: string): void {
  psql(`drop database if exists ${nameOf(url)} with (force)`)
}

function nameOf(url: string): string {
  return url.split('/').at(-1)!
}
