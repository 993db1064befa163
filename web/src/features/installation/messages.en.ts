import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'System set-up',
  text: 'The settings needed to run this fair. Test messages are sent to your own mobile number and e-mail address; a payment test creates an order of CNY 0.01 and closes it immediately.',
  part: 'Component',
  standing: 'Status',
  detail: 'Details',
  result: 'Test result',
  tryIt: 'Test',
  parts: {
    fair: 'Fair', mail: 'E-mail', sms: 'SMS', payment: 'Online payment', registry: 'Company register', identity: 'Identity verification', storage: 'File storage',
    disk: 'Disk space', backup: 'Backup', key_ring: 'Key ring', clock: 'Clock', tls: 'Encrypted access (TLS)',
  },
  standings: { good: 'OK', missing: 'Not configured', wrong: 'Needs attention' },
} satisfies Translation<typeof chinese>
