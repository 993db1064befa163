import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answerOf, api } from '@/shared/api/client'
import type { Schemas } from '@/shared/api/types'

export type Gate = Schemas['GateView']
export type Device = Schemas['DeviceView']

/** The supervisor watches: everything is asked for again this often. */
const lookAgainMs = 3000

const gates = () => answerOf(api.GET('/gates'))
const devices = () => answerOf(api.GET('/gate_devices'))

export function useGates() {
  return useQuery({ queryKey: ['gates'], queryFn: gates })
}

export function useDevices() {
  return useQuery({ queryKey: ['gate_devices'], queryFn: devices, refetchInterval: lookAgainMs })
}

export async function findGate(id: string): Promise<Gate | undefined> {
  return (await gates()).items.find((gate) => gate.id === id)
}

export async function findDevice(id: string): Promise<Device | undefined> {
  return (await devices()).items.find((device) => device.id === id)
}

/** Of the day that is chosen, or of today. */
export function useFigures(day: Ref<string>) {
  return useQuery({
    queryKey: ['entry_figures', day],
    queryFn: () => answerOf(api.GET('/entry_figures', { params: { query: queryOf(day.value) } })),
    placeholderData: keepPreviousData,
    refetchInterval: lookAgainMs,
  })
}

export function useConflicts(day: Ref<string>) {
  return useQuery({
    queryKey: ['entry_conflicts', day],
    queryFn: () => answerOf(api.GET('/entry_conflicts', { params: { query: queryOf(day.value) } })),
    select: ({ items }) => items.map((item) => ({ ...item, id: `${item.kind} ${item.device_id} ${item.sequence}` })),
    placeholderData: keepPreviousData,
    refetchInterval: lookAgainMs,
  })
}

const queryOf = (day: string) => ({ day: day || undefined })

export function useGatesById() {
  const query = useGates()
  return computed(() => new Map((query.data.value?.items ?? []).map((gate) => [gate.id, gate])))
}
