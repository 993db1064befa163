import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  registrations: '注册及审核情况表',
  entries: '入场情况表',
  group: '交易团(分团)名称',
  from: '注册日期从',
  to: '至',
  show: '查询',
  export: '导出',
  total: '总计',
  all: '全部交易团',
  asOf: (at: string) => `截至 ${at}`,
  chart: '注册人员与锁定提交人员',
  chartOf: (name: string, attendees: number, locked: number) => `${name}：注册人员 ${attendees} 人，其中锁定提交 ${locked} 人`,
  definition: '注册人员为已填报且未注销的人员；锁定提交为待审核和审核通过的人员；已提交办证为审核通过、进入制证的人员。日期按单位注册、人员填报之日计。',
  figures: {
    organizations: '注册单位数（家）',
    enterprises: '其中企业数',
    attendees: '注册人员数（人）',
    enterprise_attendees: '其中企业人数',
    approved_organizations: '审核通过单位数（家）',
    approved_enterprises: '其中企业数',
    locked_attendees: '锁定提交人员数（人）',
    locked_enterprise_attendees: '其中企业人数',
    badge_attendees: '已提交办证人数（人）',
    badge_enterprise_attendees: '其中企业人数',
  },

  entriesFrom: '入场日期从',
  visits: '入场人员',
  entryChart: '审核通过人员与入场人员',
  entryChartOf: (name: string, approved: number, entered: number) => `${name}：审核通过 ${approved} 人，其中入场 ${entered} 人`,
  entryDefinition: '入场人数每人计一次，各日人数每人每天计一次，人次为各日之和。审核通过人数不受日期筛选影响。',
  entryFigures: {
    approved_attendees: '审核通过人数（人）',
    entered_organizations: '入场单位数（家）',
    entered_attendees: '入场人数（人）',
    entered_of_enterprises: '其中企业人数',
    person_days: '入场人次',
  },
}

export const statisticsMessages = defineMessages(chinese, () => import('./messages.en'))
