// Every page in both languages, and every dialog, against WCAG 2.2 AA (web.md 8.5); visitors' pages on a narrow phone.
import { expect, test, type Page } from '@playwright/test'
import type { Player } from '../cast/cast.ts'
import { violations, violationsInBothLanguages } from './support/axe.ts'
import { enter, passSecondStep, setStage, settled, typeCredentials } from './support/stage.ts'
import { allPages } from './support/routes.ts'
import { pressAnywhere } from './support/rows.ts'

// What is found names its place; to keep every step of so many pages would take longer than to scan them.
test.use({ trace: 'off' })
const stage = setStage()

for (const player of [null, 'anna', 'exhibitor', 'shanghai', 'bureau'] as (Player | null)[]) {
  test(`every page of ${player ?? 'a stranger'} in both languages`, async ({ page, context }) => {
    test.setTimeout(600_000)
    if (player) await enter(context, stage.cast, player)
    const fresh = await context.browser()!.newPage({ baseURL: stage.server.url })
    const pages = (await allPages(fresh)).filter((each) => each.player === player)
    await fresh.close()
    expect(pages.length).toBeGreaterThan(3)
    const found: string[] = []
    for (const { path } of pages) {
      await page.goto(path)
      await settled(page)
      found.push(...(await violationsInBothLanguages(page, path)))
    }
    expect(found).toEqual([])
  })
}

test('the scan sees a fault where there is one', async ({ page }) => {
  await page.goto('/')
  await settled(page)
  await page.evaluate(() => document.querySelector('main')!.append(document.createElement('img')))
  expect((await violations(page, '/')).join()).toContain('image-alt')
})

