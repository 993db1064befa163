import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  title: '账号管理',
  keyword: '关键字',
  keywordHint: '登录账号或姓名',
  kind: '账号类型',
  kinds: {
    contact: '单位联络员',
    attendee: '参观人员',
    group: '交易团 / 分团',
    bureau: '主办方',
    exhibitor: '参展商',
    gate_device: '闸机设备',
  },
  twoStep: '二次验证',
  twoSteps: { none: '未启用', sms: '短信', totp: '身份验证器', passkey: '通行密钥' },
  locked: '锁定',
  lockedUntil: (when: string) => `锁定至 ${when}`,
  add: '新增主办方账号',
  disablingText: (name: string) => `停用账号 ${name} 后，该账号将立即退出登录，且不能再登录，直到重新启用。`,
  edit: (name: string) => `编辑账号 ${name}`,
  unlock: '解除锁定',
  unlockText: (name: string) => `${name} 可以立即重新登录，登录失败次数清零。`,
  unmask: '查看完整信息',
  unmaskText: '查看完整的个人信息会记录在操作日志中，请填写原因。',
  field: '信息',
  reason: '原因',
  show: '查看',
  emailOptional: '邮箱（选填）',
  sheetImport: '导入账号',
  sheetTitle: '批量开通账号',
  sheetHint: '请先下载模板（xlsx），尚无账号的交易团和分团已列出；每行一个账号。本人会收到设置密码的个人链接；有一处错误则全部不导入。',
  sheetSummary: (rows: number) => `共 ${rows} 行。`,
  sheetApply: (changes: number) => `开通 ${changes} 个账号并发送链接`,
  sheetApplied: (added: number) => `已开通 ${added} 个账号`,
}

export const adminAccountMessages = defineMessages(chinese, () => import('./messages.en'))
