import { afterAll, beforeAll, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import type { Client, Schemas } from '../../support/client.ts'
import { drawnLicence } from '../../support/licence.ts'
import { registerAndSubmit, uscc } from '../../support/organization.ts'
import { Registry } from '../../support/registry.ts'
import { Server } from '../../support/server.ts'

let registry: Registry
let server: Server
let cast: Cast
let shanghai: Client
beforeAll(async () => {
  registry = await Registry.start()
  server = await Server.start(registry.settings)
  cast = new Cast(server)
  shanghai = await cast.as('shanghai')
})
afterAll(async () => {
  await server.stop()
  registry.stop()
})

const name = '上海晨曦国际贸易有限公司'
const submitted = (code: string, typed = name) => registerAndSubmit(cast, { name_zh: typed, uscc: code }, drawnLicence({ name, uscc: code }))
const reasons = (organization: Schemas['OrganizationDetail']) => organization.history.at(-1)!.reasons
const seen = async (id: string) => (await shanghai.get<Schemas['OrganizationDetail']>(`/organizations/${id}`)).body

test('what picture and register agree on is approved (ORG-05)', async () => {
  const code = uscc(8001)
  registry.entries.set(code, { name, active: true })
  const { organization } = await submitted(code)
  expect(organization.state).toBe('approved')
  expect((await seen(organization.id)).registry).toMatchObject({ standing: 'confirms', name, uscc: code })
})

test('the register objects to a cancelled organization, and to a code that it does not know', async () => {
  const cancelled = uscc(8002)
  registry.entries.set(cancelled, { name, active: false })
  const ended = (await submitted(cancelled)).organization
  expect(ended.state).toBe('awaiting_review')
  expect(reasons(ended)).toEqual(['registry_ceased'])
  const unknown = (await submitted(uscc(8003))).organization
  expect(reasons(unknown)).toEqual(['registry_unknown'])
  expect((await seen(unknown.id)).registry).toMatchObject({ standing: 'unknown', name: '' })
})

test('its word for the name is enough where the picture’s was read otherwise', async () => {
  const code = uscc(8004)
  registry.entries.set(code, { name: '上海暮色食品有限公司', active: true })
  const { organization } = await submitted(code, '上海暮色食品有限公司')
  expect(organization.state).toBe('approved')
  expect(reasons(organization)).toEqual(['registry_confirms'])
})

test('is not asked about what people decide anyway', async () => {
  const code = uscc(8005, '11')
  const { organization } = await registerAndSubmit(cast, { category: 'government', uscc: code })
  expect(organization.state).toBe('awaiting_review')
  expect(registry.asked).not.toContain(code)
})

test('a register that refuses us for good leaves the decision to the licence', async () => {
  registry.failure = 403
  const { organization } = await submitted(uscc(8006))
  expect(organization.state).toBe('approved')
  expect(reasons(organization)).toEqual(['licence_matches'])
  expect((await seen(organization.id)).registry).toBeNull()
})
