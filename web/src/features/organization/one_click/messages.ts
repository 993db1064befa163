import { defineMessages } from '@/shared/i18n/messages'
import { zoneName } from '@/shared/time'

export const chinese = {
  title: '一键注册',
  previewTitle: '将以往届信息注册本届',
  expires: (when: string) => `链接有效期至 ${when}（${zoneName()}），仅可使用一次。`,
  confirm: '确认并注册',
  consentNeeded: '请阅读并同意《个人信息及隐私保护政策》后注册',
  incomplete: '往届信息需要补充后才能提交。请以往届账号登录，补充后提交。',
  invalid: '链接无效、已使用或已过期',
  invalidHint: '请检查是否完整打开了邮件中的链接，或以往届账号登录后注册。',
  signIn: '以往届账号登录',
  done: (name: string, number: string) => `${name} 已注册，编号 ${number}`,
  doneHint: (state: string) => `当前状态：${state}。审核结果将通知联系人；登录后可查看进度。`,
}

export const oneClickMessages = defineMessages(chinese, () => import('./messages.en'))
