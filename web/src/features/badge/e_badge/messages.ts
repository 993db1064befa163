import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  title: '电子证件',
  show: '入场时出示此二维码，并携带身份证件原件',
  notYet: '证件制作完成后，这里会显示入场二维码',
  voided: '该人员已注销，证件不能入场',
  invalid: '链接无效',
  invalidHint: '请使用短信或邮件中的完整链接，或联系单位联系人。',
  tracking: '快递单号',
  photoOf: (name: string) => `${name}的照片`,
  checkTitle: '证件有效性查询',
  checkLabel: '证件编号或二维码内容',
  checkHint: '证件二维码下方的编号，如 B8-00000001',
  check: '查询',
  standings: {
    active: '该证件本届有效，可以入场',
    not_active: '该证件本届未开通，不能入场',
    revoked: '该证件已注销，不能入场',
    unknown: '没有查到该证件',
  },
  standingHints: {
    active: '请妥善保管，并携带身份证件原件入场。',
    not_active: '往届证件可由单位联系人申请“证件复用”，审核通过后开通。',
    revoked: '证件已换发或人员已注销，请使用新证件。',
    unknown: '请核对编号。',
  },
}

export const eBadgeMessages = defineMessages(chinese, () => import('./messages.en'))
