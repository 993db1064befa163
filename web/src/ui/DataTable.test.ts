import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import DataTable from './DataTable.vue'
import type { Column } from './table_column'

interface Row {
  id: string
  name: string
  people: number
}

const rows: Row[] = [
  { id: 'a', name: '上海交易团', people: 3 },
  { id: 'b', name: '北京交易团', people: 0 },
]
const columns: Column<Row>[] = [
  { key: 'name', label: '名称', sortable: true },
  { key: 'people', label: '人数', align: 'right' },
]

function table(props: object = {}) {
  const wrapper = mount(DataTable<Row>, {
    props: {
      columns,
      rows,
      caption: '交易团',
      'onUpdate:sort': (sort: string | undefined) => wrapper.setProps({ sort }),
      'onUpdate:selected': (selected: Set<string>) => wrapper.setProps({ selected }),
      ...props,
    },
  })
  return wrapper
}

describe('the table', () => {
  it('has a caption, a name for its scroll region, and a zero that is not taken for nothing', () => {
    const wrapper = table()
    expect(wrapper.find('caption').text()).toBe('交易团')
    expect(wrapper.find('[role=region]').attributes('aria-label')).toBe('交易团')
    expect(wrapper.findAll('tbody td').map((cell) => cell.text())).toEqual(['上海交易团', '3', '北京交易团', '0'])
  })

  it('sorts up, down and not at all, and tells so to a screen reader', async () => {
    const wrapper = table()
    const states: (string | undefined)[] = []
    for (let i = 0; i < 3; i++) {
      await wrapper.find('th button').trigger('click')
      states.push(wrapper.find('th').attributes('aria-sort'))
    }
    expect(states).toEqual(['ascending', 'descending', 'none'])
    expect(wrapper.emitted('update:sort')).toEqual([['name'], ['-name'], [undefined]])
    expect(wrapper.findAll('th')[1]!.attributes('aria-sort')).toBeUndefined()
  })

  it('says what is missing when it is empty', () => {
    const cell = table({ rows: [] }).find('tbody td')
    expect(cell.attributes('colspan')).toBe('2')
    expect(cell.text()).toContain('没有符合条件的记录')
  })
})

describe('the selection', () => {
  const rowName = (row: Row) => row.name

  it('names each row and survives a change of page', async () => {
    const wrapper = table({ rowName })
    expect(wrapper.find('tbody input').attributes('aria-label')).toBe('选择 上海交易团')
    await wrapper.find('tbody input').trigger('change')
    await wrapper.setProps({ rows: [{ id: 'c', name: '新疆', people: 1 }] })
    await wrapper.find('thead input').trigger('change')
    expect([...wrapper.props('selected')!]).toEqual(['a', 'c'])
  })

  it('shows a mixed state when only some rows of the page are selected', async () => {
    const wrapper = table({ rowName, selected: new Set(['b']) })
    const all = wrapper.find('thead input').element as HTMLInputElement
    expect([all.checked, all.indeterminate]).toEqual([false, true])
    await wrapper.setProps({ selected: new Set(['a', 'b']) })
    expect([all.checked, all.indeterminate]).toEqual([true, false])
  })
})
