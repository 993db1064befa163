import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  title: '后台任务',
  kind: '任务',
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
