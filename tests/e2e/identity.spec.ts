// 信息验证: a failed check blocks the approval, the group waives it, the bureau approves (ATT-08, ATT-09).
import { expect, test } from '@playwright/test'
import { approvedTeam, awaitingReview, freeOption, withCheckDigit, type Team } from '../support/attendee.ts'
import { IdentityProvider } from '../support/identity.ts'
import { showIn, violations, violationsInBothLanguages } from './support/axe.ts'
import { portraitOf } from './support/people.ts'
import { picture } from './support/pictures.ts'
import { enter, setStage, settled } from './support/stage.ts'
import { pressAnywhere } from './support/rows.ts'

let provider: IdentityProvider
const stage = setStage(async () => (provider = await IdentityProvider.start()).settings)
test.afterAll(() => provider?.stop())

let team: Team
let free: string
test.beforeAll(async () => {
  team = await approvedTeam(stage.cast)
  free = await freeOption(await stage.cast.as('bureau'))
})

let people = 0
/** Somebody whose check has failed. */
async function failed(name_zh: string): Promise<void> {
  provider.findings.set(name_zh, 'name_differs')
  const photo = await team.client.call<{ id: string }>('POST', '/my/attendee_photos', portraitOf('woman-1').buffer, { 'content-type': 'image/jpeg' })
  const { id } = await awaitingReview(team.client, free, { name_zh, document_number: withCheckDigit(`3101151991030${++people}002`), photo_id: photo.body.id })
  const bureau = await stage.cast.as('bureau')
  await expect.poll(async () => (await bureau.get(`/attendees/${id}`)).body.identity_state).toBe('failed')
}

test('a failed check blocks the approval until the group waives it', async ({ browser }) => {
  await failed('孙晓梅')
  const [office, group] = [await browser.newPage(), await browser.newPage()]
  await enter(office.context(), stage.cast, 'reviewer')
  await enter(group.context(), stage.cast, 'shanghai')
  const found: string[] = []

  await test.step('the bureau sees why it cannot approve', async () => {
    await office.goto('/bureau/attendees?identity=failed')
    await settled(office)
    await expect(office.getByRole('row').nth(1)).toContainText('验证未通过')
    found.push(...(await violationsInBothLanguages(office, 'list with a failed check')))
    await showIn(office, 'zh-CN')
    await settled(office)
    await office.getByRole('button', { name: '审核', exact: true }).click()
    const drawer = office.getByRole('dialog')
    await expect(drawer.getByRole('radio', { name: '审核通过' })).toBeDisabled()
    await expect(drawer).toContainText('信息验证未通过（姓名与证件不一致），不能审核通过')
    await picture(office, 'identity-review')
    found.push(...(await violations(office, 'review with a failed check')))
    await office.keyboard.press('1')
    await expect(drawer.getByRole('radio', { name: '审核通过' })).not.toBeChecked()
    await office.keyboard.press('Escape')
    await office.getByRole('checkbox', { name: '选择 孙晓梅' }).check()
    await office.getByRole('button', { name: '批量审核通过' }).click()
    await drawer.getByRole('button', { name: '批量审核通过' }).click()
    await expect(drawer.getByRole('row').nth(1)).toContainText('信息验证未通过')
  })

  await test.step('the group waives it, with a reason', async () => {
    await group.goto('/group/attendees/direct/list?identity=failed')
    await settled(group)
    await group.getByRole('checkbox', { name: '选择 孙晓梅' }).check()
    await group.getByRole('button', { name: '关闭信息验证' }).click()
    const dialog = group.getByRole('dialog')
    await expect(dialog).toContainText('不再验证姓名与证件是否一致')
    await picture(group, 'identity-waive')
    await dialog.getByRole('button', { name: '关闭信息验证' }).click()
    await expect(dialog.getByRole('alert').first()).toBeVisible()
    await dialog.getByRole('textbox', { name: '关闭原因' }).fill('已改名，单位提供了户籍证明')
    found.push(...(await violations(group, 'waiving')))
    await dialog.getByRole('button', { name: '关闭信息验证' }).click()
    await expect(dialog.getByRole('row', { name: /孙晓梅/ })).toContainText('已完成')
    await dialog.getByRole('button', { name: '关闭', exact: true }).last().click()
    await expect(group.getByRole('row', { name: /孙晓梅/ })).toHaveCount(0)
  })

  await test.step('the bureau reads that, and approves', async () => {
    await office.goto('/bureau/attendees?identity=waived')
    await settled(office)
    await office.getByRole('button', { name: '审核', exact: true }).click()
    const drawer = office.getByRole('dialog')
    await expect(drawer).toContainText('已改名，单位提供了户籍证明')
    await drawer.getByRole('radio', { name: '审核通过' }).check()
    await drawer.getByRole('button', { name: '确定' }).click()
    await expect(office.getByRole('row').nth(1)).toContainText('审核通过')
  })
  expect(found).toEqual([])
})

test('the bureau waives from the review itself, and for all whom a filter finds', async ({ page }) => {
  for (const name of ['钱一', '钱二', '钱三']) await failed(name)
  await enter(page.context(), stage.cast, 'bureau')
  await page.goto('/bureau/attendees?identity=failed&sort=number')
  await settled(page)
  const dialog = page.getByRole('dialog')
  await pressAnywhere(page, '审核', { exact: true })
  await dialog.getByRole('button', { name: '关闭信息验证' }).click()
  const asking = dialog.last()
  await asking.getByRole('textbox', { name: '关闭原因' }).fill('已电话核实')
  await asking.getByRole('button', { name: '关闭信息验证' }).click()
  await expect(asking.getByRole('row', { name: /钱一/ })).toContainText('已完成')
  await asking.getByRole('button', { name: '关闭', exact: true }).last().click()
  await expect(dialog.getByRole('radio', { name: '审核通过' })).toBeEnabled()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)

  await page.getByRole('button', { name: '对全部筛选结果操作' }).click()
  await dialog.getByRole('radio', { name: '关闭信息验证' }).check()
  await dialog.getByRole('textbox', { name: '关闭原因' }).fill('名单已逐一核实')
  await dialog.getByRole('button', { name: '确认对 2 人操作' }).click()
  await expect(dialog.getByRole('status').first()).toHaveText('处理完毕：2 人已完成，0 人未处理。')
})
