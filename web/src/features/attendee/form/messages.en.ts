import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  add: 'Add a person',
  edit: 'Edit the person',
  saved: 'Saved',
  putAside: 'Put aside; complete it later',
  putAsideAction: 'Save as draft',
  draftHint: 'Save a draft while something is missing.',
  reuseNote: 'Badge reuse: the past badge is used again, free. With another name, position or photo (or another name of the organization) it becomes an ordinary application with its fee.',
  reuseEnds: 'What the badge shows has changed: once saved this is an ordinary application, and the fee of its entry dates is due.',
  opinion: (text) => `Opinion of the review: ${text}`,
  numberHints: {
    none: 'Choose the document first.',
    resident_id: '18 digits; the last may be X.',
    hk_mo_permit: 'H or M and 8 digits; HA or MA and 7 digits for those who are not Chinese citizens.',
    taiwan_permit: '8 digits.',
    hk_mo_tw_residence: '18 digits.',
    passport: 'Letters and digits as in the passport.',
    foreign_permanent_residence: 'New cards: 18 digits beginning with 9; old ones: 15 characters.',
  },
  numberRead: 'Date of birth and gender were filled in from the number.',
  numberWrong: 'This is not a number of this kind of document; please check.',
  nameOnBadge: 'As in the passport; it is printed on the badge.',
  mobileHint: 'Results and news of the badge are sent here.',
  emailHint: 'Results and news of the badge are sent here.',
  typeWithPlaces: (type, free) => `${type} (${free} places left)`,
  typeHint: 'VIPs and staff are free; your trading group gives the places',
  optionWithFee: (option, fee) => `${option} · CNY ${fee}`,
  onsiteOnly: 'Badges are couriered within the Chinese mainland only; please collect on site.',
  addressLine: (recipient, mobile, address) => `${recipient} ${mobile} ${address}`,
  manageAddresses: 'Manage courier addresses',
} satisfies Translation<typeof chinese>
