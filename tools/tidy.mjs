// The rules of the house that a machine can keep, with messages that say what to do. Run by ./test; `node tools/tidy.mjs`.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { findHalfWidth } from './chinese.mjs'

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' }).trim().split('\n')
const findings = []
const complain = (file, line, what) => findings.push(`${file}:${line}: ${what}`)
const textOf = new Map()
const read = (file) => textOf.get(file) ?? textOf.set(file, readFileSync(file, 'utf8')).get(file)
const lineAt = (text, index) => text.slice(0, index).split('\n').length

const cpp = files.filter((file) => /^(server|bench|tests)\/.*\.(h|cpp)$/.test(file))
const code = files.filter((file) => /\.(h|cpp|ts|vue|mjs|sh)$/.test(file) && !file.endsWith('.d.ts'))

// The graph of the program, from the very lines that build it.
function partsOf(text) {
  const parts = new Map()
  for (const [, kind, name, rest] of text.matchAll(/^add_(platform|module)\((\w+)([^)]*)\)/gm)) {
    const uses = /USES ([^L)]*)/.exec(rest)?.[1].trim().split(/\s+/) ?? []
    parts.set(`${kind}/${name}`, uses)
  }
  return parts
}
const parts = partsOf(read('server/CMakeLists.txt'))
const everyPlatform = /set\(EXPOGATE_PLATFORM ([^)]*)\)/.exec(read('server/cmake/modules.cmake'))[1].split(/\s+/)

