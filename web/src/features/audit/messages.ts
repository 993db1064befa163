import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  title: '操作日志',
  actor: '操作人',
  actorHint: '姓名或账号',
  action: '操作类型',
  subject: '对象',
  at: '时间',
  days: '日期',
  ip: 'IP 地址',
  summary: '摘要',
  seq: '序号',
  details: '详情',
  before: '变更前',
  after: '变更后',
  hash: '链上摘要',
  notSealed: '尚未入链',
  nothing: '无',
  verify: '校验日志完整性',
  verifying: '校验中',
  intact: (entries: number, when: string) => `校验通过：共 ${entries} 条，未发现篡改（${when}）。`,
  broken: (seq: number, when: string) => `校验未通过：从第 ${seq} 条开始与链不符，可能被篡改（${when}）。请立即联系系统管理员。`,
  unsealed: (n: number) => `另有 ${n} 条新记录等待入链。`,
}

export const auditMessages = defineMessages(chinese, () => import('./messages.en'))
