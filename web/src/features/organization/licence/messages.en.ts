import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  choose: 'Choose a picture',
  replace: 'Replace the picture',
  drop: 'Drop the picture of your certificate here, or',
  rules: 'PNG, JPG or JPEG, at most 2 MB; sharp, with all four corners.',
  wrongType: 'Only PNG, JPG or JPEG pictures are accepted',
  tooLarge: 'The picture is larger than 2 MB; make it smaller and choose it again',
  sending: 'Uploading…',
  waiting: (n) => `Being read; ${n} before yours. You can go on typing.`,
  reading: 'Being read; name and code will be filled in. You can go on typing.',
  recognized: 'Read. Please check the name and the code.',
  partlyRead: 'Not everything could be read. Please complete and check it.',
  unreadable: 'The picture could not be read. Please type name and code; people will check them.',
  kept: 'The certificate is uploaded. Replace it when needed.',
  preview: 'Preview of the certificate',
} satisfies Translation<typeof chinese>
