// Fair packs (INS-02, INS-03) and what the bureau sees of its installation.
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import type { Client, Schemas } from '../../support/client.ts'
import { Installation } from '../../support/installation.ts'
import { root, runProgram, Server, type Run } from '../../support/server.ts'

/** A copy of a pack that a test may spoil. */
function copied(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'expogate-pack-'))
  cpSync(join(root, 'fairs'), folder, { recursive: true })
  return join(folder, name)
}

function change(file: string, from: string | RegExp, to: string): void {
  const text = readFileSync(file, 'utf8')
  if (text.replace(from, to) === text) throw new Error(`${file} has no ${from}`)
  writeFileSync(file, text.replace(from, to))
}

const filesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [join(entry.parentPath, entry.name).slice(folder.length + 1), readFileSync(join(entry.parentPath, entry.name), 'utf8')]),
  )

/** What a command says, without what it logs. */
const said = ({ stdout }: Run) => stdout.split('\n').filter((line) => !line.startsWith('{'))

const check = (pack: string) => runProgram({}, 'fair', 'check', pack)

describe('checking a pack', () => {
  test.each(readdirSync(join(root, 'fairs'), { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'lists').map(({ name }) => name))('finds %s sound', async (name) => {
    expect(await check(join(root, 'fairs', name))).toMatchObject({ status: 0, stdout: expect.stringContaining('is sound') })
  })

  test('names every mistake at once, by file and line', async () => {
    const pack = copied('small')
    const edition = join(pack, 'editions/1/edition.toml')
    change(join(pack, 'fair.toml'), 'Asia/Singapore', 'Asia/Nowhere')
    change(edition, 'show_to = 2027-05-14', 'show_to = 2027-05-11')
    change(edition, 'order_hours = 72', 'order_hours = "soon"')
    change(edition, 'fee = "80.00"', 'fee = "80,00"')
    appendFileSync(join(pack, 'editions/1/catalogues/ownership.tsv'), 'state\tagain\tagain\n')
    const { status, stdout } = await check(pack)
    expect(status).toBe(1)
    const places = stdout.split('\n').filter((line) => line.includes('.toml:') || line.includes('.tsv:')).map((line) => line.slice(0, line.indexOf(':', line.indexOf(':') + 1)))
    expect(new Set(places.map((place) => place.slice(place.lastIndexOf('/') + 1).split(':')[0]))).toEqual(new Set(['fair.toml', 'edition.toml', 'ownership.tsv']))
    expect(places.length).toBeGreaterThanOrEqual(5)
    expect(places.every((place) => /:\d+$/.test(place))).toBe(true)
  })

  test('takes no message that leaves out the fair, has a placeholder that nobody fills, or that nobody sends', async () => {
    const pack = copied('small')
    const toml = join(pack, 'fair.toml')
    change(toml, '【{fair}】{name}', '{name}')
    change(toml, 'The registration of {name}', 'The registration of {surname}')
    appendFileSync(toml, '[messages.good_morning]\nsubject_zh = "早"\nsubject_en = "Hello"\ntext_zh = "早"\ntext_en = "Hello"\n')
    const { status, stdout } = await check(pack)
    expect(status).toBe(1)
    for (const mistake of ['text_zh must name the fair: {fair}', 'text_en has {surname}', 'good_morning']) expect(stdout).toContain(mistake)
  })

  test('refuses a folder that is none, and says what is missing', async () => {
    const { status, stdout, stderr } = await check(mkdtempSync(join(tmpdir(), 'expogate-pack-')))
    expect(status).toBe(1)
    expect(stdout + stderr).toContain('fair.toml')
  })
})

describe('applying a pack', () => {
  test('shows first what it would do, then does that and no more', async () => {
    const installation = Installation.begin('small')
    installation.setUp()
    change(join(installation.pack, 'fair.toml'), 'Riverside Machinery and Food Fair', 'Riverside Fair of Machines')
    const shown = installation.server.command('fair', 'apply', installation.pack)
    expect(shown.stdout).toContain('Riverside Fair of Machines')
    expect(shown.stdout).toContain('nothing was done yet')
    expect(said(installation.server.command('fair', 'apply', installation.pack))).toEqual(said(shown))
    expect(installation.server.command('fair', 'apply', installation.pack, '--yes').stdout).toContain('done')
    expect(installation.server.command('fair', 'apply', installation.pack).stdout).toContain('nothing to do')
    await installation.server.stop()
  })

  test('is never done by setup to a fair that is there: it says how', async () => {
    const installation = Installation.begin('small')
    installation.setUp()
    change(join(installation.pack, 'fair.toml'), 'Riverside Machinery and Food Fair', 'Riverside Fair of Machines')
    expect(installation.setUp().stdout).toContain(`see: expogate fair apply ${installation.pack}`)
    expect(installation.server.command('fair', 'apply', installation.pack).stdout).toContain('Riverside Fair of Machines')
    await installation.server.stop()
  })

  test('gives a database of before the fairs what it lacks', async () => {
    const installation = Installation.begin('small')
    const { server } = installation
    installation.setUp()
    server.sql('delete from fairs')
    await server.serve()
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503)
    expect(installation.setUp().stdout).toContain(`see: expogate fair apply ${installation.pack}`)
    expect(server.command('fair', 'apply', installation.pack, '--yes').stdout).toContain('done')
    await server.isServing()
    expect((await installation.client().get('/system')).body).toMatchObject({ fair_en: 'Riverside Machinery and Food Fair' })
    await server.stop()
  })

  test('of what was exported says that nothing is to do; exported again it is the same', async () => {
    const installation = Installation.begin('ciie-8')
    const message = '\n[messages.verification_code]\nsubject_zh = "验证码"\nsubject_en = "Code"\ntext_zh = "【{fair}】{code}"\ntext_en = "[{fair}] {code}"\n'
    appendFileSync(join(installation.pack, 'fair.toml'), message)
    installation.setUp()
    const [first, second] = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'expogate-export-')))
    installation.server.command('fair', 'export', first!)
    expect(await check(first!)).toMatchObject({ status: 0 })
    expect(filesOf(first!)['fair.toml']).toContain('[messages.verification_code]')
    expect(installation.server.command('fair', 'apply', first!).stdout).toContain('nothing to do')
    const other = Installation.begin('small')
    other.server.command('setup', '--fair', first!, '--admin', 'chief', '--contact', 'chief@fair.example')
    other.server.command('fair', 'export', second!)
    expect(filesOf(second!)).toEqual(filesOf(first!))
    for (const folder of [first!, second!]) rmSync(folder, { recursive: true })
    await Promise.all([installation.server.stop(), other.server.stop()])
  })
})

describe('the installation as the bureau sees it', () => {
  let server: Server
  let bureau: Client
  let cast: Cast
  beforeAll(async () => {
    server = await Server.start()
    cast = new Cast(server)
    bureau = await cast.as('bureau')
  })
  afterAll(() => server.stop())

  test('names every part with how it stands, to those alone who run the system', async () => {
    const { items } = (await bureau.get<Schemas['ListOf_Finding']>('/admin/installation')).body
    expect(items.map(({ part }) => part)).toEqual(['fair', 'mail', 'sms', 'payment', 'registry', 'identity', 'storage', 'disk', 'backup', 'key_ring', 'clock', 'tls'])
    for (const { detail_zh, detail_en } of items) expect([detail_zh, detail_en]).not.toContain('')
    expect((await (await cast.as('shanghai')).get('/admin/installation')).status).toBe(403)
  })

  test('is tried for real', async () => {
    const tried = await bureau.post<Schemas['Trial']>('/admin/installation_trials', { part: 'storage' })
    expect(tried.body).toMatchObject({ is_good: true, words: expect.stringMatching(/./) })
    expect((await bureau.post('/admin/installation_trials', { part: 'disk' })).body.code).toBe('installation.not_tried')
  })
})
