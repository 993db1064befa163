/** A piece of a paragraph: text, or a web address that becomes a link. */
export interface Piece {
  text: string
  href?: string
}

const isAddress = /^https?:\/\//

/** Plain text as its paragraphs, each in pieces. Only http and https become links; a full stop behind one is not part of it. */
export function paragraphsOf(text: string): Piece[][] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map(piecesOf)
}

function piecesOf(paragraph: string): Piece[] {
  return paragraph
    .split(/(https?:\/\/[\w\-./~%?=&#:+@!$*]*[\w/])/)
    .filter(Boolean)
    .map((piece) => (isAddress.test(piece) ? { text: piece, href: piece } : { text: piece }))
}
