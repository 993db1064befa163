import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Installation',
  text: 'What a real fair needs. Trial messages go to your own mobile and e-mail; a payment trial asks each provider for 1 fen and closes it at once.',
  part: 'Part',
  standing: 'State',
  detail: 'Details',
  result: 'Result of the trial',
  tryIt: 'Try it',
  parts: {
    fair: 'Fair', mail: 'E-mail', sms: 'SMS', payment: 'Online payment', registry: 'Company register', identity: 'Identity verification', storage: 'File storage',
    disk: 'Disk space', backup: 'Backup', key_ring: 'Key ring', clock: 'Clock', tls: 'Encrypted access (TLS)',
  },
  standings: { good: 'Good', missing: 'Not configured', wrong: 'To be mended' },
} satisfies Translation<typeof chinese>
