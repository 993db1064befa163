import { computed, ref, watch, type Ref } from 'vue'
import type { Column } from '../table_column'

export const densities = ['compact', 'standard', 'roomy'] as const
export type Density = (typeof densities)[number]

/** What somebody has made of a table: its hidden columns, their order, and the height of its rows. */
interface Kept {
  hidden: string[]
  order: string[]
  density: Density
}

const fresh = (): Kept => ({ hidden: [], order: [], density: 'standard' })

/** A column that stays: the first one, which names the row, those that are fixed, and the row's actions. */
export const isFixed = <Row>(column: Column<Row>, columns: Column<Row>[]) => column === columns[0] || Boolean(column.fixed) || column.key === 'actions'

/** The columns and row height of a list as one person wants them, kept in this browser under `key`. */
export function useTableView<Row>(key: () => string, columns: () => Column<Row>[]) {
  const kept = ref(read(key())) as Ref<Kept>
  watch(key, (next) => (kept.value = read(next)))

  function change(changes: Partial<Kept>) {
    kept.value = { ...kept.value, ...changes }
    localStorage.setItem(nameOf(key()), JSON.stringify(kept.value))
  }

  const ordered = computed(() => inOrder(columns(), kept.value.order))
  const shown = computed(() => ordered.value.filter((column) => isFixed(column, columns()) || !kept.value.hidden.includes(column.key)))
  const hidden = computed({ get: () => kept.value.hidden, set: (next) => change({ hidden: next }) })
  const density = computed({ get: () => kept.value.density, set: (next) => change({ density: next }) })

  /** One place up or down among those that may move. */
  function move(key: string, by: 1 | -1) {
    const keys = ordered.value.filter((column) => !isFixed(column, columns())).map((column) => column.key)
    const from = keys.indexOf(key)
    if (from < 0 || keys[from + by] === undefined) return
    keys.splice(from + by, 0, ...keys.splice(from, 1))
    change({ order: keys })
  }

  const restore = () => change({ hidden: [], order: [] })
  return { ordered, shown, hidden, density, move, restore }
}

/** Those that stay keep their ends; a column that was not there when the order was made follows the others. */
function inOrder<Row>(columns: Column<Row>[], order: string[]): Column<Row>[] {
  if (order.length === 0) return columns
  const stays = columns.filter((column) => isFixed(column, columns))
  const moves = columns.filter((column) => !stays.includes(column))
  const place = (column: Column<Row>) => (order.includes(column.key) ? order.indexOf(column.key) : order.length)
  const isLast = (column: Column<Row>) => column.key === 'actions' || column.fixed === 'right'
  return [...stays.filter((column) => !isLast(column)), ...moves.toSorted((a, b) => place(a) - place(b)), ...stays.filter(isLast)]
}

const nameOf = (key: string) => `expogate.table.${key}`

/** What another release has kept, or somebody has written there, may be anything. */
function read(key: string): Kept {
  const text = localStorage.getItem(nameOf(key))
  const { hidden, order, density } = { ...fresh(), ...(text?.startsWith('{') ? (JSON.parse(text) as Partial<Kept>) : {}) }
  return { hidden: Array.isArray(hidden) ? hidden : [], order: Array.isArray(order) ? order : [], density: densities.includes(density) ? density : 'standard' }
}
