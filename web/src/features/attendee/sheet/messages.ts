import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  importPeople: '批量导入',
  importTitle: '批量导入人员',
  hint: '使用模板填写，一次最多 1000 人。有任何错误时不会导入任何人；导入后状态为“已保存”，请逐人补充证件照。',
  templateHint: '模板中的选项与填报页面一致，示例行不会导入。',
  sheetSummary: (rows: number) => `共 ${rows} 人。`,
  sheetApply: (n: number) => `导入 ${n} 人`,
  sheetApplied: (n: number) => `已导入 ${n} 人，请补充证件照`,
  exportPeople: '导出人员信息',
  exportChosen: (n: number) => `将导出已选的 ${n} 人。`,
  exportFiltered: (n: string) => `将导出符合当前条件的 ${n} 人。`,
  withPersonalData: '包含完整的证件号码、出生日期、手机号与邮箱',
  withPersonalDataHint: '完整个人信息的导出会记录在操作日志中。',
}

export const attendeeSheetMessages = defineMessages(chinese, () => import('./messages.en'))
