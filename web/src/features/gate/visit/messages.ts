import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  title: '入场人员',
  day: '入场日期',
  firstEntered: '首次入场',
  lastPassage: '最后通行',
  entries: '入场次数',
  inside: '当日仍在场',
  organization: '单位',
  organizationHint: '单位名称或统一社会信用代码',
  group: '交易团（分团）',
  placement: '归属',
  placements: { direct: '团内直属', subordinate: '分团下属' },
  lastWas: { yes: '在场', no: '已离场' },
}

export const visitMessages = defineMessages(chinese, () => import('./messages.en'))
