import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  title: '往届专业观众人员',
  intro: '贵单位往届填报的人员。重新申办：带入往届信息，核对后保存，按普通人员办理。证件复用：沿用往届证件，无需缴费，证面信息（姓名、单位、职务、照片、人员标签）不能改变。',
  back: '返回人员证件申办',
  edition: '往届',
  hasApplied: '申办状态',
  applied: '已申办',
  notApplied: '未申办',
  apply: '重新申办',
  applyText: (n: number) => `将已选的 ${n} 人带入本届，状态为“已保存”，请逐人核对后保存。`,
  reuse: '证件复用',
  reuseText: (n: number) => `已选的 ${n} 人沿用往届证件，无需缴费。之后修改姓名、职务或照片将转为普通申办，需缴纳证件费。`,
  one: {
    apply: (name: string) => `将 ${name} 的往届信息带入本届，核对后保存。`,
    reuse: (name: string) => `${name} 沿用往届证件，无需缴费。之后修改姓名、职务或照片（或单位名称变更）将转为普通申办，需缴纳证件费。`,
  },
  reused: '已办理证件复用，请在人员证件申办中提交办证',
  look: '查看',
  empty: '没有往届人员',
  emptyHint: '贵单位往届填报过的人员显示在这里。',
}

export const pastAttendeeMessages = defineMessages(chinese, () => import('./messages.en'))
