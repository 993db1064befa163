import { isReadOnly, may } from './session'
import { appMessages } from './messages'
import type { Schemas } from '@/shared/api/types'
import { permissionWords } from '@/shared/permission/words'

type Actionable = { allowed_actions: Schemas['AllowedAction'][] }

/**
 * Why an action is not allowed on a row, in the server's words; null when it is. The screen knows no state rules. An
 * action that the server does not name is not restricted for this row.
 */
export function refusalOf(row: Actionable, action: string): string | null {
  return isReadOnly.value ? appMessages.readOnlyShort : finishingRefusalOf(row, action)
}

/** For what ends in a past edition what was begun there: money and badges (EDN-02). */
export function finishingRefusalOf(row: Actionable, action: string): string | null {
  const found = row.allowed_actions.find((each) => each.action === action)
  return found && !found.allowed ? (found.reason ?? appMessages.notAllowed) : null
}

/** For what is not a row: adding, opening, importing. */
export function refusalWithout(permission: string): string | null {
  return isReadOnly.value ? appMessages.readOnlyShort : standingRefusalWithout(permission)
}

/** For what is possible in past editions, too: what writes nothing, such as exporting, and what ends money and badges there. */
export function standingRefusalWithout(permission: string): string | null {
  return may(permission) ? null : appMessages.missingPermission(permissionWords(permission))
}
