/**
 * Text as people type and paste it, read as the server's text gate reads it (`platform/text`), so that what a page says
 * while somebody types is what the server says afterwards.
 */
const invisible = /[\u00AD\u034F\u180E\u200B\u2060-\u2064\uFEFF]/g
const blank = /[\s\u0085\u115F\u1160\u2800\u3164\uFFA0]/g
const dash = /[\u2010-\u2015\u2212\uFE58\uFE63]/g
const wide = /[\uFF01-\uFF5E]/g

/** A code as it is meant: in half width, with plain blanks and dashes, without what cannot be seen. */
export function halfWidth(typed: string): string {
  return typed
    .replace(invisible, '')
    .replace(wide, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(dash, '-')
    .replace(blank, ' ')
}

/** The same without blanks at its ends. */
export const typedCode = (typed: string) => halfWidth(typed).trim()

/** Without blanks and invisible characters at its ends; what stands between them stays. */
export function trimmedText(typed: string): string {
  const ends = /^[\s\u0085\u115F\u1160\u2800\u3164\uFFA0\u00AD\u034F\u180E\u200B\u2060-\u2064\uFEFF]+|[\s\u0085\u115F\u1160\u2800\u3164\uFFA0\u00AD\u034F\u180E\u200B\u2060-\u2064\uFEFF]+$/g
  return typed.replace(ends, '')
}
