import { afterAll, beforeAll, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import { Server } from '../../support/server.ts'

let server: Server
let cast: Cast
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
})
afterAll(() => server.stop())

test('the bureau sees what runs in the background; only a dead letter can be tried again', async () => {
  const bureau = await cast.as('bureau')
  const list = (await bureau.get('/admin/jobs?kind=message_delivery')).body
  expect(list.total).toBeGreaterThan(0)
  const job = list.items[0]
  expect(job).not.toHaveProperty('payload')
  expect((await bureau.post(`/admin/jobs/${job.id}/retries`)).body.code).toBe('job.not_dead')
  expect((await bureau.post('/admin/jobs/none/retries')).status).toBe(404)
  const auditor = await cast.as('auditor')
  expect((await auditor.get('/admin/jobs?state=done')).status).toBe(200)
  expect((await auditor.post(`/admin/jobs/${job.id}/retries`)).status).toBe(403)
})
