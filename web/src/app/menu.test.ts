import { describe, expect, it } from 'vitest'
import { menuOf } from '@/doors/group/menu'
import { trailTo, type MenuItem } from './menu'

const labels = (items: MenuItem[]) => items.map((item) => item.label())
const allLabels = (items: MenuItem[]): string[] => items.flatMap((item) => [item.label(), ...allLabels(item.children ?? [])])

describe('the menu of a group', () => {
  it('has the order of the organizer', () => {
    expect(labels(menuOf('group'))).toEqual([
      '交易团待办任务及通知',
      '团内直属单位',
      '分团下属单位',
      '团内直属单位人员列表',
      '分团下属单位人员列表',
      '推荐重点邀请单位',
      '管理',
      '统计表',
      '招商引资信息管理',
      '车证申请',
      '组团观展',
      '账户管理',
    ])
  })

  it('is the same for a subgroup without what only groups have', () => {
    const group = allLabels(menuOf('group'))
    const subgroup = allLabels(menuOf('subgroup'))
    expect(group.filter((label) => !subgroup.includes(label))).toEqual(['分团下属单位', '分团下属单位人员列表', '推荐重点邀请单位', '人员类型额度管理'])
  })
})

describe('the way to a page', () => {
  const trail = (path: string) => labels(trailTo(path, menuOf('group')))

  it('goes down to the entry', () => {
    expect(trail('/group/administration/quotas/sponsorship')).toEqual(['管理', '额度管理', '统付配额管理'])
  })

  it('covers pages below an entry, and prefers the nearest one to the landing page', () => {
    expect(trail('/group/account/password')).toEqual(['账户管理'])
    expect(trail('/group')).toEqual(['交易团待办任务及通知'])
  })

  it('does not take a longer word for a page below', () => {
    expect(trail('/group/toursomething')).toEqual(['交易团待办任务及通知'])
  })
})
