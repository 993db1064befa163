import { defineMessages } from '@/shared/i18n/messages'

export const chinese = { registration: '在线注册' }

export const publicMessages = defineMessages(chinese, () => import('./messages.en'))
