import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  add: 'Add attendee',
  edit: 'Edit attendee',
  saved: 'Attendee saved',
  putAside: 'Draft saved; you can complete it later',
  putAsideAction: 'Save as draft',
  draftHint: 'You can save a draft if some details are missing.',
  reuseNote: 'Badge reuse: the badge from a previous edition is used again free of charge. If you change the name, job title or photo (or the organization’s name), this becomes a regular application and the badge fee applies.',
  reuseEnds: 'The badge details have changed. On saving, this becomes a regular application and the fee for the entry dates applies.',
  opinion: (text) => `Review comments: ${text}`,
  numberHints: {
    none: 'Please select the document type first.',
    resident_id: '18 digits; the last may be X.',
    hk_mo_permit: 'H or M followed by 8 digits; for non-Chinese nationals, HA or MA followed by 7 digits.',
    taiwan_permit: '8 digits.',
    hk_mo_tw_residence: '18 digits.',
    passport: 'Letters and digits exactly as in the passport.',
    foreign_permanent_residence: 'New cards: 18 digits starting with 9; old cards: 15 characters.',
  },
  numberRead: 'Date of birth and gender have been filled in from the document number.',
  numberWrong: 'The number does not match the document type. Please check.',
  nameOnBadge: 'As in the passport. This is printed on the badge.',
  mobileHint: 'The review result and badge collection details will be sent to this number.',
  emailHint: 'The review result and badge collection details will be sent to this address.',
  typeWithPlaces: (type, free) => `${type} (${free} remaining)`,
  typeHint: 'VIP and staff badges are free of charge; their quota is allocated by your trading group or subgroup',
  optionWithFee: (option, fee) => `${option} · CNY ${fee}`,
  onsiteOnly: 'Badges are delivered by courier to addresses in the Chinese mainland only. Organizations elsewhere please collect on site.',
  addressLine: (recipient, mobile, address) => `${recipient} ${mobile} ${address}`,
  manageAddresses: 'Manage courier addresses',
} satisfies Translation<typeof chinese>
