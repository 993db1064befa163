import type { DeviceStore, KeptPairing, KeptScan, KeptThings, LocalPassage } from './device_store'
import type { KeptList } from './gate_list'

const stores = ['settings', 'scans', 'passages'] as const

function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('expogate-gate', 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore('settings')
    request.result.createObjectStore('scans', { keyPath: 'sequence' })
    request.result.createObjectStore('passages', { keyPath: 'name' })
  }
  return resultOf(request)
}

/** The browser's own database: what was committed is there after a reload. */
export class IndexedStore implements DeviceStore {
  private database: Promise<IDBDatabase> | null = null

  /** Runs `work` as one transaction and resolves when it is committed. */
  private async write<T>(work: (store: (name: (typeof stores)[number]) => IDBObjectStore) => Promise<T>): Promise<T> {
    const database = await (this.database ??= open())
    const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' })
    const committed = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
    const result = await work((name) => transaction.objectStore(name))
    await committed
    return result
  }

  load(): Promise<KeptThings> {
    return this.write(async (store) => {
      const settings = store('settings')
      return {
        pairing: ((await resultOf(settings.get('pairing'))) as KeptPairing | undefined) ?? null,
        list: ((await resultOf(settings.get('list'))) as KeptList | undefined) ?? null,
        lastSequence: ((await resultOf(settings.get('last_sequence'))) as number | undefined) ?? 0,
        scans: (await resultOf(store('scans').getAll())) as KeptScan[],
        passages: (await resultOf(store('passages').getAll())) as LocalPassage[],
      }
    })
  }

  pair(pairing: KeptPairing): Promise<void> {
    return this.write(async (store) => {
      const waiting = (await resultOf(store('scans').getAll())) as KeptScan[]
      store('scans').clear()
      waiting.forEach((scan, index) => store('scans').put({ ...scan, sequence: index + 1 }))
      store('settings').clear()
      store('settings').put(pairing, 'pairing')
      store('settings').put(waiting.length, 'last_sequence')
    })
  }

  unpair(): Promise<void> {
    return this.write(async (store) => void store('settings').delete('pairing'))
  }

  keepList(list: KeptList): Promise<void> {
    return this.write(async (store) => void store('settings').put(list, 'list'))
  }

  begin(scan: Omit<KeptScan, 'sequence'>): Promise<KeptScan> {
    return this.write(async (store) => {
      const last = ((await resultOf(store('settings').get('last_sequence'))) as number | undefined) ?? 0
      const kept = { ...scan, sequence: last + 1 }
      store('settings').put(kept.sequence, 'last_sequence')
      store('scans').put(kept)
      return kept
    })
  }

  settle(scan: KeptScan): Promise<void> {
    return this.write(async (store) => void store('scans').put(scan))
  }

  forget(sequences: number[]): Promise<void> {
    return this.write(async (store) => sequences.forEach((sequence) => store('scans').delete(sequence)))
  }

  keepPassage(passage: LocalPassage): Promise<void> {
    return this.write(async (store) => void store('passages').put(passage))
  }
}
