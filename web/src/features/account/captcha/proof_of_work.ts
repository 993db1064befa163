import { sha256 } from './sha256'

const encoder = new TextEncoder()

/** The decimal number whose SHA-256 behind the salt starts with `difficulty` zero bits. */
export function solve(salt: string, difficulty: number, onTry: (tries: number) => void = () => {}): string {
  for (let n = 0; ; n++) {
    if (leadingZeroBits(sha256(encoder.encode(salt + n))) >= difficulty) return String(n)
    onTry(n + 1)
  }
}

export function leadingZeroBits(hash: Uint32Array): number {
  const firstFull = hash.findIndex((word) => word !== 0)
  return firstFull < 0 ? hash.length * 32 : firstFull * 32 + Math.clz32(hash[firstFull]!)
}
