// Photos: what is taken, what is kept of them, and who sees them (ATT-04).
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Cast, password } from '../../cast/cast.ts'
import { add, added, approvedTeam, completeForm, portrait, uploadPhoto, type Team } from '../../support/attendee.ts'
import { Client } from '../../support/client.ts'
import { png } from '../../support/png.ts'
import { root, Server } from '../../support/server.ts'

let server: Server
let cast: Cast
let acme: Team
let neighbour: Team
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  acme = await approvedTeam(cast)
  neighbour = await approvedTeam(cast)
})
afterAll(() => server.stop())

test('a picture that is no upright 5:7, too small, too large or no picture is refused', async () => {
  const refused = async (picture: Uint8Array) => (await uploadPhoto(acme.client, picture)).body.errors?.[0] ?? null
  expect(await refused(portrait(1, 294, 412))).toMatchObject({ field: 'photo_id', code: 'photo.too_small' })
  expect(await refused(portrait(1, 578, 413))).toMatchObject({ code: 'photo.not_cropped' })
  expect(await refused(portrait(1, 500, 600))).toMatchObject({ code: 'photo.not_cropped' })
  expect(await refused(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toMatchObject({ field: 'photo_id' })
  expect(await refused(portrait(1, 295, 413))).toBeNull()
  expect((await uploadPhoto(acme.client, new Uint8Array(2_200_000))).status).toBe(413)
})

test('is made anew: a JPEG without what the camera wrote into it', async () => {
  const { id } = (await uploadPhoto(acme.client, png(413, 578, 90, 'GPS 31.2 121.5'))).body
  const kept = await acme.client.download(`/my/attendee_photos/${id}`)
  expect(kept.headers.get('content-type')).toBe('image/jpeg')
  expect([...kept.body.slice(0, 3)]).toEqual([0xff, 0xd8, 0xff])
  expect(Buffer.from(kept.body).includes('GPS')).toBe(false)
})

test('tells how many faces a machine sees in it, as a hint', async () => {
  const drawn = readFileSync(join(root, 'db/seeds/photos/woman-2.jpg'))
  expect((await uploadPhoto(acme.client, drawn)).body.face_count).toBe(1)
  const none = await uploadPhoto(acme.client, png(413, 578, 200))
  expect(none).toMatchObject({ status: 200, body: { face_count: 0 } })
  expect((await add(acme.client, await completeForm(acme.client, { photo_id: none.body.id }))).status).toBe(200)
})

test('belongs to one organization', async () => {
  const { id } = (await uploadPhoto(acme.client)).body
  expect((await neighbour.client.get(`/my/attendee_photos/${id}`)).status).toBe(404)
  expect((await add(neighbour.client, await completeForm(neighbour.client, { photo_id: id }))).body.errors).toMatchObject([{ field: 'photo_id', code: 'photo.not_yours' }])
})

test('of a person is seen by the office, and by the groups above it', async () => {
  const person = await added(acme.client)
  for (const player of ['bureau', 'reviewer'] as const) expect((await (await cast.as(player)).download(`/attendees/${person.id}/photo`)).headers.get('content-type')).toBe('image/jpeg')
  expect((await (await cast.as('bureau')).get(`/attendees/${(await add(acme.client, await completeForm(acme.client, { photo_id: null }), true)).body.id}/photo`)).status).toBe(404)
})

test('that no person needs any more is thrown away, one that somebody still has is kept', async () => {
  const person = await added(acme.client)
  const before = person.photo_id!
  const form = (await acme.client.post(`/my/attendees/${person.id}/openings`)).body.form
  const other = (await uploadPhoto(acme.client, portrait(20))).body.id
  expect((await acme.client.put(`/my/attendees/${person.id}`, { form: { ...form, photo_id: other }, is_draft: false }, person.version)).body.photo_id).toBe(other)
  const shared = await added(acme.client, { photo_id: other })
  expect((await acme.client.post('/my/attendee_removals', { attendees: [shared.id] })).status).toBe(200)
  await server.moveClock(26 * 3600)
  const later = new Client(server.url)
  later.csrf = (await later.post('/session', { door: 'visitor', name: acme.organization.uscc, password })).body.csrf_token
  let gone
  do gone = await later.get(`/my/attendee_photos/${before}`)
  while (gone.status === 200)
  expect(gone.status).toBe(404)
  expect((await later.download(`/my/attendee_photos/${other}`)).status).toBe(200)
})