/** What opens over a page: the page, then the button in Chinese and in English. */
const dialogs: [player: Player, path: string, chinese: string, english: string, chosen?: 'of a chosen row'][] = [
  ['bureau', '/bureau/editions', '新建下一届', 'Create next edition'],
  ['bureau', '/bureau/editions/8', '编辑', 'Edit'],
  ['bureau', '/bureau/entry_options', '新增入场日期', 'Add entry dates'],
  ['bureau', '/bureau/entry_options', '编辑', 'Edit'],
  ['bureau', '/bureau/catalogues/visit_purpose', '新增条目', 'Add item'],
  ['bureau', '/bureau/catalogues/visit_purpose', '编辑', 'Edit'],
  ['bureau', '/bureau/catalogues/visit_purpose', '删除', 'Delete'],
  ['bureau', '/bureau/trading_groups', '新增交易团', 'Add group'],
  ['bureau', '/bureau/trading_groups', '编辑', 'Edit'],
  ['bureau', '/bureau/trading_groups', '更换邀请码', 'New invitation code'],
  ['bureau', '/bureau/trading_groups', '群发邮件', 'Send bulk e-mail'],
  ['bureau', '/bureau/trading_groups', '导出', 'Export'],
  ['bureau', '/bureau/trading_groups?kind=group', '保存当前筛选', 'Save these filters'],
  ['bureau', '/bureau/trading_groups?kind=group', '管理常用筛选', 'Manage saved views'],
  ['bureau', '/bureau/account/exports', '删除', 'Delete'],
  ['bureau', '/bureau/organizations?state=rejected', '撤销不通过', 'Reverse rejection'],
  ['bureau', '/bureau/one_click_invitations', '发送邀请邮件', 'Send invitations'],
  ['bureau', '/bureau/accounts', '新增主办方账号', 'Add organizer account'],
  ['bureau', '/bureau/accounts', '编辑', 'Edit'],
  ['bureau', '/bureau/accounts', '重置密码', 'Reset password'],
  ['bureau', '/bureau/accounts', '查看完整信息', 'Show full details'],
  ['bureau', '/bureau/badges', '新建制证批次', 'New production batch'],
  ['bureau', '/bureau/badges', '补证或换证', 'Reissue badge'],
  ['bureau', '/bureau/badges/batches?state=ready', '完成制证', 'Complete batch'],
  ['bureau', '/bureau/badges/parcels', '拆包', 'Unpack'],
  ['bureau', '/bureau/badges/parcels', '查看', 'View'],
  ['bureau', '/bureau/badges/parcels', '导入快递单号', 'Import tracking numbers'],
  ['bureau', '/bureau/notices', '新增通知', 'Add notice'],
  ['bureau', '/bureau/notices', '编辑', 'Edit'],
  ['bureau', '/bureau/notices', '发布', 'Publish'],
  ['bureau', '/bureau/notices', '撤回', 'Withdraw'],
  ['bureau', '/bureau/mailing_templates', '新增模板', 'Add template'],
  ['bureau', '/bureau/mailing_templates', '编辑', 'Edit'],
  ['bureau', '/bureau/mailing_templates', '删除', 'Delete'],
  ['bureau', '/bureau/articles', '新增内容', 'Add article'],
  ['bureau', '/bureau/articles', '编辑', 'Edit'],
  ['bureau', '/bureau/articles', '撤回', 'Withdraw'],
  ['bureau', '/bureau/articles', '删除', 'Delete'],
  ['bureau', '/bureau/audit', '详情', 'Details'],
  ['bureau', '/bureau/quotas', '调整额度', 'Adjust quota'],
  ['bureau', '/bureau/group_payments?is_permitted=false', '开通权限', 'Enable'],
  ['bureau', '/bureau/group_payments?is_permitted=true', '收回权限', 'Withdraw'],
  ['gates', '/bureau/gates', '新增设备', 'Add device'],
  ['gates', '/bureau/gates', '新增入口', 'Add entrance'],
  ['gates', '/bureau/gates', '编辑', 'Edit'],
  ['shanghai', '/group', '关于注册、审核与统付截止时间的通知', 'Deadline of registration, review and group payment'],
  ['bureau', '/bureau/key_invitees', '向交易团推荐', 'Recommend to a trading group'],
  ['bureau', '/bureau/key_invitees?source=bureau', '撤回', 'Withdraw'],
  ['shanghai', '/group/key_invitees', '新增推荐', 'Add recommendation'],
  ['shanghai', '/group/key_invitees?state=recommended', '修改', 'Edit'],
  ['shanghai', '/group/key_invitees?state=recommended', '发送邀请', 'Send invitation'],
  ['shanghai', '/group/key_invitees?source=bureau', '搁置', 'Defer'],
  ['shanghai', '/group/key_invitees', '导入', 'Import'],
  ['shanghai', '/group/key_invitees', '查看 手机', 'View Mobile'],
  ['shanghai', '/group/organizations/direct?awaits_me=true', '编辑', 'Edit'],
  ['shanghai', '/group/organizations/direct?awaits_me=true', '导出单位信息', 'Export organizations'],
  ['shanghai', '/group/administration/quotas/organizations', '新增单位额度', 'Add organization quota'],
  ['shanghai', '/group/administration/quotas/organizations', '导入额度表', 'Import quota sheet'],
  ['bureau', '/bureau/trading_groups', '导入表格', 'Import sheet'],
  ['shanghai', '/group/administration/quotas/organizations', '修改', 'Edit'],
  ['shanghai', '/group/administration/quotas/organizations', '收回', 'Delete'],
  ['shanghai', '/group/administration/quotas/sponsorship', '设置默认统付额度', 'Set default limit'],
  ['shanghai', '/group/administration/quotas/sponsorship', '设置额度', 'Set limit'],
  ['shanghai', '/group/attendees/direct/list', '开启统付', 'Turn group payment on'],
  ['shanghai', '/group/attendees/direct/list', '对全部筛选结果操作', 'Act on all filtered results'],
  ['shanghai', '/group/attendees/direct/list', '群发邮件', 'Send bulk e-mail'],
  ['shanghai', '/group/attendees/direct/list?state=awaiting_payment', '升级人员标签', 'Upgrade badge type'],
  ['shanghai', '/group/attendees/direct/list?state=awaiting_payment', '注销', 'Void'],
  ['shanghai', '/group/attendees/direct/list?state=awaiting_payment', '关闭信息验证', 'Waive identity check', 'of a chosen row'],
  ['shanghai', '/group/account/sub_accounts', '新增子账号', 'Add sub-account'],
  ['shanghai', '/group/account/sub_accounts', '编辑', 'Edit'],
  ['shanghai', '/group/account/sub_accounts', '停用', 'Disable'],
  ['shanghai', '/group/account/sub_accounts', '重置密码', 'Reset password'],
]

