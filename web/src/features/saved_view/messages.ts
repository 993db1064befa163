import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  title: '常用筛选',
  save: '保存当前筛选',
  manage: '管理常用筛选',
  name: '名称',
  rename: '重命名',
  update: '改为当前条件',
  updated: (name: string) => `“${name}”已改为当前条件`,
  saved: (name: string) => `已保存“${name}”`,
  remove: '删除',
  removeText: (name: string) => `常用筛选“${name}”将被删除。`,
  none: '还没有常用筛选',
}

export const savedViewMessages = defineMessages(chinese, () => import('./messages.en'))
