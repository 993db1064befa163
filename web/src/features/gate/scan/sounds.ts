import type { Look } from './look'

/** Pitch in hertz and length in seconds, one after the other. */
const tunes: Record<Look, [number, number][]> = {
  pass: [[880, 0.12]],
  check: [[560, 0.14], [560, 0.14]],
  refuse: [[180, 0.5]],
}
const pauseS = 0.06

let context: AudioContext | null = null

/** Told apart without looking. A browser that has not been touched yet stays silent. */
export function sound(look: Look) {
  context ??= new AudioContext()
  let at = context.currentTime
  for (const [pitch, length] of tunes[look]) {
    const tone = new OscillatorNode(context, { frequency: pitch, type: look === 'refuse' ? 'square' : 'sine' })
    const volume = new GainNode(context, { gain: 0.25 })
    tone.connect(volume).connect(context.destination)
    tone.start(at)
    tone.stop(at + length)
    at += length + pauseS
  }
}
