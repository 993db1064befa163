import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  title: '一键注册',
  text: '向上届参展且本届尚未注册的单位发送带有个人链接的邮件，单位核对往届信息后一键完成注册。每个链接只能使用一次。',
  counts: { invitable: '可邀请', sent: '已发送', used: '已注册', expired: '已过期' },
  unit: (n: number) => `${n} 家`,
  send: '发送邀请邮件',
  confirm: (n: number) => `将向 ${n} 家往届单位的联系人发送邀请邮件。已发出的邮件不能撤回。`,
  nobody: '没有可以邀请的单位',
  ordered: '已开始发送，数字会逐步更新。',
  update: '更新数字',
}

export const oneClickInvitationMessages = defineMessages(chinese, () => import('./messages.en'))
