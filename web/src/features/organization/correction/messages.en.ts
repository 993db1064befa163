import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: (name) => `Edit ${name}`,
  text: 'Changes take effect immediately and do not affect the review status. The contact’s mobile number and e-mail address, the certificate and the trading group cannot be changed here.',
  identity: 'Basic information',
  interests: 'Purchasing plans',
  contact: 'Contact',
  saved: (name) => `${name} saved`,
} satisfies Translation<typeof chinese>
