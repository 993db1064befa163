/** A dialog on the screen. */
export interface OpenDialog {
  /** Asks before what was typed goes. */
  close: () => Promise<void>
  /** Its being open stands in the address, so that going back closes it by itself. */
  isInAddress: boolean
}

const open: OpenDialog[] = []

export const topDialog = (): OpenDialog | undefined => open.at(-1)

export function dialogOpened(dialog: OpenDialog) {
  open.push(dialog)
}

export function dialogClosed(dialog: OpenDialog) {
  open.splice(open.indexOf(dialog), 1)
}
