/** A piece of a paragraph: text, or a web address that becomes a link. */
export interface Piece {
  text: string
  href?: string
}

/** Plain text as its paragraphs, each in pieces. Only http and https become links. */
export function paragraphsOf(text: string): Piece[][] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => paragraph.split(/(https?:\/\/[^\s<>"。,;)]+)/).filter(Boolean).map((piece) => (/^https?:\/\//.test(piece) ? { text: piece, href: piece } : { text: piece })))
}
