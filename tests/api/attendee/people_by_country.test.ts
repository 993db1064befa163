// 人员列表 by country or region, in the list, its export and for other offices alike.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Cast } from '../../cast/cast.ts'
import { added, approvedTeam, type Attendee, type Team } from '../../support/attendee.ts'
import type { Client } from '../../support/client.ts'
import { rowsOfExport } from '../../support/export.ts'
import { Server } from '../../support/server.ts'

let server: Server
let cast: Cast
let team: Team
let anna: Attendee
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  team = await approvedTeam(cast)
  const passport = { region_type: 'foreign', document_type: 'passport', gender: 'female', birth_on: '1980-01-01', name_zh: '' } as const
  anna = await added(team.client, { ...passport, name_en: 'Anna Berg', document_number: 'C9988123', nationality_code: 'DE' })
  await added(team.client, { ...passport, name_en: 'Ana Silva', document_number: 'FZ123987', nationality_code: 'BR' })
  await added(team.client)
})
afterAll(() => server.stop())

const found = async (by: Client, query: string) => (await by.get<{ items: Attendee[] }>(`/attendees?organization_id=${team.organization.id}&${query}`)).body.items

test('offices find people of one country', async () => {
  for (const office of ['shanghai', 'bureau'] as const) {
    const by = await cast.as(office)
    expect((await found(by, 'nationality_code=DE')).map(({ id }) => id)).toEqual([anna.id])
    expect(await found(by, 'nationality_code=FR')).toEqual([])
    expect(await found(by, '')).toHaveLength(3)
  }
})

test('so does the export, which names the country as the list does', async () => {
  const shanghai = await cast.as('shanghai')
  const filter = { state: [], badge_type: [], entry_option_id: [], sponsorship: [], badge_state: [], id: [], organization_id: team.organization.id, nationality_code: 'DE' }
  const [headings, ...rows] = await rowsOfExport(shanghai, await shanghai.post('/attendees/exports', { filter, has_personal_data: false }))
  expect(rows.map((row) => row[headings!.indexOf('姓名（英文或护照）')])).toEqual(['Anna Berg'])
  expect(rows[0]![headings!.indexOf('国家/地区')]).toBe('德国')
})
