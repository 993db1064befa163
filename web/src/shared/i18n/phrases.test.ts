import { afterEach, expect, it } from 'vitest'
import { applyLocale } from './locale'
import { labelled, listed, titled, withNote } from './phrases'

afterEach(() => applyLocale('zh-CN'))

it('joins a label and its text as the language does', () => {
  expect([labelled('审核意见', '同意'), withNote('推荐码', '选填'), titled('隐私政策'), listed(['食品', '汽车'])]).toEqual(['审核意见：同意', '推荐码（选填）', '《隐私政策》', '食品、汽车'])
  applyLocale('en')
  expect([labelled('Comments', 'approved'), withNote('Code', 'optional'), titled('Privacy policy'), listed(['Food', 'Cars'])]).toEqual(['Comments: approved', 'Code (optional)', 'Privacy policy', 'Food, Cars'])
})
