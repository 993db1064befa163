import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  title: '短信与邮件记录',
  channel: '渠道',
  channels: { sms: '短信', email: '邮件' },
  to: '接收人',
  subject: '主题',
  state: '状态',
  states: { queued: '待发送', sent: '已发送', failed: '发送失败，将重试', dead: '发送失败' },
  attempts: '尝试次数',
  lastError: '最近错误',
  createdAt: '创建时间',
  sentAt: '发送时间',
  outbox: '沙箱发件箱',
  sandbox: '沙箱',
  outboxText: '演示环境不会真正发送短信和邮件，全部内容显示在这里，每 3 秒自动刷新。',
  outboxOff: '本系统没有启用演示模式，沙箱发件箱不可用。',
  outboxEmpty: '还没有消息',
  outboxEmptyHint: '获取验证码后，短信会出现在这里。',
  recipient: '接收人（手机号或邮箱）',
  show: '查询',
  code: '验证码',
  messages: '消息',
}

export const messagingMessages = defineMessages(chinese, () => import('./messages.en'))
