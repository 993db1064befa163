import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  title: '在线注册',
  steps: '注册步骤',
  stepOrigin: '来源与类别',
  stepLicence: '证照与名称',
  stepAccount: '账号验证',
  pastVisitor: '我是往届专业观众',
  pastByPassword: '用密码登录',
  pastByCode: '用短信验证码找回密码',
  pastText: '往届账号可以直接登录，往届信息会自动带入。',
  groupHint: '按所在地或隶属关系选择。',
  optional: '选填',
  invitedBy: (group: string, name: string) => `${group} 邀请 ${name} 参展参会。`,
  invitedText: (until: string) => `交易团、推荐码和单位名称已填好，请核对。链接有效期至 ${until}。`,
  leaveInvitation: '不是受邀单位，不用链接注册',
  referralHint: '如有单位推荐，请填写其推荐码。',
  invitationHint: '如有交易团邀请，请填写 11 位邀请码；没有可留空。',
  mobileHint: '用于登录验证、找回密码和接收审核结果。',
  emailHint: '即登录账号，用于验证、找回密码和接收审核结果。',
  passwordWeak: '密码不符合要求',
  confirmation: '确认密码',
  confirmationDiffers: '两次输入的密码不一致',
  next: '下一步',
  back: '上一步',
  submit: '完成注册',
  signIn: '登录',
  recover: '找回密码',
  claim: '提交认领',
  signInAsPast: '以往届账号登录',
}

export const registrationMessages = defineMessages(chinese, () => import('./messages.en'))
