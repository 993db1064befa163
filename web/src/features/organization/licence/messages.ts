import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  choose: '选择图片',
  replace: '更换图片',
  drop: '将证照图片拖到此处，或',
  rules: 'PNG、JPG 或 JPEG 格式，超过 2 MB 的图片自动压缩；字迹清晰、四角完整。',
  wrongType: '只接受 PNG、JPG 或 JPEG 图片',
  tooLarge: '图片超过 40 MB，请压缩后重新选择',
  sending: '正在上传…',
  waiting: (n: number) => `正在识别，前面还有 ${n} 份。您可以继续填写。`,
  reading: '正在识别，稍后自动填入名称和代码。您可以继续填写。',
  recognized: '识别完成，请核对名称和代码。',
  partlyRead: '部分内容未能识别，请补充并核对。',
  unreadable: '图片无法自动识别，请手工填写；提交后由人工审核。',
  kept: '已上传证照。需要时可更换。',
  preview: '证照图片预览',
}

export const licenceMessages = defineMessages(chinese, () => import('./messages.en'))
