import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  title: '报名进度',
  opinion: '审核意见',
  steps: {
    registration: '在线注册',
    form: '单位信息登记',
    review: '单位信息审核',
    people: '填写参观人员',
    payment: '支付证件费',
    people_review: '人员信息审核',
    badge: '证件制作与发放',
  },
  stepStates: { done: '已完成', doing: '进行中', to_do: '未开始', stopped: '未通过', closed: '已截止' },
  next: '下一步',
  nextSteps: {
    draft: '填写并提交单位信息',
    submitted: '系统正在审核，结果会自动显示在这里',
    awaiting_review: '等待审核，结果将以短信或邮件通知联系人',
    first_passed: '初审已通过，等待交易团复审',
    approved: '单位审核已通过',
    returned: '按审核意见修改后重新提交',
    rejected: '本届不能再次注册；如有疑问请联系所属交易团',
  },
  peopleSteps: {
    people: '填写参观人员，信息完整后提交办证',
    payment: '为填写完整的人员提交办证',
    people_review: '等待人员信息审核，结果将以短信或邮件通知',
    badge: '人员信息审核已通过，等待证件制作与发放',
  },
  returned: (people: number) => `${people} 名人员被退回，请按审核意见修改后重新提交`,
  closed: {
    form: '单位注册已截止，未提交的信息不能再提交',
    people: '填报已截止，不能再新增或提交人员；已提交的人员继续审核和办证',
    payment: '支付已截止，未付款的人员不能再办证',
  },
  go: (step: string) => `前往${step}`,
  renewTitle: '欢迎回来',
  renewText: (edition: string, name: string, number: string) => `您曾以“${name}”（编号 ${number}）注册${edition}。可用当时的信息开始本届注册，提交前可以修改。`,
  renew: '用往届信息注册本届',
  none: '本届尚无单位信息',
  noneHint: '此账号没有单位信息。如贵单位尚未注册，请退出登录后在线注册；如由他人注册，请使用当时的账号登录。',
}

export const progressMessages = defineMessages(chinese, () => import('./messages.en'))
