import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  title: '邮件模板',
  titleColumn: '模板名称',
  titleZh: '模板名称（中文）',
  titleEn: '模板名称（英文）',
  subject: '主题',
  subjectZh: '主题（中文）',
  subjectEn: '主题（英文）',
  bodyZh: '正文（中文）',
  bodyEn: '正文（英文）',
  changedAt: '修改时间',
  add: '新增模板',
  edit: '编辑模板',
  saved: '模板已保存',
  none: '还没有模板',
  noneHint: '新增后，主办方和各交易团群发邮件时都可以从模板开始。',
  removeRow: '删除',
  remove: '删除模板',
  removeText: (title: string) => `“${title}”将不能再用于群发邮件；已发送的邮件不受影响。`,
  removed: '模板已删除',
}

export const mailingTemplateMessages = defineMessages(chinese, () => import('./messages.en'))
