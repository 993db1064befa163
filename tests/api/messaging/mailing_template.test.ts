// GRP-04: the texts that mailings begin with are the bureau's to keep, and everybody's to use.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import type { Answer, Client, Problem, Schemas } from '../../support/client.ts'
import { Server } from '../../support/server.ts'

type Template = Schemas['MailingTemplate'] & Partial<Problem>

let server: Server
let cast: Cast
let bureau: Client
let shanghai: Client
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  bureau = await cast.as('bureau')
  shanghai = await cast.as('shanghai')
})
afterAll(() => server.stop())

const path = '/admin/mailing_templates'
const text = { title_zh: '布展提醒', title_en: 'Set-up', subject_zh: '致{organization}', subject_en: 'To {organization}', body_zh: '{contact}，您好', body_en: 'Dear {contact}' }
const add = (wish: object = {}, client = bureau): Promise<Answer<Template>> => client.post<Template>(path, { ...text, ...wish })
const offered = async () => (await shanghai.get<{ items: Template[] }>('/mailing_templates')).body.items

test('what the bureau adds, changes and removes is what groups are offered', async () => {
  const before = await offered()
  const { body: one } = await add()
  expect((await offered()).map(({ title_zh }) => title_zh)).toEqual([...before.map(({ title_zh }) => title_zh), '布展提醒'])
  const changed = await bureau.put<Template>(`${path}/${one.id}`, { ...text, subject_zh: '改过的主题' }, one.version)
  expect(changed.body).toMatchObject({ subject_zh: '改过的主题', version: one.version + 1 })
  expect((await bureau.put(`${path}/${one.id}`, text, one.version)).status).toBe(412)
  expect((await bureau.delete(`${path}/${one.id}`, one.version)).status).toBe(412)
  expect((await bureau.delete(`${path}/${one.id}`, changed.body.version)).status).toBe(204)
  expect((await bureau.put(`${path}/${one.id}`, text, 1)).status).toBe(404)
  expect(await offered()).toEqual(before)
  const lines = (await bureau.get(`/admin/audit_entries?subject=${one.id}`)).body.items as { action: string }[]
  expect(lines.map(({ action }) => action)).toEqual(['mailing_template_removed', 'mailing_template_changed', 'mailing_template_added'])
})

test('a placeholder that does not exist is told at its field', async () => {
  const { status, body } = await add({ subject_en: '{organisation}', body_zh: '{nobody}' })
  expect(status).toBe(422)
  expect(body.errors?.map(({ field }) => field)).toEqual(['subject_en', 'body_zh'])
})

test('there are not more than can be chosen from', async () => {
  const answers: number[] = []
  for (let n = (await offered()).length; n < 50; ++n) answers.push((await add({ title_zh: `模板${n}` })).status)
  expect(new Set(answers)).toEqual(new Set([200]))
  expect((await add()).body.code).toBe('mailing_template.too_many')
})

test('only the bureau keeps them', async () => {
  expect((await add({}, shanghai)).status).toBe(403)
  expect((await shanghai.get(path)).status).toBe(403)
})
