// 更正信息: an approved person's typo is put right by the bureau, and the badge with the old face is replaced (BDG-01).
import { expect, test, type Page } from '@playwright/test'
import { portrait, type Attendee } from '../support/attendee.ts'
import { approved, badgeOf, visitors, type Visitors } from '../support/badge.ts'
import { openedBy } from '../support/correction.ts'
import { violations } from './support/axe.ts'
import { browserOf, enter, setStage, settled, type Language } from './support/stage.ts'
import { pressInRow } from './support/rows.ts'

const stage = setStage()
const drawer = (page: Page) => page.getByRole('dialog').first()
const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text })
let group: Visitors

async function look(page: Page, name: string, language: Language = 'zh-CN'): Promise<void> {
  await enter(page.context(), stage.cast, 'reviewer', language)
  await page.goto(`/bureau/attendees?name=${encodeURIComponent(name)}`)
  await pressInRow(rowOf(page, name), language === 'en' ? 'View' : '查看', { exact: true })
}

test.beforeAll(async () => {
  group = await visitors(stage.cast)
})

test('a typo on a made badge is put right, and another badge is ordered', async ({ browser, page }) => {
  const person = await approved(group, { name_zh: '郑确', position: '经里', mobile: '13566660001' })
  const desk = await stage.cast.as('badges')
  const old = await badgeOf(desk, person)
  await desk.post(`/badges/${old.id}/prints`)
  const found: string[] = []
  await look(page, '郑确')
  const dialog = page.getByRole('dialog', { name: '更正信息 · 郑确' })

  await test.step('the reason comes first, and opens the data', async () => {
    await drawer(page).getByRole('button', { name: '更正信息' }).click()
    await dialog.getByRole('button', { name: '填写更正' }).click()
    await expect(dialog.getByRole('alert')).toContainText('更正原因')
    await dialog.getByRole('textbox', { name: '更正原因' }).fill('职务录入有误')
    found.push(...(await violations(page, 'the reason of a correction')))
    await dialog.getByRole('button', { name: '填写更正' }).click()
    await expect(dialog.getByRole('textbox', { name: '手机号' })).toHaveValue('13566660001')
    await expect(dialog.getByRole('img', { name: '郑确 的证件照' })).toHaveJSProperty('complete', true)
  })

  await test.step('what is wrong is told at its field', async () => {
    await dialog.getByRole('textbox', { name: '手机号' }).fill('135')
    await dialog.getByRole('button', { name: '保存更正' }).click()
    await expect(dialog.getByRole('alert')).toContainText('手机号')
    await dialog.getByRole('textbox', { name: '手机号' }).fill('13566660002')
    await expect(dialog.getByRole('status')).not.toContainText('作废')
  })

  await test.step('what it sets off is said before it is saved', async () => {
    await dialog.getByRole('textbox', { name: '职务', exact: true }).fill('总经理')
    await expect(dialog.getByRole('status')).toContainText('现有证件将立即作废')
    found.push(...(await violations(page, 'a correction')))
    await dialog.getByRole('button', { name: '保存更正' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(drawer(page)).toContainText('更正信息：手机号、职务')
    await expect(drawer(page)).toContainText('职务录入有误')
  })

  await expect.poll(async () => (await badgeOf(desk, person)).position).toBe('总经理')
  expect(await badgeOf(desk, person)).toMatchObject({ state: 'awaiting', kind: 'replacement' })

  await test.step('the organization reads what was corrected', async () => {
    const contact = await browserOf(browser, group.team.client)
    await contact.goto('/visitor/attendees')
    await pressInRow(rowOf(contact, '郑确'), '查看')
    await expect(contact.getByRole('dialog')).toContainText('更正信息：手机号、职务')
    await contact.context().close()
  })
  expect(found).toEqual([])
})

test('a better photo is cut and shown at once; somebody else’s change and document are told', async ({ page }) => {
  const other = await approved(group, { name_zh: '钱己' })
  const person = await approved(group, { name_zh: '赵甲' })
  const found: string[] = []
  await look(page, '赵甲', 'en')
  const dialog = page.getByRole('dialog', { name: 'Correct · 赵甲' })
  await drawer(page).getByRole('button', { name: 'Correct', exact: true }).click()
  await dialog.getByRole('textbox', { name: 'Reason for the correction' }).fill('wrong photo')
  await dialog.getByRole('button', { name: 'Make a correction' }).click()

  const chooser = page.waitForEvent('filechooser')
  await dialog.getByRole('button', { name: 'Replace photo' }).click()
  await (await chooser).setFiles({ name: 'portrait.png', mimeType: 'image/png', buffer: Buffer.from(portrait(90, 1200, 900)) })
  await dialog.getByRole('button', { name: 'Use this photo' }).click()
  await expect(dialog.getByRole('img')).toHaveJSProperty('complete', true)
  await expect(dialog.getByRole('status')).toContainText('has not been produced yet')

  const bureau = await stage.cast.as('bureau')
  const { person: form, version } = await openedBy(bureau, person.id)
  expect((await bureau.post(`/attendees/${person.id}/corrections`, { person: { ...form, department: 'Sales' }, reason: 'meanwhile' }, { 'if-match': `"${version}"` })).status).toBe(200)
  await dialog.getByRole('button', { name: 'Save correction' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Sales')
  found.push(...(await violations(page, 'a conflict')))

  await dialog.getByRole('textbox', { name: 'Document number' }).fill((await openedBy(bureau, other.id)).person.document_number)
  await dialog.getByRole('button', { name: 'Save selected values' }).click()
  await expect(dialog.getByRole('alert')).toContainText(other.number)
  await dialog.getByRole('textbox', { name: 'Document number' }).fill(form.document_number)
  await dialog.getByRole('button', { name: 'Save correction' }).click()
  await expect(dialog).toHaveCount(0)
  await settled(page)
  await expect(drawer(page).getByText(/Corrected by the organizer: .*Photo/)).toBeVisible()
  expect((await bureau.get<Attendee>(`/attendees/${person.id}`)).body.photo_id).not.toBe(form.photo_id)
  expect(found).toEqual([])
})
