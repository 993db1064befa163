import { defineMessages } from '@/shared/i18n/messages'

/** The words of a badge that its pages share. */
export const chinese = {
  states: { awaiting: '待制证', in_production: '制证中', made: '已制证', sent: '已寄出', collected: '已领取', revoked: '已注销' },
  kinds: { first: '首次制证', reprint: '补证', replacement: '换证', reuse: '证件复用' },
  revokedReasons: { voided: '人员已注销', replaced: '已换发新证' },
  steps: {
    submitted: '注册信息已提交',
    in_review: '审核中',
    producing: '制证中',
    ready: '证件可领取',
    on_the_way: '寄递发放中',
    collected: '已领取',
    reused: '复用开通',
  },
  stepStates: { done: '已完成', doing: '进行中', to_do: '未开始' },
  expectedDays: (days: number) => `预计 ${days} 天`,
  number: '证件编号',
  state: '证件状态',
  kind: '制证原因',
  batch: '制证批次',
  parcel: '寄递包裹',
  madeAt: '制证时间',
  sentAt: '寄出时间',
  collectedAt: '领取时间',
  tracking: (courier: string, number: string) => `${courier} ${number}`,
  progress: '办证进度',
  eBadge: '电子证件',
  openEBadge: '打开电子证件',
  codeOf: (name: string) => `${name}的入场二维码`,
}

export const badgeMessages = defineMessages(chinese, () => import('./messages.en'))
