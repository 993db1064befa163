import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import type { Client, Schemas } from '../../support/client.ts'
import { Server } from '../../support/server.ts'

type Row = Schemas['OrganizationListRow']
let server: Server
let cast: Cast
let shanghai: Client
let bureau: Client
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  shanghai = await cast.as('shanghai')
  bureau = await cast.as('bureau')
})
afterAll(() => server.stop())

/** Every row of a list, page by page. */
async function all(reader: Client, query = ''): Promise<Row[]> {
  const rows: Row[] = []
  for (let page = 1; ; page++) {
    const answer = await reader.get(`/organizations?page_size=200&page=${page}${query && `&${query}`}`)
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    rows.push(...answer.body.items)
    if (rows.length >= answer.body.total) return rows
  }
}
const total = async (reader: Client, query: string) => (await reader.get(`/organizations?page_size=1&${query}`)).body.total as number

describe('who sees which (ACC-06)', () => {
  test('a group its own and its subgroups’, a subgroup its own, the bureau all', async () => {
    const rows = await all(shanghai)
    expect(new Set(rows.map((r) => r.top_group_id))).toEqual(new Set(['G09']))
    const [direct, subordinate] = [await all(shanghai, 'placement=direct'), await all(shanghai, 'placement=subordinate')]
    expect(direct.every((r) => r.trading_group_id === 'G09')).toBe(true)
    expect(subordinate.every((r) => r.trading_group_id !== 'G09')).toBe(true)
    expect(direct.length + subordinate.length).toBe(rows.length)
    const haidian = await all(await cast.as('haidian'))
    expect(new Set(haidian.map((r) => r.trading_group_id))).toEqual(new Set(['G01-09']))
    expect((await all(bureau)).length).toBeGreaterThan(rows.length + haidian.length)
    expect((await (await cast.as('acme')).get('/organizations')).status).toBe(403)
  })
})

describe('the filters (ORG-09)', () => {
  test('each finds exactly the rows that have it', async () => {
    const rows = await all(bureau)
    const expected: [string, (r: Row) => boolean][] = [
      ['state=approved&state=returned', (r) => r.state === 'approved' || r.state === 'returned'],
      ['origin=overseas', (r) => r.origin === 'overseas'],
      ['category=government', (r) => r.category === 'government'],
      ['purchase_5y_code=100-499', (r) => r.purchase_5y_code === '100-499'],
      ['is_sme=true', (r) => r.is_sme === true],
      ['is_past=true', (r) => r.is_past],
      ['has_group=false', (r) => r.trading_group_id === null],
      ['trading_group_id=G09-02', (r) => r.trading_group_id === 'G09-02'],
      [`group=${encodeURIComponent('浦东')}`, (r) => r.group_name_zh?.includes('浦东') ?? false],
      ['group=10045679580', (r) => r.trading_group_id === 'G09'],
      ['submitted_from_on=2025-09-01&submitted_to_on=2025-09-30', (r) => !!r.submitted_at && r.submitted_at >= '2025-08-31T16:00' && r.submitted_at < '2025-09-30T16:00'],
      [`number=${rows[3]!.number.toLowerCase()}`, (r) => r.number === rows[3]!.number],
      ['category=enterprise&state=approved&is_sme=false&origin=domestic', (r) => r.category === 'enterprise' && r.state === 'approved' && r.is_sme === false && r.origin === 'domestic'],
    ]
    for (const [query, has] of expected) {
      const wanted = rows.filter(has).map((r) => r.id).sort()
      expect(wanted.length, query).toBeGreaterThan(0)
      expect((await all(bureau, query)).map((r) => r.id).sort(), query).toEqual(wanted)
    }
  })

  test('what a form answers is found by any level of its catalogue', async () => {
    const details = await Promise.all((await all(shanghai, 'placement=direct&state=approved')).slice(0, 12).map(async (r) => (await shanghai.get(`/organizations/${r.id}`)).body as Schemas['OrganizationDetail']))
    for (const d of details) {
      const found = async (query: string) => (await all(shanghai, query)).some((r) => r.id === d.id)
      const product = d.products[0]!.code
      expect(await found(`product=${product}`)).toBe(true)
      expect(await found(`product=${product.split('-')[0]}`)).toBe(true)
      expect(await found(`industry=${d.industries[0]!.code}`)).toBe(true)
      if (d.ownership) expect(await found(`ownership_code=${d.ownership.code}&is_listed=${d.is_listed}`)).toBe(true)
    }
    expect(await total(shanghai, 'industry_type=F')).toBeGreaterThan(0)
    expect(await total(shanghai, 'import_volume_code=10-49&registered_capital_code=100-499&purchase_1y_code=10-49&country_code=CN')).toBeGreaterThanOrEqual(0)
  })

  test('names are searched by one, two and four characters, in either width and case; addresses too', async () => {
    const rows = await all(bureau)
    for (const part of ['瑞', '贸易', '国际贸易', 'NORDLICHT', 'ｎｏｒｄ', '(', '浦东新区']) {
      const key = part.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
      const has = (name: string) => (key ? name.normalize('NFKC').toLowerCase().includes(key) : name.includes(part))
      const wanted = rows.filter((r) => has(`${r.name_zh} ${r.name_en}`)).map((r) => r.id).sort()
      expect((await all(bureau, `q=${encodeURIComponent(part)}`)).map((r) => r.id).sort(), part).toEqual(wanted)
    }
    expect(await total(bureau, `address=${encodeURIComponent('人民路')}`)).toBeGreaterThan(0)
  })

  test('a code is found by its beginning', async () => {
    const row = (await all(shanghai, 'category=enterprise'))[0]!
    expect((await all(shanghai, `q=${row.uscc}`)).map((r) => r.id)).toEqual([row.id])
    expect((await all(shanghai, `q=${row.uscc!.slice(0, 12).toLowerCase()}`)).map((r) => r.id)).toContain(row.id)
  })

  test('sorting is total, and unknown columns are refused', async () => {
    const numbers = (await all(shanghai, 'sort=number')).map((r) => Number(r.number.slice(2)))
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
    expect((await shanghai.get('/organizations?sort=password')).body.errors).toMatchObject([{ field: 'sort' }])
    expect((await shanghai.get('/organizations?state=gone')).status).toBe(422)
  })
})

