import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  rules: 'A recent full-face photo without headwear, JPG or PNG, at least 295 × 413 pixels. You can crop it to 5:7 on this page.',
  drop: 'Drag a photo here, or',
  choose: 'Choose a photo',
  replace: 'Replace photo',
  frame: 'Crop frame',
  help: 'Drag or use the arrow keys to move; use the mouse wheel or the + and - keys to zoom.',
  zoom: 'Zoom',
  use: 'Use this photo',
  wrongType: 'Only JPG and PNG images are accepted.',
  tooLarge: 'The image must not exceed 20 MB.',
  tooSmall: 'The image is too small: at least 295 × 413 pixels are needed after cropping.',
  unreadable: 'The image cannot be read. Please choose another one.',
} satisfies Translation<typeof chinese>
