import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  title: '沙箱收银台',
  mark: '沙箱 · 演示付款',
  text: '这里扮演支付机构的收银台。不连接任何支付机构，不发生真实付款，也不需要任何账户。',
  amount: '金额',
  subject: '商品',
  number: '付款单号',
  channel: '支付方式',
  expiresAt: '有效期至',
  pay: (amount: string) => `模拟支付 ${amount}`,
  states: { unpaid: '待支付', paid: '已支付', closed: '已关闭', refunded: '已退款' },
  paid: '模拟付款成功',
  paidText: '付款结果已通知系统，原付款页面会自动更新。您可以关闭本页。',
  closed: '该付款单已关闭，请返回付款页面重新获取。',
  back: '返回商户',
}

export const sandboxMessages = defineMessages(chinese, () => import('./messages.en'))
