import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  identity: '信息验证',
  states: { not_asked: '未验证', matched: '验证通过', failed: '验证未通过', unavailable: '暂时无法验证', waived: '已关闭验证' },
  findings: {
    matched: '姓名与证件一致',
    name_differs: '姓名与证件不一致',
    no_such_document: '查无此证件',
    document_invalid: '证件已失效',
    not_covered: '该证件类型不支持在线验证',
  },
  hints: {
    not_asked: '没有验证结果，请人工核对姓名与证件。',
    matched: '姓名与证件属于同一人。',
    failed: '不能审核通过。请核实后退回修改；确认无误的，可关闭信息验证。',
    unavailable: '验证服务没有应答，系统会自动再次验证；请人工核对。',
    waived: '姓名或证件修改后，将重新验证。',
  },
  at: (time: string) => `于 ${time}`,
  waive: '关闭信息验证',
  waiveText: (n: number) => `将关闭已选的 ${n} 人的信息验证：不再验证姓名与证件是否一致，未通过的也可以审核通过。姓名或证件修改后，将重新验证。`,
  waiveReason: '关闭原因',
}

export const identityMessages = defineMessages(chinese, () => import('./messages.en'))
