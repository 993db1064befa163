import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  title: '证件列表',
  organization: '单位名称',
  organizationHint: '名称或统一社会信用代码',
  produce: '新建制证批次',
  produceTitle: '新建制证批次',
  produceText: '从待制证的证件中按单位顺序取出，生成一份 PDF（每页一证）和一份清单。',
  all: '全部',
  look: '查看',
  confirm: (count: number) => `确认制证 ${count} 张`,
  finds: (count: number) => (count ? `将制证 ${count} 张：` : '没有符合条件的待制证人员'),
  unprintable: (count: number) => `其中 ${count} 张含有字体中没有的字，会印成方框。请先更正，或确认照印：`,
  hasBoxes: '照印，缺字处为方框',
  most: '最多张数',
  mostHint: '1 到 2000',
  produced: (serial: number) => `批次 ${serial} 已开始生成`,
  reissue: '补证或换证',
  reissueTitle: (number: string) => `为证件 ${number} 补证或换证`,
  reissueText: '原证件立即失效，不能再入场。新证件进入待制证，可在批次中或现场制作。',
  reissueKinds: { reprint: '补证（遗失或损坏）', replacement: '换证（证面信息有变）' },
  reason: '理由',
  reissued: (number: string) => `已生成新证件 ${number}`,
}

export const badgeListMessages = defineMessages(chinese, () => import('./messages.en'))
