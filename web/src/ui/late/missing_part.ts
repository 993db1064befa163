import { readonly, ref } from 'vue'

/** A part of the site that could not be fetched: the connection failed, or a newer version has taken its place. */
interface MissingPart {
  /** The page that was on the way, if it was one. */
  path?: string
}

const missing = ref<MissingPart | null>(null)
export const missingPart = readonly(missing)

export function tellMissingPart(path?: string) {
  missing.value = { path }
}

export function forgetMissingPart() {
  missing.value = null
}

const unfetched = new WeakSet<object>()

// Raised by the bundler's loader for scripts and styles alike.
addEventListener('vite:preloadError', (event) => {
  unfetched.add(event.payload)
})

export const isUnfetched = (error: unknown): boolean => typeof error === 'object' && error !== null && unfetched.has(error)
