import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  all: '对全部筛选结果操作',
  nobody: '没有符合筛选条件的人员',
  text: (total: string) => `将对当前筛选出的全部 ${total} 人进行操作，不只是本页。操作在后台逐人处理，不能处理的会说明原因。`,
  action: '操作',
  actions: { void_attendees: '注销', upgrade: '升级人员标签', sponsor: '确认代付', decline: '取消代付', waive_identity: '关闭信息验证' },
  consequences: {
    void_attendees: '注销后证件不再有效，不能恢复；同一证件可以重新填报。',
    upgrade: '占用本团名额，不能降级；已制证件作废并换发新证。',
    sponsor: '由本团支付证件费，人员锁定提交审核，不能撤销。',
    decline: '人员自行付款，之后不能再为其代付。',
    waive_identity: '不再验证姓名与证件是否一致，未通过的也可以审核通过；姓名或证件修改后重新验证。',
  },
  reasons: { void_attendees: '注销原因', waive_identity: '关闭原因' },
  to: '升级为',
  overLimit: '超出单位代付限额的也继续代付',
  begin: (count: number) => `确认对 ${count} 人操作`,
  doing: (met: number, total: number) => `已处理 ${met} / ${total} 人…`,
  ended: {
    queued: () => '',
    running: () => '',
    done: (done: number, refused: number) => `处理完毕：${done} 人已完成，${refused} 人未处理。`,
    cancelled: (done: number, refused: number) => `已停止：${done} 人已完成，${refused} 人未处理，其余未动。`,
    failed: (done: number, refused: number) => `未能继续：${done} 人已完成，${refused} 人未处理，其余未动。`,
  },
  progress: '进度',
  laterHint: '可以关闭此窗口，操作会继续；结果在“批量操作记录”中查看。',
  stop: '停止',
  close: '关闭',
  mine: '批量操作记录',
  refusedOnly: (count: number) => `只看未处理的 ${count} 人`,
  at: '时间',
  state: '状态',
  states: { queued: '排队中', running: '处理中', done: '已完成', cancelled: '已停止', failed: '失败' },
  total: '人数',
  done: '已完成',
  refused: '未处理',
  outcomes: '查看结果',
}

export const attendeeBatchMessages = defineMessages(chinese, () => import('./messages.en'))
