import { inject, provide, type InjectionKey } from 'vue'
import type { Typing } from '@/shared/unsaved'

/** The dialog that something stands in. */
export interface SurroundingDialog {
  /** Asks before what was typed in it goes. */
  close: () => Promise<void>
  /** Closing asks about this, too, until it is let go of. */
  holds: (typing: Typing) => () => void
}

const key: InjectionKey<SurroundingDialog> = Symbol('dialog')

export const provideDialog = (dialog: SurroundingDialog) => provide(key, dialog)
export const useDialog = () => inject(key, null)
