import type { components } from './schema'

/** The shapes of the API document, by name: `Schemas['AccountView']`. */
export type Schemas = components['schemas']

export type FieldError = Schemas['Problem']['errors'][number]

export interface Page<Item> {
  items: Item[]
  page: number
  page_size: number
  total: number
  total_is_capped: boolean
}
