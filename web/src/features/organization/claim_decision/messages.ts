import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  title: '代码认领',
  state: '状态',
  states: { open: '待处理', accepted: '已归还', refused: '未采纳' },
  uscc: '统一社会信用代码',
  claimant: '认领单位',
  contact: '联系人',
  mobile: '手机号',
  explanation: '说明',
  holder: '现占用单位',
  filedAt: '提交时间',
  decidedBy: '处理人',
  decidedAt: '处理时间',
  opinion: '处理意见',
  decide: '处理',
  look: '查看',
  name: '单位名称',
  number: '单位编号',
  accept: '归还给认领单位',
  refuse: '不采纳认领',
  decision: '处理结果',
  decisionMissing: '请选择处理结果',
  acceptText: (holder: string) => `${holder} 将失去该代码，须更正后重新提交；认领单位可以用该代码注册。双方都会收到通知。`,
  done: (uscc: string) => `已处理 ${uscc} 的认领`,
}

export const claimDecisionMessages = defineMessages(chinese, () => import('./messages.en'))
