import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  home: 'Home',
  hello: (name) => `Welcome, ${name}`,
  promotions: 'Investment board',
  appointments: 'My appointments',
  account: 'Account',
} satisfies Translation<typeof chinese>
