import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  notices: '通知',
  unreadOnly: '只看未读',
  none: '没有通知',
  noneHint: '主办方发布的通知会显示在这里。',
  unread: '未读',
  read: '已读',
  important: '重要',
  title: '通知管理',
  titleColumn: '标题',
  titleZh: '标题（中文）',
  titleEn: '标题（英文）',
  bodyZh: '内容（中文）',
  bodyEn: '内容（英文）',
  level: '级别',
  levels: { info: '一般', important: '重要' },
  audience: '接收对象',
  audiences: { everyone: '所有人', groups: '交易团', subgroups: '交易分团', visitors: '专业观众' },
  state: '状态',
  states: { draft: '草稿', published: '已发布', withdrawn: '已撤回' },
  publishedAt: '发布时间',
  reads: '已读人数',
  add: '新增通知',
  edit: '编辑通知',
  publish: '发布',
  publishText: (title: string, audience: string) => `“${title}”将立即显示给${audience}。发布后可以撤回，但看过的人已经知道其内容。`,
  withdraw: '撤回',
  withdrawText: (title: string, reads: number) => `“${title}”将不再显示，已有 ${reads} 人读过。撤回后可以修改并重新发布。`,
}

export const noticeMessages = defineMessages(chinese, () => import('./messages.en'))
