import type { Schemas } from '@/shared/api/types'

type Role = Schemas['AccountView']['role']

const groupRoles: Role[] = ['group_operator', 'group_viewer', 'group_admin']
export const bureauRoles: Role[] = [
  'bureau_reviewer',
  'bureau_finance',
  'bureau_badge_operator',
  'bureau_gate',
  'bureau_editor',
  'bureau_auditor',
  'bureau_admin',
]

/** The roles that an account of this kind can give to its sub-accounts (ACC-05), the most usual first. */
export function rolesOf(kind: Schemas['AccountView']['kind'] | undefined): Role[] {
  return kind === 'bureau' ? bureauRoles : groupRoles
}
