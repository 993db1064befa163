import { expect, it } from 'vitest'
import { questionOf } from './question'

const kindOf = (typed: string) => Object.entries(questionOf(typed)).find(([, value]) => value !== null)

it('knows a scanned code, a number of ours, and takes all else for a document', () => {
  const scanned = 'AEAAQAAAAAAB'.repeat(10)
  expect(kindOf(scanned + '\n')).toEqual(['code', scanned])
  expect(kindOf('b8-00000012')).toEqual(['code', 'b8-00000012'])
  expect(kindOf(' P80000001 ')).toEqual(['number', 'P80000001'])
  expect(kindOf('310115199103120015')).toEqual(['document', '310115199103120015'])
  expect(kindOf('C01X00T47')).toEqual(['document', 'C01X00T47'])
})
