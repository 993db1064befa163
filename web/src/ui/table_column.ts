import type { RouteLocationRaw } from 'vue-router'

export interface Column<Row> {
  key: string
  label: string
  align?: 'right' | 'center'
  /** Keeps a column in sight while the others scroll: the name on the left, 操作 on the right. */
  fixed?: 'left' | 'right'
  sortable?: boolean
  text?: (row: Row) => string | number | null
  /** Where the rows behind a figure are. */
  to?: (row: Row) => RouteLocationRaw | null
}

/** As the API takes it: `name` ascending, `-name` descending. */
export type Sort = string | undefined

export function nextSort(sort: Sort, key: string): Sort {
  if (sort === key) return `-${key}`
  return sort === `-${key}` ? undefined : key
}

export function ariaSort(sort: Sort, key: string): 'ascending' | 'descending' | 'none' {
  if (sort === key) return 'ascending'
  return sort === `-${key}` ? 'descending' : 'none'
}
