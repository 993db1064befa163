import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  title: '制证批次',
  serial: '批次号',
  state: '状态',
  states: { printing: '生成中', ready: '待印制', made: '已制证', failed: '生成失败', cancelled: '已取消' },
  badges: '张数',
  revoked: '已注销',
  revokedHint: (n: number) => `${n} 张已注销，请抽出`,
  createdBy: '创建人',
  createdAt: '创建时间',
  finishedAt: '完成时间',
  done: (done: number, all: number) => `${done} / ${all}`,
  pdf: '下载 PDF',
  list: '下载清单',
  showBadges: '查看证件',
  finish: '完成制证',
  finishText: (serial: number, count: number) => `批次 ${serial} 的 ${count} 张证件已印制并核对完毕。证件将变为“已制证”，系统将通知本人领取或等待寄递。`,
  finished: (serial: number) => `批次 ${serial} 已完成`,
  cancel: '取消批次',
  cancelText: (serial: number, count: number) => `批次 ${serial} 的文件将被删除，${count} 张证件回到“待制证”。已印制的证件请销毁。`,
  cancelled: (serial: number) => `批次 ${serial} 已取消`,
  retry: '重新生成',
  retryText: (serial: number) => `重新生成批次 ${serial} 的 PDF 和清单。`,
  retried: (serial: number) => `批次 ${serial} 已重新开始生成`,
}

export const batchMessages = defineMessages(chinese, () => import('./messages.en'))
