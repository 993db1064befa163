import { Validator } from '@seriousme/openapi-schema-validator'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { requireContract } from '../../support/contract.ts'

const document = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../api/openapi.json'), 'utf8'))

test('the description is valid OpenAPI 3.1', async () => {
  const result = await new Validator().validate(structuredClone(document))
  expect(result.errors ?? []).toEqual([])
  expect(result.valid).toBe(true)
})

test('every operation has a name of its own, a summary and a permission', () => {
  const operations = Object.values(document.paths as Record<string, Record<string, { operationId: string; summary: string; 'x-permission': string }>>).flatMap((path) => Object.values(path))
  expect(new Set(operations.map((operation) => operation.operationId)).size).toBe(operations.length)
  for (const operation of operations) {
    expect(operation.summary, operation.operationId).toMatch(/\S/)
    expect(operation['x-permission'], operation.operationId).toMatch(/\S/)
  }
})

test('control: an answer that is not as described is found', () => {
  const url = 'http://x/api/v1/editions'
  const good = { id: '8', number: 8, name_zh: '第八届', name_en: '8th', state: 'current', invitation_code_use: 'overseas' }
  const check = (item: object) => requireContract('GET', url, 200, 'application/json', JSON.stringify({ items: [item] }))
  expect(() => check(good)).not.toThrow()
  expect(() => check({ ...good, number: '8' })).toThrow('must be integer')
  expect(() => check({ ...good, state: 'lost' })).toThrow('allowed values')
})
