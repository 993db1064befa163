/** The audiences that sign in on this page; attendees do so in the mini-program. */
export const mainDoors = ['visitor', 'group', 'bureau'] as const
const webDoors = [...mainDoors, 'exhibitor'] as const
export type WebDoor = (typeof webDoors)[number]

export function doorFrom(wanted: unknown): WebDoor {
  return webDoors.find((door) => door === wanted) ?? 'visitor'
}
