import { solve } from './proof_of_work'

export interface Work {
  salt: string
  difficulty: number
}

/** `progress` is the share of the expected tries; luck decides when it is really done. */
export type WorkReport = { progress: number } | { answer: string }

const triesPerReport = 4096

self.onmessage = ({ data }: MessageEvent<Work>) => {
  const expected = 2 ** data.difficulty
  const answer = solve(data.salt, data.difficulty, (tries) => {
    if (tries % triesPerReport === 0) report({ progress: Math.min(0.99, tries / expected) })
  })
  report({ answer })
}

function report(message: WorkReport) {
  self.postMessage(message)
}
