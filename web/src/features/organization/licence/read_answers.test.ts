import { expect, it } from 'vitest'
import { fillWithRead } from './read_answers'

const read = { name_zh: '上海示例贸易有限公司', uscc: '91310115MA1K35XY89' }

it('fills what is empty', () => {
  const values = { name_zh: '', uscc: '' }
  expect(fillWithRead(values, read, {})).toEqual(read)
  expect(values).toEqual(read)
})

it('never overwrites what was typed meanwhile (ORG-03)', () => {
  const values = { name_zh: '我自己填写的名称', uscc: '' }
  expect(fillWithRead(values, read, {})).toEqual({ uscc: read.uscc })
  expect(values.name_zh).toBe('我自己填写的名称')
})

it('replaces the reading of an earlier picture, unless it was corrected', () => {
  const values = { name_zh: '', uscc: '' }
  const first = fillWithRead(values, { name_zh: '甲公司', uscc: '1' }, {})
  values.uscc = '2'
  fillWithRead(values, read, first)
  expect(values).toEqual({ name_zh: read.name_zh, uscc: '2' })
})

it('leaves everything where nothing could be read', () => {
  const values = { name_zh: '', uscc: '' }
  expect(fillWithRead(values, { name_zh: '', uscc: null }, {})).toEqual({})
  expect(values).toEqual({ name_zh: '', uscc: '' })
})
