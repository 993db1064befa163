// Every SQL statement in the source must have been run by a test. The programs under test add each statement that they
// prepare to build/statements/*.txt (EXPOGATE_STATEMENT_LOG); this compares those files with the source.
import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'

const folder = 'build/statements'
const squeezed = (sql) => sql.replace(/\s+/g, ' ').trim()
const executed = readdirSync(folder).flatMap((file) => readFileSync(`${folder}/${file}`, 'utf8').split('\n')).filter(Boolean)

const starts = /^\s*(select|insert into|update|delete from|with)\s/
const sources = execFileSync('git', ['ls-files', 'server/modules/*_store.cpp', 'server/platform/jobs/*.cpp', 'server/platform/ledger/*.cpp', 'server/platform/wire/*.cpp', 'server/app/*.cpp'], { encoding: 'utf8' })
  .trim().split('\n').filter((file) => !file.endsWith('_test.cpp'))

/** String literals that hold a whole statement; adjacent literals are one. Pieces filled by fmt match anything there. */
function statementsOf(text) {
  const found = []
  for (const match of text.matchAll(/R"\(([\s\S]*?)\)"|((?:"(?:[^"\\\n]|\\.)*"\s*)+)/g)) {
    const sql = squeezed(match[1] ?? [...match[2].matchAll(/"((?:[^"\\\n]|\\.)*)"/g)].map((piece) => piece[1]).join(''))
    if (starts.test(sql) && sql.split(' ').length > 3) found.push(sql)
  }
  return found
}

const escaped = (text) => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&')
const patternOf = (sql) => new RegExp(sql.split(/\{\d*\}/).map(escaped).join('.*'))

let count = 0
const missing = []
for (const file of sources)
  for (const sql of statementsOf(readFileSync(file, 'utf8'))) {
    count += 1
    const pattern = patternOf(sql)
    if (!executed.some((one) => pattern.test(one))) missing.push(`${file}: ${sql.slice(0, 160)}`)
  }
if (missing.length > 0) {
  console.error(`${missing.length} of ${count} statements were run by no test:\n  ${missing.join('\n  ')}`)
  process.exit(1)
}
console.log(`all ${count} statements were run by a test`)
