import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  title: '人员信息审核',
  waiting: '等待时间',
  organizationHint: '单位名称、统一社会信用代码',
  awaitsMe: '等我审核',
  awaitsMeOnly: '只看等我审核的',
  faceWarning: '照片人脸提示',
  faceWarnings: { true: '有提示', false: '正常' },
  review: '审核',
  approveAll: '批量审核通过',
  approveText: (n: number) => `将已选的 ${n} 人审核通过，本人会收到短信或邮件。请确认照片与信息均已核对。`,
  void: '注销',
  voidAll: '批量注销',
  voidText: (n: number) => `将注销已选的 ${n} 人，其证件不再有效，不能恢复；注销后同一证件可以重新填报。`,
  voidReason: '注销原因',
  evidence: '证件照',
  rejectionIsFinal: '审核不通过后，该人员本届不能再次申办；已缴费用可由单位申请退款。',
  rejectText: (name: string) => `${name} 将被审核不通过，不能再修改后提交。`,
  phrases: {
    photo: '照片不符合要求，请上传近期正面免冠照片',
    name: '姓名与证件不一致，请核对',
    document: '证件号码有误，请核对',
    position: '请填写完整的职务',
  },
}

export const attendeeReviewMessages = defineMessages(chinese, () => import('./messages.en'))
