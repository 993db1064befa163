import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Badge desk',
  question: 'Document, person’s number or code',
  questionHint: 'Scan the code on a badge, or type an identity document, a person’s number (P…) or a badge’s (B…) and press Enter',
  ask: 'Find',
  nobody: 'Nobody found',
  nobodyHint: 'Check the number. A badge of a former edition that is not used again is not known here.',
  next: 'Next person',
  photoOf: (name) => `Photo of ${name}`,
  noBadge: 'A badge is there after the approval',
  notApproved: 'Not approved: no badge can be given',
  courier: 'The badge was to be sent: look where it is before you hand it over',
  print: 'Make here',
  printText: (name, number) => `Makes badge ${number} for ${name}. It can be handed over and opens the gates from then on.`,
  printed: (number) => `Badge ${number} is made: print it`,
  pdf: 'Print PDF',
  handOver: 'Hand over',
  handOverText: (name, number) => `You have checked the identity and give badge ${number} to ${name}.`,
  handedOver: (number) => `Badge ${number} is handed over`,
  reissue: 'New badge',
  newest: 'Badge',
  former: 'Former badge',
} satisfies Translation<typeof chinese>