function checkIncludes(file) {
  const place = /^server\/(modules|platform)\/(\w+)\//.exec(file)
  if (!place || file.endsWith('_test.cpp')) return
  const [, layer, own] = place
  const uses = parts.get(`${layer === 'modules' ? 'module' : 'platform'}/${own}`)
  if (!uses) return complain(file, 1, `the folder ${own} has no add_${layer === 'modules' ? 'module' : 'platform'}(${own} …) line in server/CMakeLists.txt`)
  const text = read(file)
  for (const match of text.matchAll(/^#include "([\w/]+)\.h"/gm)) {
    const line = lineAt(text, match.index)
    const [first, second] = match[1].split('/')
    if (first === 'base') continue
    if (first === 'platform') {
      if (second === own && layer === 'platform') continue
      const mayUse = layer === 'modules' ? everyPlatform : uses
      if (!mayUse.includes(second)) complain(file, line, `${own} does not name ${second} behind USES: add it there if the use is right, or turn the dependency round`)
      continue
    }
    if (layer === 'platform') complain(file, line, `platform knows no module, but this includes ${match[1]}`)
    else if (first !== own) {
      if (!uses.includes(first)) complain(file, line, `${own} may not include ${first}: call down, tell up (a fact), or ask through an interface that ${own} owns`)
      if (/_(store|http)$/.test(match[1])) complain(file, line, `${match[1]}.h is ${first}'s own: go through its service`)
    }
  }
}

const sqlStart = /(?:R"\(\s*|")(select |insert into |update \w+ set|delete from |with (recursive )?\w+)/g
function checkSqlPlace(file) {
  if (!/^server\/modules\//.test(file) || /_store\.cpp$|_test\.cpp$/.test(file)) return
  const text = read(file)
  for (const match of text.matchAll(sqlStart)) complain(file, lineAt(text, match.index), 'SQL stands in the _store.cpp of the noun it belongs to')
}

const longest = 400
/** Longer for a reason. */
const longFiles = new Map([])
function checkLength(file) {
  const lines = read(file).split('\n').length
  if (lines > longest && !longFiles.has(file)) complain(file, lines, `${lines} lines: look for the noun inside and split by it, or give the reason in tools/tidy.mjs`)
}

const words = [
  [/\b(TODO|FIXME|XXX|HACK)\b/, 'finish it, or write it down where work is planned'],
  [/catch \([^)]*\) \{\s*\}/, 'a catch that swallows: handle it, or let it go through'],
  [/\bv-html\b/, 'no raw HTML in templates'],
]
function checkWords(file) {
  if (file === 'tools/tidy.mjs') return
  const text = read(file)
  for (const [pattern, what] of words) {
    const match = pattern.exec(text)
    if (match) complain(file, lineAt(text, match.index), what)
  }
}

function checkName(file) {
  const name = file.split('/').at(-1)
  if (/(^|_)(utils?|helpers?|manager|common|misc)(_|\.)/.test(name)) complain(file, 1, 'this name says nothing: name the noun that it holds')
  if (/\.(h|cpp)$/.test(name) && !/^[a-z0-9_]+\.(h|cpp)$/.test(name)) complain(file, 1, 'C++ files are named in snake_case')
}

function checkHeader(file) {
  if (file.endsWith('.h') && !read(file).startsWith('#pragma once')) complain(file, 1, 'a header begins with #pragma once')
}

/** Every endpoint says in a sentence what it does. */
function checkEndpoints(file) {
  if (!file.endsWith('_http.cpp')) return
  const text = read(file)
  for (const match of text.matchAll(/router\s*\.(get|post|put|patch|remove)\("([^"]+)"[\s\S]*?\.handle\(/g))
    if (!match[0].includes('.summary(')) complain(file, lineAt(text, match.index), `${match[2]} has no summary`)
}

/** One spelling from column to screen: a migration's tables are plural snake_case. */
function checkMigration(file) {
  if (!/^db\/migrations\/.*\.sql$/.test(file)) return
  if (!/^db\/migrations\/\d{4}_[a-z0-9_]+\.sql$/.test(file)) complain(file, 1, 'a migration is called NNNN_what_it_does.sql')
}

/** A column that rotation forgets could not be read any more once its key is gone. */
function checkSealedColumns() {
  const known = read('server/app/sealed_columns.cpp')
  for (const [, table, body] of read('db/schema.sql').matchAll(/create table (\w+) \(([\s\S]*?)\n\);/gi))
    for (const [column] of body.matchAll(/\b\w+_sealed\b/g))
      if (!known.includes(`{"${table}", "${column}"`)) complain('server/app/sealed_columns.cpp', 1, `${table}.${column} is encrypted, so \`expogate reseal\` must know it`)
}

/** Whoever reads the log reads words: every action that is recorded has some. */
function checkActionWords() {
  const known = read('web/src/features/audit/words/messages.ts')
  for (const file of cpp.filter((name) => /^server\/(modules|app)\/.*\.cpp$/.test(name) && !name.endsWith('_test.cpp')))
    for (const match of read(file).matchAll(/(?:\{\s*|record\w*\(tx, \w+, )"([a-z]+(?:_[a-z]+)+)",\s*(?:"([a-z_]+)",\s*[^"{}]+,\s*(?:"[^"]*[\u4e00-\u9fff]|fmt::|\w+_text\()|\w+,\s*"[^"]*[\u4e00-\u9fff])/g))
      for (const code of [match[1], match[2]].filter(Boolean))
        if (!known.includes(`    ${code}: '`)) complain(file, lineAt(read(file), match.index), `${code} is recorded in the audit log but has no words in web/src/features/audit/words`)
}

/** The same for permissions, which greyed buttons name. */
function checkPermissionWords() {
  const known = read('web/src/shared/permission/messages.ts')
  const names = /BOOST_DESCRIBE_ENUM\(Permission,([^)]*)\)/.exec(read('server/base/permission.h'))[1]
  for (const name of names.match(/\w+/g)) if (!known.includes(`  ${name}: '`)) complain('server/base/permission.h', 1, `${name} has no words in web/src/shared/permission`)
}

checkActionWords()
checkPermissionWords()
checkSealedColumns()
for (const file of cpp) {
  checkIncludes(file)
  checkSqlPlace(file)
  checkHeader(file)
  checkEndpoints(file)
}
for (const file of code) {
  checkLength(file)
  checkWords(file)
  checkName(file)
}
files.forEach(checkMigration)
for (const file of files) if (/\.(ts|h|cpp|toml|tsv|md)$/.test(file)) findHalfWidth(file, read(file), (index, text) => complain(file, lineAt(read(file), index), `half-width marks in Chinese: ${text.slice(0, 60)}`))

if (findings.length > 0) {
  console.error(findings.join('\n'))
  console.error(`\n${findings.length} finding(s)`)
  process.exit(1)
}
console.log(`${files.length} files are tidy`)
