import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  exportList: '导出',
  begin: '开始导出',
  exportTitle: (title: string) => `导出：${title}`,
  waiting: '正在排队，马上开始。',
  making: (done: number, total: number) => `已生成 ${done} / ${total} 行`,
  done: (rows: number) => `已完成，共 ${rows} 行。文件保留 7 天。`,
  failed: '导出没有成功',
  laterHint: '可以关闭此窗口继续工作，完成后在“我的导出”中下载。',
  progress: '导出进度',
  download: '下载',
  stop: '取消导出',
  myExports: '我的导出',
  name: '内容',
  state: '状态',
  states: { queued: '排队中', running: '生成中', done: '已完成', failed: '失败', expired: '已过期' },
  rows: '行数',
  size: '大小',
  createdAt: '开始时间',
  expiresAt: '过期时间',
  downloadedAt: '最近下载',
  remove: '删除',
  removeText: (title: string) => `“${title}”及其文件将被删除；尚未完成的导出会停止。`,
}

export const exportMessages = defineMessages(chinese, () => import('./messages.en'))
