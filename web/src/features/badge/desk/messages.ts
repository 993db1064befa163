import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  title: '现场领证',
  question: '证件号码、人员编号或二维码',
  questionHint: '扫描证件上的二维码，或输入身份证件号码、人员编号（P…）、证件编号（B…）后按回车',
  ask: '查找',
  nobody: '没有找到',
  nobodyHint: '请核对号码；往届证件若未复用，本届查不到。',
  next: '下一位',
  photoOf: (name: string) => `${name}的照片`,
  noBadge: '审核通过后才有证件',
  notApproved: '未审核通过，不能发证',
  courier: '本人选择了快递，发放前请核对寄递状态',
  print: '现场制证',
  printText: (name: string, number: string) => `为${name}制作证件 ${number}。制作后即可发放和入场。`,
  printed: (number: string) => `证件 ${number} 已制作，请打印`,
  pdf: '打印 PDF',
  handOver: '发放',
  handOverText: (name: string, number: string) => `确认已核对身份，将证件 ${number} 交给${name}。`,
  handedOver: (number: string) => `证件 ${number} 已发放`,
  reissue: '补证或换证',
  newest: '当前证件',
  former: '原证件',
}

export const deskMessages = defineMessages(chinese, () => import('./messages.en'))
