import type { Direction, GateAnswer } from './decide'
import type { KeptList } from './gate_list'

export interface KeptPairing {
  token: string
  device_id: string
}

/** A scan that the server does not have for certain. Without an answer: nobody was told anything yet. */
export interface KeptScan {
  sequence: number
  code: string
  scanned_at: string
  gate_id: string
  direction: Direction
  insists: boolean
  answer: GateAnswer | null
}

/** Where somebody went last at this device, by the badge's name. */
export interface LocalPassage {
  name: string
  day: string
  direction: Direction
}

export interface KeptThings {
  pairing: KeptPairing | null
  list: KeptList | null
  scans: KeptScan[]
  passages: LocalPassage[]
  lastSequence: number
}

/** What survives a reload. */
export interface DeviceStore {
  load(): Promise<KeptThings>
  /** Begins anew: what still waits is numbered from 1, as the new device that this is. */
  pair(pairing: KeptPairing): Promise<void>
  unpair(): Promise<void>
  keepList(list: KeptList): Promise<void>
  /** Takes the next number and keeps the scan under it, both or neither. */
  begin(scan: Omit<KeptScan, 'sequence'>): Promise<KeptScan>
  settle(scan: KeptScan): Promise<void>
  forget(sequences: number[]): Promise<void>
  keepPassage(passage: LocalPassage): Promise<void>
}
