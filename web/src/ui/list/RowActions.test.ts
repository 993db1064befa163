import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { h } from 'vue'
import AppButton from '../AppButton.vue'
import RowActions from './RowActions'

interface Given {
  label: string
  reason?: string
  lead?: boolean
  onClick?: () => void
}

function row(given: Given[]) {
  const nodes = () => given.map(({ label, ...props }) => h(AppButton, { variant: 'link', ...props }, () => label))
  return mount(RowActions, { props: { name: '上海启衡' }, slots: { default: nodes }, attachTo: document.body })
}

afterEach(() => (document.body.innerHTML = ''))

const words = (wrapper: ReturnType<typeof row>, selector: string) => wrapper.findAll(selector).map((each) => each.text())
const more = 'button[aria-haspopup=menu]'

describe('the actions of a row', () => {
  it('show one that can be used, and the others in a menu with the reason of those that cannot', async () => {
    const wrapper = row([{ label: '编辑', reason: '已截止' }, { label: '查看' }, { label: '审核' }])
    expect(words(wrapper, '.row-actions > button')).toEqual(['查看'])
    expect(wrapper.find(more).attributes('aria-label')).toBe('更多操作 上海启衡')
    await wrapper.find(more).trigger('click')
    expect(words(wrapper, '[role=menuitem]')).toEqual(['编辑已截止', '审核'])
    expect(wrapper.find('[role=menuitem]').attributes('aria-disabled')).toBe('true')
  })

  it('lead with what the page names, when it can be used', () => {
    expect(words(row([{ label: '查看' }, { label: '审核', lead: true }]), '.row-actions > button')).toEqual(['审核'])
    expect(words(row([{ label: '查看' }, { label: '审核', lead: true, reason: '已审核' }]), '.row-actions > button')).toEqual(['查看'])
  })

  it('need no menu when there is one only', () => {
    expect(row([{ label: '查看' }]).find(more).exists()).toBe(false)
    expect(row([]).findAll('button')).toHaveLength(0)
  })

  it('run what was chosen, with the keyboard back at the menu’s button; what is not allowed does nothing', async () => {
    const edit = vi.fn()
    const remove = vi.fn()
    const wrapper = row([{ label: '查看' }, { label: '编辑', onClick: edit }, { label: '删除', reason: '已提交', onClick: remove }])
    await wrapper.find(more).trigger('click')
    await wrapper.findAll('[role=menuitem]')[1]!.trigger('click')
    expect(remove).not.toHaveBeenCalled()
    await wrapper.findAll('[role=menuitem]')[0]!.trigger('click')
    expect(edit).toHaveBeenCalledOnce()
    expect(wrapper.find('[role=menu]').exists()).toBe(false)
    expect(document.activeElement).toBe(wrapper.find(more).element)
  })

  it('move by arrows, Home, End and a letter, and close by Esc', async () => {
    const wrapper = row([{ label: '查看' }, { label: 'Edit' }, { label: 'Move' }, { label: 'Void' }])
    await wrapper.find(more).trigger('click')
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Edit'))
    for (const [key, at] of [['ArrowDown', 'Move'], ['End', 'Void'], ['ArrowDown', 'Edit'], ['ArrowUp', 'Void'], ['Home', 'Edit'], ['m', 'Move']]) {
      await wrapper.find('[role=menu]').trigger('keydown', { key })
      expect(document.activeElement?.textContent).toBe(at)
    }
    await wrapper.find('[role=menu]').trigger('keydown', { key: 'Escape' })
    expect(document.activeElement).toBe(wrapper.find(more).element)
  })
})
