import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  title: '认领统一社会信用代码',
  text: '如贵单位的统一社会信用代码被其他单位误填注册，可在此上传证照提出认领，由主办方核实处理。',
  mobileHint: '处理结果将以短信发送到此号码。',
  explanation: '情况说明（选填）',
  submit: '提交认领',
  done: '认领已提交',
  doneHint: (mobile: string) => `主办方核实后，结果将以短信发送到 ${mobile}。`,
  home: '返回首页',
}

export const claimMessages = defineMessages(chinese, () => import('./messages.en'))
