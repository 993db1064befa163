import { isReadOnly, may } from './session'
import { appMessages } from './messages'
import type { Schemas } from '@/shared/api/types'
import { permissionWords } from '@/shared/permission/words'

/**
 * Why an action is not allowed on a row, in the server's words; null when it is. The screen knows no state rules. An
 * action that the server does not name is not restricted for this row.
 */
export function refusalOf(row: { allowed_actions: Schemas['AllowedAction'][] }, action: string): string | null {
  if (isReadOnly.value) return appMessages.readOnlyShort
  const found = row.allowed_actions.find((each) => each.action === action)
  return found && !found.allowed ? (found.reason ?? appMessages.notAllowed) : null
}

/** For what is not a row: adding, opening, importing. */
export function refusalWithout(permission: string): string | null {
  return isReadOnly.value ? appMessages.readOnlyShort : readingRefusalWithout(permission)
}

/** For what writes nothing, and is possible in past editions too: exporting. */
export function readingRefusalWithout(permission: string): string | null {
  return may(permission) ? null : appMessages.missingPermission(permissionWords(permission))
}
