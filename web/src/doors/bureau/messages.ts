import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  bureau: '进口博览局',
  hello: (name: string) => `欢迎, ${name}`,
  tasks: '待办任务及通知',
  edition: '届与配置',
  editions: '届与开放时间',
  entryOptions: '入场日期与价格',
  catalogues: '基础目录',
  tradingGroups: '交易团与分团',
  accounts: '账号管理',
  organizations: '单位管理',
  allOrganizations: '全部单位',
  overseasReview: '境外单位审核',
  claims: '代码认领',
  oneClick: '一键注册',
  attendees: '人员信息审核',
  quotas: '额度与统付权限',
  finance: '财务',
  badges: '证件制作与发放',
  statistics: '统计表',
  articles: '展会服务内容',
  notices: '通知管理',
  messages: '短信与邮件记录',
  mailings: '群发邮件',
  operations: '系统运行',
  audit: '操作日志',
  jobs: '后台任务',
  account: '账户管理',
}

export const bureauMessages = defineMessages(chinese, () => import('./messages.en'))
