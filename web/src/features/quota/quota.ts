import type { Schemas } from '@/shared/api/types'

export type GroupQuota = Schemas['GroupQuotaRow']
export type OrganizationQuota = Schemas['OrganizationQuotaRow']
