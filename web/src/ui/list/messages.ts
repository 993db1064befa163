import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  moreFilters: '更多筛选',
  allFilters: '全部筛选',
  filtersSet: (all: number, set: number) => `${all} 项，已用 ${set} 项`,
  findFilter: '查找条件',
  noSuchFilter: '没有这样的条件',
  moreChips: (n: number) => `另有 ${n} 项条件`,
  tools: '列表操作',
  moreActions: (name: string) => `更多操作 ${name}`,
  columns: '显示列',
  columnsShown: (shown: number, all: number) => `显示列 ${shown}/${all}`,
  fixedColumn: '固定',
  moveUp: (label: string) => `上移 ${label}`,
  moveDown: (label: string) => `下移 ${label}`,
  defaultColumns: '恢复默认',
  density: '行高',
  densities: { compact: '紧凑', standard: '标准', roomy: '宽松' },
  sorting: '排序',
  usualOrder: '默认排序',
  ascending: (label: string) => `${label} 升序`,
  descending: (label: string) => `${label} 降序`,
  rowKeys: '键盘快捷键',
  keyMeanings: { J: '下一行', K: '上一行', X: '选择或取消选择当前行', Enter: '打开当前行的第一项操作', '?': '显示快捷键' },
  keysWhen: '正在输入文字或打开对话框时，快捷键不起作用。',
  useKeys: '使用快捷键',
  noMatch: '没有匹配的选项',
  findChoice: '输入名称、拼音或代码查找',
}

export const listMessages = defineMessages(chinese, () => import('./messages.en'))
