import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Badge collection desk',
  question: 'Document number, attendee number or QR code',
  questionHint: 'Scan the QR code on a badge, or enter an identity document number, an attendee number (P…) or a badge number (B…) and press Enter',
  ask: 'Find',
  nobody: 'No match found',
  nobodyHint: 'Please check the number. Badges from previous editions that are not being reused cannot be found here.',
  next: 'Next attendee',
  photoOf: (name) => `Photo of ${name}`,
  noBadge: 'A badge is issued after approval',
  notApproved: 'Not approved: no badge can be issued',
  courier: 'Courier delivery was chosen: check the delivery status before handing the badge over',
  print: 'Produce badge now',
  printText: (name, number) => `Badge ${number} will be produced for ${name}. It can then be handed over and used for entry.`,
  printed: (number) => `Badge ${number} has been produced. Please print it.`,
  pdf: 'Print PDF',
  handOver: 'Hand over badge',
  handOverText: (name, number) => `You confirm that you have checked the holder’s identity and are handing badge ${number} to ${name}.`,
  handedOver: (number) => `Badge ${number} handed over`,
  reissue: 'Reissue badge',
  newest: 'Current badge',
  former: 'Previous badge',
} satisfies Translation<typeof chinese>
