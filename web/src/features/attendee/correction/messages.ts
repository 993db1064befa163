import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  correct: '更正信息',
  correctOf: (name: string) => `更正信息 · ${name}`,
  openText: '更正需要查看完整信息，原因将记入操作日志和办理记录，并告知单位联系人。',
  reason: '更正原因',
  reasonIs: (reason: string) => `更正原因：${reason}`,
  open: '填写更正',
  save: '保存更正',
  saved: '信息已更正',
  presentPhoto: '现有照片',
  chosenPhoto: '您选择的照片',
  consequences: {
    badge_waits: '证面信息有变：证件尚未制作，将按更正后的信息制作。',
    badge_replaced: '证面信息有变：现有证件将立即作废，不能入场；新证件进入待制证，并通知本人。',
    reuse_ends: '证面信息有变：不再复用往届证件，将制作新证件，费用不变。',
    checked_again: '姓名或证件有变：信息验证将重新进行。',
  },
}

export const correctionMessages = defineMessages(chinese, () => import('./messages.en'))
