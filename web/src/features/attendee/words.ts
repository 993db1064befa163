import { uiMessages } from '@/ui/messages'
import { localized } from '@/shared/i18n/messages'
import type { AttendeeRow } from './attendee'

export function entryOptionOf({ entry_option_zh, entry_option_en }: Pick<AttendeeRow, 'entry_option_zh' | 'entry_option_en'>): string {
  return localized({ name_zh: entry_option_zh ?? '', name_en: entry_option_en ?? '' }, 'name')
}

export const yesNo = (answer: boolean) => (answer ? uiMessages.yes : uiMessages.no)