/** “Edit” is not “Last edited”. */
const asWritten = (name: string) => new RegExp(`${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)

/** A draft to publish, which is a line of the audit log as well; a view to manage, an export to remove. */
test.beforeAll(async () => {
  const bureau = await stage.cast.as('bureau')
  const draft = { title_zh: '草稿', title_en: 'Draft', body_zh: '草稿', body_en: 'Draft', level: 'info', audience: 'groups' }
  expect((await bureau.post('/admin/notices', draft)).status).toBe(200)
  expect((await bureau.post('/my/saved_views', { list: 'trading_groups', name: '分团', query: 'kind=subgroup' })).status).toBe(200)
  expect((await bureau.post('/admin/trading_groups/exports', {})).status).toBe(200)
  expect((await bureau.put('/group_payments/G09/permission', { is_permitted: true }, 0)).status).toBe(200)
})

for (const player of ['bureau', 'gates', 'shanghai'] as const) {
  for (const language of ['zh-CN', 'en'] as const) {
    test(`every dialog of ${player} in ${language}`, async ({ page, context }) => {
      test.setTimeout(300_000)
      await enter(context, stage.cast, player, language)
      const found: string[] = []
      let shown = ''
      for (const [, path, chinese, english, chosen] of dialogs.filter(([opener]) => opener === player)) {
        if (path !== shown) await page.goto((shown = path))
        await settled(page)
        if (chosen) await page.getByRole('main').getByRole('row').nth(1).getByRole('checkbox').check()
        await pressAnywhere(page, asWritten(language === 'en' ? english : chinese))
        await expect(page.getByRole('dialog')).toBeVisible()
        found.push(...(await violations(page, `${path} > ${english} (${language})`)))
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toHaveCount(0)
      }
      expect(found).toEqual([])
    })
  }
}

test('forms with errors, the second step, an open menu and open choices', async ({ page, context }) => {
  const found: string[] = []
  await page.goto('/sign_in?door=group')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: '处需要修改' })).toBeVisible()
  found.push(...(await violations(page, 'sign-in with errors')))
  await typeCredentials(page, 'haidian')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('二次验证')
  found.push(...(await violations(page, 'second step')))
  await passSecondStep(page)
  await settled(page)
  for (const branch of ['管理', '统计表']) await page.getByRole('navigation', { name: '主菜单' }).getByText(branch, { exact: true }).click()
  found.push(...(await violations(page, 'open menu')))
  await page.getByRole('button', { name: '收起菜单' }).click()
  found.push(...(await violations(page, 'narrow menu')))

  await enter(context, stage.cast, 'bureau')
  await page.goto('/bureau/accounts?kind=group&page_size=10')
  await settled(page)
  await page.getByRole('button', { name: '角色' }).click()
  await expect(page.getByRole('group', { name: '角色' })).toBeVisible()
  found.push(...(await violations(page, 'open choices')))
  expect(found).toEqual([])
})

test('nothing is wider than a phone of 360 px', async ({ page, context }) => {
  const pages = await allPages(page)
  await page.setViewportSize({ width: 360, height: 740 })
  const tooWide: string[] = []
  const measure = async (path: string) => {
    await page.goto(path)
    await settled(page)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    if (width > 360) tooWide.push(`${path}: ${width} px`)
  }
  for (const { path } of pages.filter(({ player }) => player === null)) await measure(path)
  await enter(context, stage.cast, 'anna')
  for (const { path } of pages.filter(({ player }) => player === 'anna')) await measure(path)
  expect(tooWide).toEqual([])
})
