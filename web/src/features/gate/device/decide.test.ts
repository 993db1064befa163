import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { decide, type GateAnswer, type Passage } from './decide'

interface Case {
  passage: Passage
  answer: GateAnswer
}
// Below web/, where the tests run.
const cases = JSON.parse(readFileSync('../server/modules/gate/gate_cases.json', 'utf8')) as Case[]

test('the page decides as the server does', () => {
  expect(cases.length).toBe(2 * 5 * 2 * 2 * 2)
  for (const { passage, answer } of cases) expect(decide(passage), JSON.stringify(passage)).toBe(answer)
})
