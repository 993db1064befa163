import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  move: '指定到交易团/分团',
  text: (n: number) => `将已选的 ${n} 家单位指定到另一个交易团或分团。已使用的额度与统付仍计入原交易团。`,
  target: '交易团 / 分团',
}

export const moveMessages = defineMessages(chinese, () => import('./messages.en'))
