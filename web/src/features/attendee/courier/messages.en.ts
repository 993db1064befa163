import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  title: 'Courier addresses',
  text: (n) => `Enter the addresses where your organization receives its badges: Chinese mainland only, ${n} at most.`,
  none: 'No address yet',
  noneHint: 'Once you have added an address, attendees can have their badges delivered by courier.',
  add: 'Add address',
  full: 'You can save five addresses at most',
  isDefault: 'Default',
  makeDefault: 'Set as default',
  remove: 'Remove',
  keepMobile: (masked) => `Currently ${masked}; leave blank to keep it.`,
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
