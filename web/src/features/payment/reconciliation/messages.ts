import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  title: '对账',
  subtitle: '本系统收退款与支付机构账单逐日对照。转账以银行流水为准，没有机构账单。',
  days: '日期',
  channel: '支付渠道',
  payments: '收款笔数',
  paid: '收款',
  billed: '账单收款',
  refunds: '退款笔数',
  refunded: '退款',
  billedRefund: '账单退款',
  fee: '手续费',
  difference: '差额',
  result: '对账结果',
  asked_at: '账单时间',
  equal: '一致',
  noBill: '账单未下载',
  byStatement: '见银行流水',
  failed: (error: string) => `账单下载失败：${error}`,
  differences: (n: number) => `${n} 笔差异`,
  total: '合计',
  fetch: '重新下载账单',
  fetching: '账单正在后台下载，完成后表格自动更新。',
  differencesOf: (day: string, channel: string) => `差异 · ${day} ${channel}`,
  number: '付款或退款单号',
  kind: '差异',
  kinds: { missing_at_provider: '支付机构账单中没有', missing_here: '本系统中没有', amount_differs: '金额不一致' },
  ours: '本系统金额',
  theirs: '账单金额',
}

export const reconciliationMessages = defineMessages(chinese, () => import('./messages.en'))
