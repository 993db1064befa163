import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from '@/shared/api/problem'
import { sheetType, type ImportReport } from '@/shared/sheet'
import SheetImportDialog from './SheetImportDialog.vue'
import { importWords } from './sheet_words'

const clean: ImportReport = { rows: 5, added: 2, changed: 1, unchanged: 2, error_count: 0, errors: [] }
const wrong: ImportReport = {
  ...clean,
  error_count: 250,
  errors: [{ row: 3, column: '编码', code: 'catalogue.code_repeated', message: '编码与第 2 行重复' }],
}

const check = vi.fn<(sheet: Blob) => Promise<ImportReport>>()
const apply = vi.fn<(sheet: Blob) => Promise<ImportReport>>()
beforeEach(() => {
  check.mockReset().mockResolvedValue(clean)
  apply.mockReset().mockResolvedValue(clean)
})

const dialog = () => mount(SheetImportDialog<ImportReport>, { props: { title: '导入', hint: '', words: importWords, check, apply } })
type Dialog = ReturnType<typeof dialog>

async function choose(wrapper: Dialog, content = 'bytes') {
  const input = wrapper.find('input[type=file]')
  Object.defineProperty(input.element, 'files', { value: [new File([content], 'a.xlsx')], configurable: true })
  await input.trigger('change')
  await flushPromises()
}

async function submit(wrapper: Dialog) {
  await wrapper.find('form').trigger('submit')
  await flushPromises()
}

const action = (wrapper: Dialog) => wrapper.find('button[type=submit]')

describe('importing a sheet', () => {
  it('needs a file, checks it, says what would happen, and applies it only then', async () => {
    const wrapper = dialog()
    expect(action(wrapper).attributes('disabled')).toBeDefined()
    await choose(wrapper)
    await submit(wrapper)
    expect(check.mock.calls[0]![0].type).toBe(sheetType)
    expect(apply).not.toHaveBeenCalled()
    expect(wrapper.find('[role=status]').text()).toContain('新增 2，修改 1，不变 2')
    expect(action(wrapper).text()).toBe('应用 3 项更改')
    await submit(wrapper)
    expect(await apply.mock.calls[0]![0].text()).toBe('bytes')
    expect(wrapper.emitted('done')).toHaveLength(1)
  })

  it('shows what is wrong by row and column, and applies nothing until another file is clean', async () => {
    check.mockResolvedValueOnce(wrong)
    const wrapper = dialog()
    await choose(wrapper)
    await submit(wrapper)
    expect(wrapper.findAll('tbody td').map((cell) => cell.text())).toEqual(['3', '编码', '编码与第 2 行重复'])
    expect(wrapper.text()).toContain('有 250 处错误')
    expect(action(wrapper).text()).toBe('检查文件')
    await choose(wrapper, 'corrected')
    expect(wrapper.find('table').exists()).toBe(false)
    await submit(wrapper)
    expect(action(wrapper).text()).toBe('应用 3 项更改')
    expect(apply).not.toHaveBeenCalled()
  })

  it('shows errors that only appear when it is applied', async () => {
    apply.mockResolvedValue(wrong)
    const wrapper = dialog()
    await choose(wrapper)
    await submit(wrapper)
    await submit(wrapper)
    expect(wrapper.emitted('done')).toBeUndefined()
    expect(wrapper.find('table').exists()).toBe(true)
  })

  it('stays open when the file picker is left without a choice', async () => {
    const wrapper = dialog()
    await wrapper.find('input[type=file]').trigger('cancel')
    expect(wrapper.emitted('close')).toBeUndefined()
    await wrapper.find('dialog').trigger('cancel')
    expect(wrapper.emitted('close')).toHaveLength(1)
  })

  it('tells beside the field when the file is no sheet at all', async () => {
    check.mockRejectedValue(new ApiError(422, { errors: [{ field: 'file', code: 'sheet.not_a_sheet', message: '不是 xlsx 文件' }] }))
    const wrapper = dialog()
    await choose(wrapper)
    await submit(wrapper)
    expect(wrapper.find('.error').text()).toBe('不是 xlsx 文件')
  })
})
