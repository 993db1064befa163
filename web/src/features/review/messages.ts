import { defineMessages } from '@/shared/i18n/messages'

/** The words of every review, of an organization or of a person. */
export const chinese = {
  verdict: '审核结果',
  verdicts: {
    approve: '审核通过',
    reject: '审核不通过',
    return_for_changes: '退回修改',
  },
  verdictMissing: '请选择审核结果',
  opinion: '审核意见',
  opinionLength: (n: number, most: number) => `${n} / ${most} 字，会以短信或邮件告知。`,
  phrasesTitle: '常用意见',
  rejectFinally: '确认审核不通过',
  decided: (name: string, verdict: string) => `${name}：${verdict}`,
  decideAndNext: '审核并审核下一个',
  keys: '按 1、2、3 选择结果，Ctrl + Enter 审核并审核下一个，Esc 取消。',
  reloaded: '信息刚刚有更新，已重新载入。您填写的意见仍保留，请核对后再次提交。',
  conflictHint: '您的审核没有提交。',
  next: '审核下一个',
  allDone: '全部审核完成',
  allDoneHint: '当前条件下没有等您审核的了，辛苦了。',
  othersAtWork: (n: number) => `其余 ${n} 个正由其他审核员查看`,
  othersAtWorkHint: '稍后仍未处理的会重新出现在列表中。',
  backToList: '返回列表',
  waitingSince: (duration: string, since: string) => `已等待 ${duration}（自 ${since}）`,
  waitingDays: (n: number) => `${n} 天`,
  waitingHours: (n: number) => `${n} 小时`,
  remaining: (n: number) => `当前条件下待审核 ${n} 个`,
  visitedBy: (name: string, since: string) => `${name} 正在查看（自 ${since}）`,
  history: '审核记录',
  data: '信息',
  unmask: '查看完整信息',
  unmaskText: '查看完整的个人信息会记录在操作日志中，请填写原因。',
  unmaskReason: '原因',
}

export const reviewMessages = defineMessages(chinese, () => import('./messages.en'))
