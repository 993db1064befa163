import { typedCode } from './typed_text'

/** Money is integer fen; `16000` -> `160.00`. */
export function formatFen(fen: number): string {
  const yuan = Math.trunc(Math.abs(fen) / 100)
  const rest = String(Math.abs(fen) % 100).padStart(2, '0')
  return `${fen < 0 ? '-' : ''}${yuan.toLocaleString('en-US')}.${rest}`
}

/** As it is shown where nothing else says which money it is: `¥160.00`. */
export const formatCny = (fen: number) => `¥${formatFen(fen)}`

/** What somebody typed, in yuan, as fen; null when it is not an amount. */
export function parseYuan(typed: string): number | null {
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(typedCode(typed))
  if (!match) return null
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}
