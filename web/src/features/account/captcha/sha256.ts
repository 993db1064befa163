/**
 * SHA-256 without a promise per call: WebCrypto is asynchronous, and a proof of work needs a hundred thousand small
 * hashes. FIPS 180-4.
 */
const roundConstants = fractionsOfCubeRoots(64)
const initialState = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19]

export function sha256(message: Uint8Array): Uint32Array {
  const state = Uint32Array.from(initialState)
  const words = padded(message)
  const schedule = new Uint32Array(64)
  for (let block = 0; block < words.length; block += 16) compress(state, words, block, schedule)
  return state
}

function fractionsOfCubeRoots(count: number): Uint32Array {
  const isPrime = (n: number) => Array.from({ length: n - 2 }, (_, i) => i + 2).every((divisor) => n % divisor !== 0)
  const constants: number[] = []
  for (let n = 2; constants.length < count; n++) {
    if (isPrime(n)) constants.push((Math.cbrt(n) % 1) * 2 ** 32)
  }
  return Uint32Array.from(constants)
}

/** The message, a one bit, zeros, and its length in bits: a whole number of 16-word blocks. */
function padded(message: Uint8Array): Uint32Array {
  const words = new Uint32Array(Math.ceil((message.length + 9) / 64) * 16)
  const put = (byte: number, at: number) => (words[at >> 2]! |= byte << (24 - (at & 3) * 8))
  message.forEach(put)
  put(0x80, message.length)
  words[words.length - 1] = message.length * 8
  return words
}

function compress(state: Uint32Array, words: Uint32Array, block: number, w: Uint32Array) {
  for (let i = 0; i < 16; i++) w[i] = words[block + i]!
  for (let i = 16; i < 64; i++) {
    const near = w[i - 2]!
    const far = w[i - 15]!
    const s0 = rotate(far, 7) ^ rotate(far, 18) ^ (far >>> 3)
    const s1 = rotate(near, 17) ^ rotate(near, 19) ^ (near >>> 10)
    w[i] = w[i - 16]! + s0 + w[i - 7]! + s1
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number]
  for (let i = 0; i < 64; i++) {
    const t1 = (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + roundConstants[i]! + w[i]!) | 0
    const t2 = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0]
  }
  ;[a, b, c, d, e, f, g, h].forEach((value, i) => (state[i] = state[i]! + value))
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits))
}
