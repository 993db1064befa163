import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { appMessages } from '@/app/messages'
import { account, isReadOnly } from '@/app/session'
import { useWindows } from '@/features/edition/window/windows'
import { answerOf, api } from '@/shared/api/client'
import { ApiError } from '@/shared/api/problem'
import { formatDeadline, formatInstant } from '@/shared/time'
import { ownAttendeeMessages as m } from './messages'

/** What an organization may do with its people now, known before anything is typed (ATT-01, EDN-02, EDN-03, ACC-07). */
export function useStanding() {
  const organization = useQuery({ queryKey: ['my_organization'], queryFn: () => answerOf(api.GET('/my/organization')) })
  const windows = useWindows()
  const registration = computed(() => windows.data.value?.items.find(({ kind }) => kind === 'registration'))

  const isNone = computed(() => organization.error.value instanceof ApiError && organization.error.value.status === 404)
  const hasConsent = computed(() => !account.value?.consents_missing.includes('sensitive_data'))

  const windowNotice = computed(() => {
    const { state, opens_at, closes_at } = registration.value ?? {}
    if (state === 'closed' && closes_at) return m.windowClosed(formatDeadline(closes_at))
    if (state === 'not_yet' && opens_at) return m.windowNotYet(formatInstant(opens_at))
    return null
  })
  const refusalToChange = computed(() => (isReadOnly.value ? appMessages.readOnlyShort : windowNotice.value))
  const refusalToAdd = computed(() => refusalToChange.value ?? (hasConsent.value ? null : m.consentFirst))

  return { organization, isNone, hasConsent, windowNotice, refusalToChange, refusalToAdd }
}

export type Standing = ReturnType<typeof useStanding>
