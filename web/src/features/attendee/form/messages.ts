import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  add: '新增人员',
  edit: '编辑人员',
  saved: '人员已保存',
  putAside: '已暂存，可稍后补充',
  putAsideAction: '暂存',
  draftHint: '信息不全时可先暂存。',
  reuseNote: '证件复用：沿用往届证件，无需缴费。修改姓名、职务、照片（以及单位名称）后将转为普通申办，需缴纳证件费。',
  reuseEnds: '证面信息已修改：保存后转为普通申办，并按入场日期收取证件费。',
  opinion: (text: string) => `审核意见：${text}`,
  numberHints: {
    none: '请先选择证件类型。',
    resident_id: '18 位，末位可能为 X。',
    hk_mo_permit: 'H 或 M 加 8 位数字，非中国籍为 HA 或 MA 加 7 位数字。',
    taiwan_permit: '8 位数字。',
    hk_mo_tw_residence: '18 位。',
    passport: '与护照一致的字母和数字。',
    foreign_permanent_residence: '新证 18 位，以 9 开头；旧证 15 位。',
  },
  numberRead: '出生日期和性别已按证件号码填写。',
  numberWrong: '证件号码与证件类型不符，请核对。',
  nameOnBadge: '与护照一致，将印在证件上。',
  mobileHint: '审核结果和领证信息发送到此手机。',
  emailHint: '审核结果和领证信息发送到此邮箱。',
  typeWithPlaces: (type: string, free: number) => `${type}（剩余 ${free} 个名额）`,
  typeHint: 'VIP 和工作人员免费，名额由所属交易团（分团）分配',
  optionWithFee: (option: string, fee: string) => `${option} · ¥${fee}`,
  onsiteOnly: '证件仅快递至中国大陆地址，境外单位请现场领取。',
  addressLine: (recipient: string, mobile: string, address: string) => `${recipient} ${mobile} ${address}`,
  manageAddresses: '管理证件快递常用地址',
}

export const attendeeFormMessages = defineMessages(chinese, () => import('./messages.en'))