describe('tasks (GRP-02)', () => {
  test('each count equals the list that it opens', async () => {
    for (const player of ['shanghai', 'haidian', 'bureau'] as const) {
      const reader = await cast.as(player)
      const tasks = (await reader.get('/my/tasks')).body.items.filter((t: { kind: string }) => t.kind.startsWith('organizations'))
      expect(tasks.length).toBeGreaterThan(0)
      for (const task of tasks) expect(await total(reader, task.path.split('?')[1]), task.kind).toBe(task.count)
    }
  })
})

describe('moving to another group (GRP-03)', () => {
  test('a group moves within its subtree, the bureau anywhere; each row says what became of it', async () => {
    const [one, two] = await all(shanghai, 'placement=direct&state=awaiting_review')
    const rejected = (await all(shanghai, 'placement=direct&state=rejected'))[0]!
    const foreign = (await all(await cast.as('haidian')))[0]!
    const move = (who: Client, trading_group_id: string, ...ids: string[]) => who.post('/organization_moves', { organizations: ids, trading_group_id })
    const outcome = await move(shanghai, 'G09-03', one!.id, rejected.id, foreign.id)
    expect(outcome.body.items.map((i: { is_done: boolean }) => i.is_done)).toEqual([true, false, false])
    expect(outcome.body.items[1].reason).toContain('审核不通过')
    expect((await shanghai.get(`/organizations/${one!.id}`)).body).toMatchObject({ trading_group_id: 'G09-03', top_group_id: 'G09' })
    expect((await move(shanghai, 'G01', two!.id)).body.errors).toMatchObject([{ code: 'organization.move_out_of_reach' }])
    expect((await move(await cast.as('haidian'), 'G01', foreign.id)).body.errors).toMatchObject([{ code: 'organization.move_out_of_reach' }])
    expect((await move(bureau, 'G01', two!.id)).body.items[0].is_done).toBe(true)
    expect((await shanghai.get(`/organizations/${two!.id}`)).status).toBe(404)
    expect((await move(await cast.as('shanghaiViewer'), 'G09', one!.id)).status).toBe(403)
  })

  test('a first review by another subgroup is not this one’s', async () => {
    const passed = (await all(shanghai, 'state=first_passed'))[0]!
    const target = passed.trading_group_id === 'G09-04' ? 'G09-05' : 'G09-04'
    await shanghai.post('/organization_moves', { organizations: [passed.id], trading_group_id: target })
    expect((await shanghai.get(`/organizations/${passed.id}`)).body.state).toBe('awaiting_review')
  })
})
