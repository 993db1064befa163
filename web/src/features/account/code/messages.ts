import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  code: '验证码',
  send: '获取验证码',
  resend: '重新获取',
  resendIn: (seconds: number) => `${seconds} 秒后可重新获取`,
  sentTo: (target: string) => `验证码已发送至 ${target}，5 分钟内有效。`,
}

export const codeMessages = defineMessages(chinese, () => import('./messages.en'))
