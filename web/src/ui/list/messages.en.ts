import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default {
  moreFilters: 'More filters',
  allFilters: 'All filters',
  filtersSet: (all: number, set: number) => `${all} filters, ${set} set`,
  findFilter: 'Find a filter',
  noSuchFilter: 'No such filter',
  moreChips: (n: number) => `${n} more ${n === 1 ? 'filter' : 'filters'}`,
  tools: 'List actions',
  moreActions: (name: string) => `More actions ${name}`,
  columns: 'Columns',
  columnsShown: (shown: number, all: number) => `Columns ${shown}/${all}`,
  fixedColumn: 'Fixed',
  moveUp: (label: string) => `Move ${label} up`,
  moveDown: (label: string) => `Move ${label} down`,
  defaultColumns: 'Restore defaults',
  density: 'Row height',
  densities: { compact: 'Compact', standard: 'Standard', roomy: 'Roomy' },
  sorting: 'Sort by',
  usualOrder: 'Default order',
  ascending: (label: string) => `${label}, ascending`,
  descending: (label: string) => `${label}, descending`,
  noMatch: 'No match',
  findChoice: 'Type a name, pinyin or code',
} satisfies Translation<typeof chinese>
