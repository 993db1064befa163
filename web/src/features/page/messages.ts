import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  board: '展会服务',
  boardNone: '还没有内容',
  boardNoneHint: '主办方发布的活动、指南和资讯会显示在这里。',
  title: '展会服务内容',
  section: '栏目',
  sections: { matchmaking: '供需对接', activities: '现场活动', guide: '注册指南', show_news: '展会动态', pre_show_news: '展前资讯' },
  titleColumn: '标题',
  titleZh: '标题(中文)',
  titleEn: '标题(英文)',
  bodyZh: '内容(中文)',
  bodyEn: '内容(英文)',
  bodyHint: '空一行分段;网址会自动成为链接。',
  position: '排序',
  positionHint: '数字小的在前。',
  state: '状态',
  states: { draft: '草稿', published: '已发布', withdrawn: '已撤回' },
  publishedAt: '发布时间',
  add: '新增内容',
  edit: '编辑内容',
  publish: '发布',
  publishText: (title: string, section: string) => `“${title}”将立即显示在“${section}”栏目中。`,
  withdraw: '撤回',
  withdrawText: (title: string) => `“${title}”将不再显示。撤回后可以修改并重新发布。`,
}

export const pageMessages = defineMessages(chinese, () => import('./messages.en'))
