import { count } from '@/shared/i18n/count'
import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Accounts',
  keyword: 'Keyword',
  keywordHint: 'Username or name',
  kind: 'Account type',
  kinds: {
    contact: 'Organization contact',
    attendee: 'Attendee',
    group: 'Trading group',
    bureau: 'Organizer',
    exhibitor: 'Exhibitor',
    gate_device: 'Gate device',
  },
  twoStep: 'Two-step sign-in',
  twoSteps: { none: 'Off', sms: 'SMS', totp: 'Authenticator app', passkey: 'Passkey' },
  locked: 'Locked',
  lockedUntil: (when) => `Locked until ${when}`,
  add: 'Add organizer account',
  disablingText: (name) => `Once disabled, the account ${name} is signed out at once and cannot sign in again until it is enabled.`,
  edit: (name) => `Edit account ${name}`,
  unlock: 'Unlock',
  unlockText: (name) => `${name} can sign in again immediately; the count of failed attempts is reset.`,
  unmask: 'Show full details',
  unmaskText: 'Viewing full personal details is recorded in the audit log. Please state your reason.',
  field: 'Details',
  reason: 'Reason',
  show: 'Show',
  emailOptional: 'E-mail (optional)',
  sheetImport: 'Import accounts',
  sheetTitle: 'Create accounts in bulk',
  sheetHint: 'Download the template (.xlsx) first; it lists the groups and subgroups that have no account yet. Enter one account per row. Each account holder receives a personal link to set a password. If there is any error, nothing is imported.',
  sheetSummary: (rows) => `${count(rows, 'row')}.`,
  sheetApply: (changes) => `Create ${count(changes, 'account')} and send the links`,
  sheetApplied: (added) => `${count(added, 'account')} created`,
} satisfies Translation<typeof chinese>
