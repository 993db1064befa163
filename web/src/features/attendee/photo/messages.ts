import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  rules: '近期正面免冠照片，JPG 或 PNG，至少 295×413 像素；选择后在页面内裁剪为 5:7。',
  drop: '将照片拖到此处，或',
  choose: '选择照片',
  replace: '更换照片',
  frame: '裁剪框',
  help: '拖动或用方向键移动，滚轮或 + - 键缩放。',
  zoom: '缩放',
  use: '使用此照片',
  wrongType: '只接受 JPG 或 PNG 图片。',
  tooLarge: '图片不能超过 20 MB。',
  tooSmall: '图片太小，裁剪后至少需要 295×413 像素。',
  unreadable: '图片无法读取，请换一张。',
}

export const photoMessages = defineMessages(chinese, () => import('./messages.en'))
