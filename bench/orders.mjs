// From PostgreSQL's own log of one operation: its statements, transaction by transaction, as a template for
// bench_replay, and the table of them for the report.
//
//   node bench/orders.mjs LOG.json PARTICIPANTS PEOPLE TEMPLATE.json      prints the table
import { readFileSync, writeFileSync } from 'node:fs'

const [logFile, participantsFile, peopleFile, templateFile] = process.argv.slice(2)
const [, organization, account, session] = readFileSync(participantsFile, 'utf8').split('\n')[0].split(' ')
const people = readFileSync(peopleFile, 'utf8').trim().split('\n')

const names = new Map([[organization, '{{organization}}'], [account, '{{account}}'], [session, '{{session}}']])
people.forEach((id, n) => names.set(id, `{{person:${n}}}`))

const ownId = /(?<![0-9a-z])0[0-9][0-9a-hjkmnp-tv-z]{24}(?![0-9a-z])/g
const ownHash = /^[0-9a-f]{64}$/
const ownNumber = /(?<=[VR]|\b)\d{19,32}/g
const count = (kind) => [...names.values()].filter((one) => one.startsWith(`{{${kind}`)).length
const nameOf = (value, kind) => {
  if (!names.has(value)) names.set(value, `{{${kind}:${count(kind)}}}`)
  return names.get(value)
}

/** A parameter with what belongs to this one operation replaced; whatever existed before stays. */
const known = new Set(readFileSync(participantsFile, 'utf8').match(ownId))
function general(value, isSerial) {
  if (isSerial) return nameOf(value, 'serial')
  if (ownHash.test(value)) return inserted.has(value) ? nameOf(value, 'hash') : value
  return value
    .replace(ownId, (id) => names.get(id) ?? (known.has(id) || existing.has(id) ? id : nameOf(id, 'fresh')))
    .replace(ownNumber, (number) => nameOf(number, 'number'))
}

/** Ids that the operation read but did not make: those that stand in no insert before they are asked for. */
const existing = new Set()

const parametersOf = (detail) =>
  [...(detail ?? '').matchAll(/\$\d+ = (NULL|'((?:[^']|'')*)')/g)].map((match) => (match[1] === 'NULL' ? null : match[2].replaceAll("''", "'")))

const sessions = new Map()
const transactions = []
for (const line of readFileSync(logFile, 'utf8').split('\n').filter(Boolean)) {
  const entry = JSON.parse(line)
  const statement = /^(?:execute [^:]*|statement): ([\s\S]*)$/.exec(entry.message ?? '')
  if (!statement) continue
  const sql = statement[1].replace(/\s+/g, ' ').trim()
  const open = sessions.get(entry.session_id)
  if (/^begin/i.test(sql)) {
    const transaction = { is_write: true, statements: [] }
    sessions.set(entry.session_id, transaction)
    transactions.push(transaction)
    continue
  }
  if (/^(commit|rollback)/i.test(sql)) {
    sessions.delete(entry.session_id)
    continue
  }
  const parameters = parametersOf(entry.detail)
  if (open) open.statements.push({ sql, parameters })
  else transactions.push({ is_write: false, statements: [{ sql, parameters }] })
}

const inserted = new Set(transactions.flatMap((one) => one.statements).filter(({ sql }) => /^insert/i.test(sql)).flatMap(({ parameters }) => parameters.flatMap((value) => value?.match(ownHash) ?? value?.match(ownId) ?? [])))
for (const { statements } of transactions)
  for (const { parameters } of statements) for (const value of parameters) for (const id of value?.match(ownId) ?? []) if (!inserted.has(id)) existing.add(id)

for (const transaction of transactions)
  for (const statement of transaction.statements) {
    const columns = /^insert into \w+ \(([^)]*)\)/i.exec(statement.sql)?.[1].split(', ') ?? []
    statement.parameters = statement.parameters.map((value, n) => (value === null ? null : general(value, columns[n] === 'serial')))
  }
writeFileSync(templateFile, JSON.stringify(transactions))

const all = transactions.flatMap((one) => one.statements)
console.log(`${all.length} statements, ${transactions.filter((one) => one.is_write).length} writing transactions, ${transactions.filter((one) => !one.is_write).length} reads on their own:\n`)
for (const { is_write, statements } of transactions)
  console.log(`- ${is_write ? 'transaction' : 'read'}\n${statements.map(({ sql }) => `  - \`${sql.length > 110 ? `${sql.slice(0, 110)}…` : sql}\``).join('\n')}`)
