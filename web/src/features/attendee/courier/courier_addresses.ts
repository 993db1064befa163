import { useQuery } from '@tanstack/vue-query'
import { offers } from '@/app/session'
import { answerOf, api } from '@/shared/api/client'
import type { Schemas } from '@/shared/api/types'

export type CourierAddress = Schemas['CourierAddressView']

export const mostAddresses = 5

/** Where badges may be sent (ATT-11). */
export function useCourierAddresses() {
  return useQuery({ queryKey: ['courier_addresses'], queryFn: () => answerOf(api.GET('/my/courier_addresses')) })
}

/** Badges go by courier within the Chinese mainland, at fairs that send any (ATT-11, INS-01). */
export const canBeSent = (isDomestic: boolean): boolean => isDomestic && offers('courier')
