import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Courier addresses',
  text: (n) => `Where your organization receives badges: within the Chinese mainland, at most ${n} addresses.`,
  none: 'No address yet',
  noneHint: 'With an address, people can have their badges couriered.',
  add: 'Add an address',
  full: 'At most five addresses can be kept',
  isDefault: 'Default',
  makeDefault: 'Make default',
  remove: 'Remove',
  keepMobile: (masked) => `Now ${masked}; leave empty to keep it.`,
  fields: {
    recipient: 'Recipient',
    mobile: 'Mobile',
    postcode: 'Postcode',
    province_code: 'Province',
    city_code: 'City',
    district_code: 'District or county',
    address: 'Address',
  },
} satisfies Translation<typeof chinese>
