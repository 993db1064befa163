import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  rules: 'A recent portrait without a hat, JPG or PNG, at least 295×413 pixels; it is cut to 5:7 on this page.',
  drop: 'Drop a photo here, or',
  choose: 'Choose a photo',
  replace: 'Another photo',
  frame: 'Crop frame',
  help: 'Drag or use the arrow keys to move; the wheel or + and - to zoom.',
  zoom: 'Zoom',
  use: 'Use this photo',
  wrongType: 'Only JPG and PNG pictures are taken.',
  tooLarge: 'A picture may have at most 20 MB.',
  tooSmall: 'The picture is too small: at least 295×413 pixels must be left after cropping.',
  unreadable: 'The picture cannot be read; please choose another one.',
} satisfies Translation<typeof chinese>
