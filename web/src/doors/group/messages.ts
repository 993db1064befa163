import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  hello: (name: string) => `欢迎, ${name}`,
  tasks: '交易团待办任务及通知',
  directOrganizations: '团内直属单位',
  subgroupOrganizations: '分团下属单位',
  directAttendees: '团内直属单位人员列表',
  attendees: '人员列表',
  sponsoredAttendees: '待付款人员列表',
  subgroupAttendees: '分团下属单位人员列表',
  keyInvitees: '推荐重点邀请单位',
  administration: '管理',
  quotas: '额度管理',
  badgeTypeQuotas: '人员类型额度管理',
  organizationQuotas: '团内直属单位人员额度管理',
  sponsorshipLimits: '统付配额管理',
  events: '配套活动管理',
  groupPage: '交易团网页管理',
  mailings: '群发邮件',
  statistics: '统计表',
  registrationsTable: '注册及审核情况表',
  visitorsTable: '专业观众注册情况统计表',
  industriesTable: '境内注册单位按行业分类统计表',
  ownershipTable: '境内注册企业中按所有制性质分类统计表',
  entriesTable: '入场情况表',
  promotion: '招商引资信息管理',
  appointments: '预约信息管理',
  vehiclePasses: '车证申请',
  tours: '组团观展',
  account: '账户管理',
}

export const groupMessages = defineMessages(chinese, () => import('./messages.en'))
