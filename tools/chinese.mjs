// Chinese that people read takes full-width marks and no blanks around them. Which texts keep their own form stands here.

/** Printed like this by the organizer, or a unit in a column's name as the organizer's lists have it. */
const ownForm = [/\(邀请码: /, /欢迎, /, /第 \$\{\w+\} 页, 每页 \$\{\w+\} 条, 共 \$\{\w+\} 条记录/, /\((?:万美元|万元|元|元\/人民币)\)/, /交易团\(分团\)名称/, /提交办证\((?:无需)?付费\)/, /示例:/]

/** What a bank or a payment provider writes, and readers of licences: their words, not ours. */
const foreign = /^server\/(recognizer|testing|platform\/paygate)\/|statement_file\.cpp$|demo_orders\.cpp$/

const han = '\\u3400-\\u9fff'
const words = new RegExp(`[${han}]`)
const halfWidth = new RegExp(`[${han}”》）}] ?[,;:!?(]|[,;:!?)] ?[${han}“《]|[「」]`)
const betweenParts = /\}[,:;] ?\$\{|\} \(/

const literals = {
  cpp: /\/\/[^\n]*|\/\*[\s\S]*?\*\/|R"\([\s\S]*?\)"|"(?:\\.|[^"\\\n])*"/g,
  ts: /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g,
  toml: /#[^\n]*|"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"/g,
  tsv: /[^\t\n]+/g,
  md: /^```[\s\S]*?^```|[^\n]+/gm,
}

function kindOf(file) {
  if (/^server\/.*\.(h|cpp)$/.test(file) && !file.endsWith('_test.cpp') && !foreign.test(file)) return 'cpp'
  if (/^web\/src\/.*\.ts$/.test(file) && !/\.test\.ts$|\.d\.ts$/.test(file)) return 'ts'
  if (/^fairs\/.*\.toml$/.test(file)) return 'toml'
  if (/^fairs\/.*\.tsv$/.test(file)) return 'tsv'
  return /^docs\/guides\/zh\//.test(file) ? 'md' : null
}

/** An English sentence that names a Chinese term in brackets is English. */
const isEnglish = (text) => (text.match(/[a-z]/gi)?.length ?? 0) > 2 * (text.match(new RegExp(words, 'g'))?.length ?? 0)

function prose(text, kind) {
  const own = ownForm.reduce((rest, form) => rest.replace(new RegExp(form, 'g'), ''), text)
  return kind === 'md' ? own.replace(/`[^`]*`|\]\([^)]*\)|!?\[/g, '') : own
}

/** Where half-width marks stand in Chinese: `found(index, text)`. */
export function findHalfWidth(file, source, found) {
  const kind = kindOf(file)
  if (!kind) return
  const isChinese = file.endsWith('/messages.ts')
  for (const { 0: literal, index } of source.matchAll(literals[kind])) {
    const isComment = kind !== 'tsv' && kind !== 'md' && /^(\/\/|\/\*|#)/.test(literal)
    if (isComment || literal.startsWith('```') || literal.startsWith('R"')) continue
    const text = prose(literal, kind)
    const isWrong = words.test(text) ? !(kind === 'cpp' && isEnglish(text)) && halfWidth.test(text) : isChinese && literal.startsWith('`') && betweenParts.test(text)
    if (isWrong) found(index, literal)
  }
}
