import { halfWidth } from '@/shared/typed_text'
import type { AttendeeForm } from '../attendee'

type RegionType = NonNullable<AttendeeForm['region_type']>
type DocumentType = NonNullable<AttendeeForm['document_type']>
type Gender = NonNullable<AttendeeForm['gender']>

/** Which documents people of a region have (ATT-02); the server judges. */
export const documentsOf: Record<RegionType, DocumentType[]> = {
  mainland: ['resident_id', 'passport'],
  hk_mo_tw: ['hk_mo_permit', 'taiwan_permit', 'hk_mo_tw_residence', 'passport'],
  foreign: ['passport', 'foreign_permanent_residence', 'hk_mo_permit'],
}

/** Those of them that the edition takes, which names them with commas; naming none it takes all (INS-01). */
export function documentsInUse(region: RegionType, named = ''): DocumentType[] {
  const taken = named.split(',').filter(Boolean)
  return documentsOf[region].filter((type) => taken.length === 0 || taken.includes(type))
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checks = '10X98765432'

function hasRightCheck(number: string): boolean {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(number[i]), 0)
  return checks[sum % checks.length] === number[17]
}

/** What an 18-digit number of a mainland document says of its holder (GB 11643); null when it says nothing yet. */
export function readNumber(type: DocumentType | null | undefined, typed: string): { birth_on: string; gender: Gender | null } | 'wrong' | null {
  if (type !== 'resident_id' && type !== 'hk_mo_tw_residence') return null
  const number = halfWidth(typed).replace(/[\s()-]/g, '').toUpperCase()
  if (number.length < 18) return null
  const born = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/.exec(number)
  const birth_on = born ? `${born[1]}-${born[2]}-${born[3]}` : ''
  const isDay = !Number.isNaN(Date.parse(birth_on)) && new Date(birth_on).toISOString().startsWith(birth_on)
  if (!isDay || !hasRightCheck(number)) return 'wrong'
  return { birth_on, gender: Number(number[16]) % 2 === 1 ? 'male' : 'female' }
}
