import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  title: (name: string) => `编辑 ${name}`,
  text: '修改后直接生效，审核状态不变。联系人的手机号与邮箱、证照和所属交易团不在此修改。',
  identity: '基本信息',
  interests: '采购意向',
  contact: '联系人',
  saved: (name: string) => `已保存 ${name}`,
}

export const correctionMessages = defineMessages(chinese, () => import('./messages.en'))
