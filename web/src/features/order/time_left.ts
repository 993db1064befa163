const dayS = 86_400
const hourS = 3600
const minuteS = 60

export function wholeDaysOf(seconds: number): number {
  return Math.floor(seconds / dayS)
}

/** `86399` -> `23:59:59`; a second day is counted in its hours. */
export function clockOf(seconds: number): string {
  const parts = [Math.floor(seconds / hourS), Math.floor((seconds % hourS) / minuteS), seconds % minuteS]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}
