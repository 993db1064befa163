// What the bureau puts right of people who are locked, over the API like everybody.
import type { Attendee } from './attendee.ts'
import type { Answer, Client, Schemas } from './client.ts'

export type CorrectedPerson = Schemas['CorrectedPerson']

/** A person as the bureau's form begins with, opened with a reason. */
export async function openedBy(bureau: Client, id: string): Promise<{ version: number; person: CorrectedPerson }> {
  const detail = (await bureau.get<Attendee>(`/attendees/${id}`)).body
  const { birth_on, ...personal } = (await bureau.post<Schemas['PersonalData']>(`/attendees/${id}/unmaskings`, { reason: '更正前核对' })).body
  const { name_zh, name_en, gender, region_type, document_type, nationality_code, department, position, position_category_code, photo_id, version } = detail
  return { version, person: { name_zh, name_en, gender, region_type, document_type, nationality_code, department, position, position_category_code, photo_id, birth_on, ...personal } }
}

/** Changes these fields of somebody as they are now; what else was opened stays. */
export async function correct(bureau: Client, { id }: { id: string }, wish: Partial<CorrectedPerson>, reason = '姓名录入有误'): Promise<Answer<Attendee>> {
  const { version, person } = await openedBy(bureau, id)
  return bureau.post<Attendee>(`/attendees/${id}/corrections`, { person: { ...person, ...wish }, reason }, { 'if-match': `"${version}"` })
}
