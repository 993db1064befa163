import type { Schemas } from '@/shared/api/types'

/** A line of 统付配额管理. */
export type Limit = Schemas['LimitRow']
