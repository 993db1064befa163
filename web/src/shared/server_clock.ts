/**
 * The server's clock, which decides about deadlines: the reader's own may be wrong, and a demonstration may run on
 * another date (time machine).
 */
let offsetMs = 0

export function setServerTime(now: string) {
  offsetMs = Date.parse(now) - Date.now()
}

export function serverNow(): number {
  return Date.now() + offsetMs
}
