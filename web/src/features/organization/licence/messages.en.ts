import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  choose: 'Choose image',
  replace: 'Replace image',
  drop: 'Drag an image of your certificate here, or',
  rules: 'PNG, JPG or JPEG; images over 2 MB are reduced automatically; sharp, with all four corners visible.',
  wrongType: 'Only PNG, JPG and JPEG images are accepted',
  tooLarge: 'The image exceeds 40 MB. Please reduce its size and try again.',
  sending: 'Uploading…',
  waiting: (n) => `Reading the image; ${n} ahead of yours. You can carry on filling in the form.`,
  reading: 'Reading the image; the name and USCC will be filled in automatically. You can carry on filling in the form.',
  recognized: 'The image has been read. Please check the name and USCC.',
  partlyRead: 'Some details could not be read. Please complete and check them.',
  unreadable: 'The image could not be read automatically. Please enter the details; they will be reviewed manually.',
  kept: 'Certificate uploaded. You can replace it if necessary.',
  preview: 'Certificate preview',
} satisfies Translation<typeof chinese>
