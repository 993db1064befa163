import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  services: '展会服务',
  welcome: '欢迎登录',
  organization: '单位信息登记',
  organizationText: '填写并提交单位信息',
  invitations: '快邀请',
  invitationsText: '邀请同事与同行',
  attendees: '人员证件申办',
  attendeesText: '填报参观人员并提交办证',
  orders: '人员证件订单',
  ordersText: '支付、发票与退款',
  parcels: '证件寄递',
  parcelsText: '包裹与快递单号',
  points: '积分兑换',
  pointsText: '积分与电子优惠券',
  data: '个人信息',
  account: '账户管理',
  hello: (name: string) => `欢迎, ${name}`,
  features: '功能',
}

export const visitorMessages = defineMessages(chinese, () => import('./messages.en'))
