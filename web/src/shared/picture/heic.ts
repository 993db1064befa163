/**
 * Whether a file is a photo as iPhones keep them, which neither most browsers nor we can show. Not every system knows the
 * kind, so that its name counts as well.
 */
export function isHeic({ type, name = '' }: { type: string; name?: string }): boolean {
  return /^image\/hei[cf]/.test(type) || (type === '' && /\.hei[cf]$/i.test(name))
}

/** The same by its first letters, for one that bears another name. */
export async function startsAsHeic(file: Blob): Promise<boolean> {
  const start = new TextDecoder('latin1').decode(await file.slice(4, 12).arrayBuffer())
  return /^ftyp(he[iv]|mif|msf)/.test(start)
}
