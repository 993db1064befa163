import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'E-badge',
  show: 'Show this QR code at the entrance and bring your original identity document',
  notYet: 'Your entry QR code will appear here once your badge has been produced',
  voided: 'This registration has been voided; the badge does not admit its holder',
  invalid: 'Invalid link',
  invalidHint: 'Please use the full link from the SMS or e-mail, or ask your organization’s contact.',
  tracking: 'Tracking number',
  photoOf: (name) => `Photo of ${name}`,
  checkTitle: 'Badge validity check',
  checkLabel: 'Badge number or QR code content',
  checkHint: 'The number below the QR code, e.g. B8-00000001',
  check: 'Check',
  standings: {
    active: 'This badge is valid for the current edition',
    not_active: 'This badge has not been activated for the current edition',
    revoked: 'This badge has been revoked and does not admit its holder',
    unknown: 'Badge not found',
  },
  standingHints: {
    active: 'Please keep it safe and bring your original identity document.',
    not_active: 'For a badge from a previous edition, your organization’s contact can apply for badge reuse. It is activated once approved.',
    revoked: 'The badge has been replaced or the registration voided. Please use the new badge.',
    unknown: 'Please check the number.',
  },
} satisfies Translation<typeof chinese>
