// Pages of organizations, people and key invitees over HTTP at the fair's scale, beside their bare statements: see bench/lists.
import { spawnSync } from 'node:child_process'

const [base, database, program, roundsText = '40'] = process.argv.slice(2)
const rounds = Number(roundsText)
const password = 'Expo#2025demo'

async function signIn(name, door) {
  const jar = { cookie: '' }
  const call = async (method, path, body) => {
    const url = new URL(`${base}/api/v1${path}`)
    // A document number stands in no address.
    const document = url.searchParams.get('document')
    url.searchParams.delete('document')
    const answer = await fetch(url, {
      method,
      headers: { cookie: jar.cookie, ...(document && { 'sought-document': document }), 'x-csrf-token': jar.csrf ?? '', ...(body ? { 'content-type': 'application/json' } : {}) },
      body: body && JSON.stringify(body),
    })
    const set = answer.headers.get('set-cookie')
    if (set) jar.cookie = set.split(';')[0]
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${text}`)
    return text ? JSON.parse(text) : null
  }
  jar.csrf = (await call('POST', '/session', { door, name, password })).csrf_token
  await call('POST', '/session/second_step_codes', {})
  const outbox = await call('GET', '/sandbox/messages?page_size=1')
  const code = /(?<!\d)\d{6}(?!\d)/.exec(outbox.items[0].body)[0]
  jar.csrf = (await call('POST', '/session/second_step', { method: 'sms', code })).csrf_token
  return (path) => call('GET', path)
}

const quantile = (times, q) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))]

/** Of each list: name, who asks, query. Deep pages are worked out from the total. */
const lists = {
  organizations: [
    ['first page', 'bureau', ''],
    ['deep page', 'bureau', 'deep'],
    ['page of 100', 'bureau', 'page_size=100'],
    ['sorted by name', 'bureau', 'sort=name_zh'],
    ['sorted by submission, deep', 'bureau', 'sort=-submitted_at&deep'],
    ['state: one', 'bureau', 'state=awaiting_review'],
    ['state: three', 'bureau', 'state=awaiting_review&state=first_passed&state=returned'],
    ['state: approved, deep', 'bureau', 'state=approved&deep'],
    ['purchase 1 year', 'bureau', 'purchase_1y_code=100-499'],
    ['purchase 5 years', 'bureau', 'purchase_5y_code=100-499'],
    ['SME', 'bureau', 'is_sme=true'],
    ['listed', 'bureau', 'is_listed=true'],
    ['industry type', 'bureau', 'industry_type=F'],
    ['industries: two', 'bureau', 'industry=51&industry=27'],
    ['products: two', 'bureau', 'product=FOOD-01-01&product=FOOD-01-02'],
    ['product area', 'bureau', 'product=FOOD'],
    ['category', 'bureau', 'category=government'],
    ['ownership', 'bureau', 'ownership_code=159'],
    ['country', 'bureau', 'country_code=DE'],
    ['exported: no', 'bureau', 'is_exported=false'],
    ['past visitors', 'bureau', 'is_past=true'],
    ['address', 'bureau', `address=${encodeURIComponent('人民路')}`],
    ['number', 'bureau', 'number=D8000021'],
    ['group by name', 'bureau', `group=${encodeURIComponent('浦东')}`],
    ['group by invitation code', 'bureau', 'group=10045679580'],
    ['import volume', 'bureau', 'import_volume_code=10-49'],
    ['registered capital', 'bureau', 'registered_capital_code=100-499'],
    ['submitted in September', 'bureau', 'submitted_from_on=2025-09-01&submitted_to_on=2025-09-30'],
    ['search: 1 character 睿', 'bureau', `q=${encodeURIComponent('睿')}`],
    ['search: 2 characters 半导', 'bureau', `q=${encodeURIComponent('半导')}`],
    ['search: 4 characters 医疗器械', 'bureau', `q=${encodeURIComponent('医疗器械')}`],
    ['search: everybody 有限公司', 'bureau', `q=${encodeURIComponent('有限公司')}`],
    ['search: nobody 不存在的', 'bureau', `q=${encodeURIComponent('不存在的')}`],
    ['search: beginning of a code', 'bureau', 'q=91310115M00'],
    ['search in a name of Latin letters', 'bureau', 'q=nordlicht'],
    ['five filters', 'bureau', `state=approved&category=enterprise&is_sme=true&industry_type=F&q=${encodeURIComponent('贸易')}`],
    ['every kind of filter', 'bureau', `state=approved&category=enterprise&is_sme=true&is_listed=false&industry_type=F&product=FOOD&purchase_5y_code=100-499&submitted_from_on=2025-06-01&address=${encodeURIComponent('路')}&q=${encodeURIComponent('贸易')}`],
    ['Shanghai: direct', 'shanghai', 'placement=direct'],
    ['Shanghai: subgroups’, deep', 'shanghai', 'placement=subordinate&deep'],
    ['Shanghai: awaits me', 'shanghai', 'awaits_me=true'],
    ['Shanghai: search 2 characters', 'shanghai', `q=${encodeURIComponent('半导')}`],
    ['Shanghai: state and product', 'shanghai', 'state=approved&product=FOOD'],
  ],
  attendees: [
    ['first page', 'bureau', ''],
    ['deep page', 'bureau', 'deep'],
    ['page of 100', 'bureau', 'page_size=100'],
    ['sorted by name', 'bureau', 'sort=name_zh'],
    ['sorted by submission, deep', 'bureau', 'sort=-submitted_at&deep'],
    ['sorted by faces in the photo', 'bureau', 'sort=-face_count'],
    ['awaits the bureau', 'bureau', 'awaits_me=true'],
    ['state: one', 'bureau', 'state=awaiting_payment'],
    ['state: three', 'bureau', 'state=awaiting_payment&state=returned&state=draft'],
    ['state: approved, deep', 'bureau', 'state=approved&deep'],
    ['badge type', 'bureau', 'badge_type=vip&badge_type=staff'],
    ['region', 'bureau', 'region_type=foreign'],
    ['position', 'bureau', 'position_category_code=POSITION'],
    ['country', 'bureau', 'nationality_code=JP'],
    ['entry option', 'bureau', 'entry_option_id=OPTION'],
    ['collection', 'bureau', 'collection=courier'],
    ['source', 'bureau', 'source=colleague'],
    ['reused badges', 'bureau', 'is_reuse=true'],
    ['sponsored', 'bureau', 'sponsorship=sponsored'],
    ['badge: none yet made', 'bureau', 'badge_state=awaiting'],
    ['badge: collected', 'bureau', 'badge_state=collected'],
    ['badge: collected, deep', 'bureau', 'badge_state=collected&deep'],
    ['badge: revoked', 'bureau', 'badge_state=revoked'],
    ['identity check failed', 'bureau', 'identity=failed'],
    ['submitted in September', 'bureau', 'submitted_from_on=2025-09-01&submitted_to_on=2025-09-30'],
    ['number', 'bureau', 'number=P80000210'],
    ['document', 'bureau', 'document=310115199001011234'],
    ['name: 1 character 王', 'bureau', `name=${encodeURIComponent('王')}`],
    ['name: 2 characters 王建', 'bureau', `name=${encodeURIComponent('王建')}`],
    ['name of Latin letters', 'bureau', 'name=tanaka'],
    ['organization by name', 'bureau', `organization=${encodeURIComponent('半导')}`],
    ['organization: everybody 有限公司', 'bureau', `organization=${encodeURIComponent('有限公司')}`],
    ['organization by code', 'bureau', 'organization=91310115MA1K35XY5H'],
    ['five filters', 'bureau', `state=approved&region_type=mainland&badge_type=professional&badge_state=made&name=${encodeURIComponent('李')}`],
    ['Shanghai: direct', 'shanghai', 'placement=direct'],
    ['Shanghai: subgroups’, deep', 'shanghai', 'placement=subordinate&deep'],
    ['Shanghai: awaiting payment', 'shanghai', 'placement=subordinate&state=awaiting_payment'],
    ['Shanghai: badge made', 'shanghai', 'placement=subordinate&badge_state=made'],
    ['Shanghai: name', 'shanghai', `name=${encodeURIComponent('王建')}`],
    ['Shanghai: organization', 'shanghai', `organization=${encodeURIComponent('半导')}`],
    ['Shanghai: one subgroup', 'shanghai', 'trading_group_id=SUBGROUP'],
  ],
  key_invitees: [
    ['first page', 'bureau', ''],
    ['deep page', 'bureau', 'deep'],
    ['level', 'bureau', 'level=key'],
    ['state', 'bureau', 'state=invited'],
    ['registered with its group', 'bureau', 'registration=here'],
    ['registration: none yet', 'bureau', 'registration=not_yet'],
    ['organization approved', 'bureau', 'organization_state=approved'],
    ['name', 'bureau', `name=${encodeURIComponent('半导')}`],
    ['of one group', 'bureau', 'group_id=G09'],
    ['Shanghai: first page', 'shanghai', ''],
    ['Shanghai: recommended', 'shanghai', 'state=recommended'],
  ],
}

const readers = { bureau: await signIn('bureau', 'bureau'), shanghai: await signIn('shanghaijiaoyituan', 'group') }
const scopes = { bureau: 'everything\t', shanghai: 'group\tG09' }

/** Names that only this database knows. */
const options = await readers.bureau('/editions/8/entry_options')
const known = {
  OPTION: options.items[0].id,
  POSITION: (await readers.bureau('/editions/8/catalogues/position_category/items')).items[0].code,
  SUBGROUP: (await readers.bureau('/admin/trading_groups?kind=subgroup&parent_id=G09&page_size=1')).items[0].id,
}

const rows = []
for (const [list, name, who, query] of Object.entries(lists).flatMap(([list, queries]) => queries.map((query) => [list, ...query]))) {
  const read = readers[who]
  const path = (asked) => `/${list}?${[...(asked.includes('page_size') ? [] : ['page_size=50']), ...(asked ? [asked] : [])].join('&')}`
  let asked = query.replace(/&?deep/, '').replace(/OPTION|POSITION|SUBGROUP/, (word) => known[word])
  if (query.includes('deep')) asked += `${asked && '&'}page=${Math.max(1, Math.ceil((await read(path(asked))).total / 50) - 1)}`
  const times = []
  let total = 0
  for (let i = 0; i < rounds; i++) {
    const begin = performance.now()
    total = (await read(path(asked))).total
    times.push(performance.now() - begin)
  }
  rows.push({ list, name, who, query: decodeURIComponent(path(asked).split('?')[1]), total, p50: quantile(times, 0.5), p99: quantile(times, 0.99) })
}
const input = rows.map((row) => [row.name, row.list, scopes[row.who], row.query].join('\t')).join('\n')
const bare = spawnSync(program, [database, String(rounds)], { input, encoding: 'utf8' })
if (bare.status !== 0) throw new Error(bare.stderr)
const bareTimes = new Map(bare.stdout.trim().split('\n').map((line) => [line.split('\t')[0], line.split('\t').slice(1)]))
for (const list of Object.keys(lists)) {
  console.log(`\n### ${list}\n\n| list | rows | HTTP p50 / p99 ms | bare statements p50 / p99 ms |\n|---|---|---|---|`)
  for (const row of rows.filter((row) => row.list === list))
    console.log(`| ${row.name} | ${row.total} | ${row.p50.toFixed(1)} / ${row.p99.toFixed(1)} | ${bareTimes.get(`${list} ${row.name}`).join(' / ')} |`)
}
