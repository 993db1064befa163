import { mount } from '@vue/test-utils'
import { reactive } from 'vue'
import { describe, expect, it, vi } from 'vitest'
import { ApiError } from '@/shared/api/problem'
import type { ListPage as List } from '@/shared/list_page'
import ConfirmDialog from './ConfirmDialog.vue'
import ConflictNotice from './ConflictNotice.vue'
import ListPage from './ListPage.vue'

interface Row {
  id: string
  name: string
}

function page(changes: object) {
  const list = reactive({
    fields: [],
    filters: {},
    page: 1,
    pageSize: 15,
    sort: undefined,
    rows: [{ id: 'a', name: '上海' }],
    total: 1,
    isCapped: false,
    isFirstLoad: false,
    isBusy: false,
    error: null,
    retry: vi.fn(),
    selected: new Set<string>(),
    ...changes,
  }) as unknown as List<Row>
  const wrapper = mount(ListPage<Row>, {
    props: { list, columns: [{ key: 'name', label: '名称' }], caption: '单位', rowName: (row: Row) => row.name },
    slots: { tools: '<button>导出</button>', batch: '<button>批量审核</button>', name: ({ row }: { row: Row }) => `«${row.name}»` },
  })
  return { list, wrapper }
}

describe('a list page', () => {
  it('gives the rows to the slots of its columns', () => {
    expect(page({}).wrapper.find('tbody').text()).toContain('«上海»')
  })

  it('shows a skeleton only the first time, and dims old rows afterwards', () => {
    expect(page({ isFirstLoad: true }).wrapper.find('table').exists()).toBe(false)
    expect(page({ isBusy: true }).wrapper.find('[role=region]').attributes('aria-busy')).toBe('true')
  })

  it('puts the batch bar in the place of the tools when something is selected, and clears it', async () => {
    const { wrapper } = page({})
    expect(wrapper.text()).toContain('导出')
    await wrapper.find('tbody input').trigger('change')
    expect(wrapper.text()).toContain('已选 1 项')
    expect(wrapper.text()).toContain('批量审核')
    expect(wrapper.text()).not.toContain('导出')
    await wrapper.find('.bar--batch button').trigger('click')
    expect(wrapper.text()).toContain('导出')
  })

  it('shows an error with another try instead of the table', async () => {
    const { list, wrapper } = page({ error: new ApiError(503, { request_id: 'r-9' }) })
    expect(wrapper.find('[role=alert]').text()).toContain('r-9')
    await wrapper.find('[role=alert] button').trigger('click')
    expect(list.retry).toHaveBeenCalledOnce()
  })
})

describe('a confirmation', () => {
  const dialog = (run: () => Promise<unknown>) =>
    mount(ConfirmDialog, { props: { title: '停用', consequence: '将退出 3 台设备', action: '停用', run }, attachTo: document.body })

  it('names the consequence and says when it is done', async () => {
    const wrapper = dialog(async () => {})
    expect(wrapper.text()).toContain('将退出 3 台设备')
    await wrapper.find('footer button').trigger('click')
    await vi.waitFor(() => expect(wrapper.emitted('done')).toHaveLength(1))
  })

  it('stays open with the reason when the server refuses', async () => {
    const wrapper = dialog(() => Promise.reject(new ApiError(409, { detail: '单位已审核' })))
    await wrapper.find('footer button').trigger('click')
    await vi.waitFor(() => expect(wrapper.text()).toContain('单位已审核'))
    expect(wrapper.emitted('done')).toBeUndefined()
  })
})

it('a conflict shows only what differs, in words; what only the others changed is theirs, and every choice can be made', async () => {
  const wrapper = mount(ConflictNotice, {
    props: {
      mine: { name: '甲', state: 'active', note: '我的' },
      theirs: { name: '甲', state: 'disabled', note: '别人的' },
      original: { name: '甲', state: 'active', note: '' },
      labels: { name: '名称', state: '状态', note: '备注' },
      words: { state: { active: '正常', disabled: '已停用' } },
    },
  })
  expect(wrapper.findAll('tbody tr').map((row) => row.text())).toEqual(['状态已停用正常', '备注别人的我的'])
  await wrapper.find('button').trigger('click')
  await wrapper.findAll('tbody tr')[1]!.find('input').trigger('change')
  await wrapper.find('button').trigger('click')
  expect(wrapper.emitted('merge')).toEqual([[['state']], [['state', 'note']]])
})
