import { onBeforeUnmount, onMounted } from 'vue'

/** A scanner types without a pause, however busy the machine is; what was left before one is no part of it. */
const longestPauseMs = 1000

/** Collects what a scanner types as a keyboard, wherever the focus is, up to its Enter. */
export class Wedge {
  private typed = ''
  private lastAt = 0

  /** The whole text when this key ends one. */
  key(key: string, atMs: number): string | null {
    if (atMs - this.lastAt > longestPauseMs) this.typed = ''
    this.lastAt = atMs
    if (key.length === 1) this.typed += key
    if (key !== 'Enter') return null
    // However short: a code that was read in part must not leave the last person's picture standing.
    const text = this.typed
    this.typed = ''
    return text || null
  }
}

export function useWedge(onText: (text: string) => void) {
  const wedge = new Wedge()
  function listen(event: KeyboardEvent) {
    if (event.target instanceof HTMLInputElement) return
    const text = wedge.key(event.key, event.timeStamp)
    if (text === null) return
    // Else Enter would also press the button that has the focus.
    event.preventDefault()
    event.stopPropagation()
    onText(text)
  }
  onMounted(() => addEventListener('keydown', listen, { capture: true }))
  onBeforeUnmount(() => removeEventListener('keydown', listen, { capture: true }))
}
