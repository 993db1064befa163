import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  title: '后台任务',
  kind: '任务',
  kinds: {
    attendee_batch: '批量操作',
    badge_news: '证件通知',
    badge_printing: '生成制证批次',
    bill_fetch: '下载账单',
    erasure: '清除个人信息',
    erasure_of_log: '清除日志中的个人信息',
    erasure_report: '生成清除报告',
    identity_check: '信息验证',
    licence_recognition: '识别证照',
    mailing: '群发邮件',
    message_delivery: '发送短信与邮件',
    one_click_invitation: '一键注册邀请',
    payment_check: '核对支付结果',
    refund_run: '办理退款',
    registry_look_up: '查询企业登记',
    sheet_export: '生成导出文件',
  },
  state: '状态',
  states: { ready: '等待执行', running: '执行中', done: '已完成', dead: '已失败' },
  attempts: '尝试次数',
  runAt: '计划时间',
  progress: '进度',
  lastError: '最近错误',
  createdAt: '创建时间',
  finishedAt: '完成时间',
  retry: '重新执行',
  retryText: (kind: string, attempts: number) => `任务 ${kind} 已失败 ${attempts} 次，将立即重新排队执行。`,
}

export const jobsMessages = defineMessages(chinese, () => import('./messages.en'))
