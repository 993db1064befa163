import { permissionMessages } from './messages'

/** A permission as people read it. */
export const permissionWords = (permission: string) => (permissionMessages as Record<string, string>)[permission] ?? permission
