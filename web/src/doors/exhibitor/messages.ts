import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  home: '首页',
  hello: (name: string) => `欢迎, ${name}`,
  promotions: '投资促进',
  appointments: '我的预约',
  account: '账户管理',
}

export const exhibitorMessages = defineMessages(chinese, () => import('./messages.en'))
