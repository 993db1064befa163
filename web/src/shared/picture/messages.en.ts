import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  heic: 'This is a HEIC photo. Please use JPG: on an iPhone, choose Settings › Camera › Formats › Most Compatible and take the photo again, or export it as JPG and upload that.',
} satisfies Translation<typeof chinese>
