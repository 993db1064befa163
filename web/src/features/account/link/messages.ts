import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  title: '设置账号密码',
  hello: (name: string) => `${name}，您好！`,
  account: '登录名',
  invalid: '链接不可用',
  invalidHint: '链接已失效或已使用。请联系为您开通账号的管理员重新发送。',
  submit: '设置密码',
  authenticator: '第二步验证',
  authenticatorHint: '本账号登录需要第二步验证。请用手机上的验证器应用（如 Microsoft Authenticator、FreeOTP）扫描二维码，再输入显示的 6 位数字。',
  done: '密码已设置，请登录',
  sentTitle: '个人链接',
  sentTo: (name: string, to: string) => `已向 ${name} 的 ${to} 发送个人链接，由本人设置密码。`,
  handOver: (name: string) => `系统暂时无法通知 ${name}。请亲自将此链接交给本人，关闭后不再显示：`,
  validUntil: (when: string) => `链接有效期至 ${when}，仅可使用一次。`,
  state: '密码链接',
  states: { none: '—', waiting: '等待本人设置', expired: '已过期，请重新发送', used: '已设置' },
  resend: '发送新链接',
}

export const linkMessages = defineMessages(chinese, () => import('./messages.en'))
