import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  title: '管理证件快递常用地址',
  text: (n: number) => `请填写本单位收取入场证件的地址，仅限中国大陆，最多 ${n} 个。`,
  none: '还没有常用地址',
  noneHint: '新增地址后，人员可以选择快递领取证件。',
  add: '新增地址',
  full: '最多保存五个常用地址',
  isDefault: '默认',
  makeDefault: '设为默认',
  remove: '删除',
  keepMobile: (masked: string) => `现为 ${masked}，不修改可留空。`,
  fields: {
    recipient: '收件人',
    mobile: '手机号',
    postcode: '邮政编码',
    province_code: '省、自治区、直辖市',
    city_code: '市',
    district_code: '区、县',
    address: '详细地址',
  },
}

export const courierMessages = defineMessages(chinese, () => import('./messages.en'))
