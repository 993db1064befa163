import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  heic: '这是 HEIC 格式的照片，请改用 JPG：在 iPhone 上打开“设置 › 相机 › 格式”，选择“兼容性最佳”后重新拍摄；或者将照片导出为 JPG 后上传。',
}

export const pictureMessages = defineMessages(chinese, () => import('./messages.en'))
