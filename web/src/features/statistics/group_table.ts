import type { UseQueryReturnType } from '@tanstack/vue-query'
import type { Schemas } from '@/shared/api/types'

export type GroupRow = Pick<Schemas['RegistrationRow'], 'group_id' | 'name_zh' | 'name_en'>

/** A row for each group, and their sum (STA-01). */
export interface GroupTable<Sums> {
  rows: (GroupRow & Sums)[]
  total: Sums
  as_of: string
}
export type TableQuery<Sums> = UseQueryReturnType<GroupTable<Sums>, Error>

/** A column of figures. */
export interface FigureColumn<Sums> {
  key: string
  label: string
  of: (sums: Sums) => number
}
