import { ApiError } from '@/shared/api/problem'

const conflicts = ['attendee.elsewhere', 'attendee.document_of_other']

/** That a document is registered already is a conflict, and shown where the document is typed (ATT-03). */
export function atItsField(error: unknown) {
  if (!(error instanceof ApiError) || !conflicts.includes(error.code)) return error
  return new ApiError(error.status, { code: error.code, errors: [{ field: 'document_number', code: error.code, message: error.message }] })
}
