import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: (name) => `Edit ${name}`,
  text: 'Changes hold at once, and the review state stays. The contact’s mobile and e-mail, the certificate and the group are not changed here.',
  identity: 'Organization',
  interests: 'Purchases',
  contact: 'Contact',
  saved: (name) => `${name} saved`,
} satisfies Translation<typeof chinese>
