import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  titles: { direct: '团内直属单位人员列表', subordinate: '分团下属单位人员列表' },
  upgrade: '升级人员标签',
  to: '升级为',
  upgradeText: (count: number) => `将升级 ${count} 人的人员标签，占用本团名额，不能降级。已缴费用不退；已制证件作废并换发新证。`,
}

export const groupAttendeeMessages = defineMessages(chinese, () => import('./messages.en'))
