import { mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { nextTick, ref } from 'vue'
import type { Column } from '../table_column'
import ColumnChooser from './ColumnChooser.vue'
import { useTableView } from './table_view'

interface Row {
  id: string
}

const columns: Column<Row>[] = [
  { key: 'number', label: '编号' },
  { key: 'name', label: '名称', fixed: 'left' },
  { key: 'state', label: '状态' },
  { key: 'actions', label: '操作', fixed: 'right' },
]
const shownOf = (view: ReturnType<typeof useTableView<Row>>) => view.shown.value.map(({ key }) => key)

beforeEach(() => localStorage.clear())

describe('a table as somebody wants it', () => {
  it('is kept by person and list', () => {
    const view = useTableView(() => 'anna.organizations', () => columns)
    view.hidden.value = ['state']
    view.density.value = 'compact'
    const again = useTableView(() => 'anna.organizations', () => columns)
    expect([shownOf(again), again.density.value]).toEqual([['number', 'name', 'actions'], 'compact'])
    const others = useTableView(() => 'bob.organizations', () => columns)
    expect([shownOf(others), others.density.value]).toEqual([['number', 'name', 'state', 'actions'], 'standard'])
  })

  it('never loses what names a row, nor its actions', () => {
    const view = useTableView(() => 'a', () => columns)
    view.hidden.value = columns.map(({ key }) => key)
    expect(shownOf(view)).toEqual(['number', 'name', 'actions'])
  })

  it('has its columns in one’s own order, but the first ones and the actions', () => {
    const more: Column<Row>[] = [...columns.slice(0, 3), { key: 'day', label: '日期' }, columns[3]!]
    const view = useTableView(() => 'a', () => more)
    view.move('day', -1)
    view.move('day', -1)
    view.move('name', 1)
    expect(shownOf(view)).toEqual(['number', 'name', 'day', 'state', 'actions'])
    expect(shownOf(useTableView(() => 'a', () => [...more, { key: 'new', label: '新' }]))).toEqual(['number', 'name', 'day', 'state', 'new', 'actions'])
    view.restore()
    expect(shownOf(view)).toEqual(['number', 'name', 'state', 'day', 'actions'])
  })

  it('begins anew where what was kept is nothing that it knows', () => {
    localStorage.setItem('expogate.table.a', '{"density":"tiny","hidden":7}')
    const view = useTableView(() => 'a', () => columns)
    expect([shownOf(view).length, view.density.value]).toEqual([4, 'standard'])
  })
})

describe('the chooser of columns', () => {
  it('hides and shows by check boxes, counts, and restores', async () => {
    const hidden = ref<string[]>([])
    const wrapper = mount(ColumnChooser<Row>, { props: { columns, hidden: hidden.value, 'onUpdate:hidden': (next: string[]) => wrapper.setProps({ hidden: next }) }, attachTo: document.body })
    expect(wrapper.find('button').text()).toBe('显示列 4/4')
    await wrapper.find('button').trigger('click')
    const boxes = wrapper.findAll('input')
    expect(boxes.map((box) => (box.element as HTMLInputElement).disabled)).toEqual([true, true, false, true])
    await boxes[2]!.trigger('change')
    expect(wrapper.find('button').text()).toBe('显示列 3/4')
    await wrapper.find('[aria-label="上移 状态"]').trigger('click')
    await boxes[2]!.trigger('keydown', { key: 'ArrowDown', altKey: true })
    expect(wrapper.emitted('move')).toEqual([['state', -1], ['state', 1]])
    await wrapper.findAll('button').at(-1)!.trigger('click')
    expect(wrapper.emitted('restore')).toHaveLength(1)
    await wrapper.find('fieldset').trigger('keydown', { key: 'Escape' })
    await nextTick()
    expect(wrapper.find('fieldset').exists()).toBe(false)
    expect(document.activeElement).toBe(wrapper.find('button').element)
    wrapper.unmount()
  })
})
