// 人员证件申办 and 人员信息审核: from the consent to the approval, by those who fill in and those who review (ATT-01…11).
import { expect, test, type Page } from '@playwright/test'
import { Cast, type Player } from '../cast/cast.ts'
import { freeOption, portrait, residentId } from '../support/attendee.ts'
import { registerAndSubmit, review, uscc } from '../support/organization.ts'
import { violations } from './support/axe.ts'
import { browserOf, enter, setStage, settled, type Language } from './support/stage.ts'
import { expectRefusal, pressInRow } from './support/rows.ts'
import { pick } from './support/choices.ts'

const stage = setStage()

async function openAs(page: Page, player: Player, path: string, language: Language = 'zh-CN'): Promise<void> {
  await enter(page.context(), stage.cast, player, language)
  await page.goto(path)
  await settled(page)
}

const dialog = (page: Page) => page.getByRole('dialog')
const heading = (page: Page) => dialog(page).getByRole('heading', { level: 2 })
const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text })
const picture = { name: 'portrait.png', mimeType: 'image/png', buffer: Buffer.from(portrait(180, 1200, 900)) }

async function choosePhoto(page: Page): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await dialog(page).getByRole('button', { name: /选择照片|更换照片|Choose a photo/ }).click()
  await (await chooser).setFiles(picture)
  await expect(dialog(page).getByRole('application')).toBeVisible()
}

test('a new organization consents, fills in a person, and the bureau approves', async ({ browser, page }) => {
  await freeOption(await stage.cast.as('bureau'))
  const { client, organization } = await registerAndSubmit(stage.cast, { category: 'government', uscc: uscc(8900, '11'), name_zh: '上海市测试商务局' })
  const contact = await browserOf(browser, client)

  await test.step('before the approval people can be filled in; the consent comes first', async () => {
    await contact.goto('/visitor/attendees')
    await expect(contact.getByText('单位信息尚在审核中')).toBeVisible()
    await expect(contact.getByRole('button', { name: /新增人员/ })).toHaveAccessibleName(/请先阅读并同意敏感个人信息/)
    await contact.getByRole('button', { name: '我已阅读并同意' }).click()
    await expect(contact.getByText('还没有参观人员')).toBeVisible()
  })

  await test.step('what is missing is named, and a draft is kept', async () => {
    await contact.getByRole('button', { name: '新增人员' }).click()
    await dialog(contact).getByRole('textbox', { name: '姓名（中文）' }).fill('顾晓雯')
    await dialog(contact).getByRole('button', { name: '保存', exact: true }).click()
    await expect(dialog(contact).getByRole('alert')).toContainText('处需要修改')
    await dialog(contact).getByRole('link', { name: /证件照/ }).click()
    await expect(dialog(contact).getByRole('button', { name: '选择照片' })).toBeFocused()
    await dialog(contact).getByRole('button', { name: '暂存' }).click()
    await expect(dialog(contact)).toHaveCount(0)
    await expect(rowOf(contact, '顾晓雯')).toContainText('已保存')
  })

  await test.step('the document tells birth and gender; the photo is cut by keys', async () => {
    await pressInRow(rowOf(contact, '顾晓雯'), '编辑')
    const form = dialog(contact)
    await form.getByRole('textbox', { name: '证件号码' }).fill('110105194912310021')
    await expect(form).toContainText('证件号码与证件类型不符')
    await form.getByRole('textbox', { name: '证件号码' }).fill(residentId())
    await expect(form.getByRole('textbox', { name: '出生日期' })).toHaveValue(/^1991-03-/)
    await choosePhoto(contact)
    const frame = form.getByRole('application', { name: '裁剪框' })
    await frame.focus()
    for (const key of ['+', '+', 'ArrowLeft', 'ArrowUp']) await contact.keyboard.press(key)
    await expect(form.getByRole('slider', { name: '缩放' })).toHaveValue('1.2')
    await form.getByRole('button', { name: '使用此照片' }).click()
    await expect(form.getByRole('img', { name: /证件照/ })).toHaveJSProperty('complete', true)
    await form.getByRole('textbox', { name: '手机号' }).fill('13500001111')
    await form.getByRole('textbox', { name: '职务', exact: true }).fill('采购经理')
    await form.getByRole('combobox', { name: '职务类别' }).selectOption({ label: '采购人员' })
    await form.getByRole('combobox', { name: '入场日期' }).selectOption({ label: '11月6日-10日 · ¥160.00' })
    await form.getByRole('combobox', { name: '领取方式' }).selectOption({ label: '快递' })
    await form.getByRole('button', { name: '管理证件快递常用地址' }).click()
    await addAddress(contact)
    await form.getByRole('combobox', { name: '快递地址' }).selectOption({ index: 1 })
    await form.getByRole('button', { name: '保存', exact: true }).click()
    await expect(form).toHaveCount(0)
    await expect(rowOf(contact, '顾晓雯')).toContainText('160.00')
    await expect(rowOf(contact, '顾晓雯')).toContainText('待支付')
  })

  await test.step('each row of a batch says what became of it', async () => {
    expect((await review(await stage.cast.as('shanghai'), organization, 'approve')).status).toBe(200)
    await contact.reload()
    await act(contact, '提交办证(无需付费)', /缴纳证件费/)
    await act(contact, '修改入场日期', /已完成/, () => dialog(contact).getByRole('combobox', { name: '入场日期' }).selectOption({ label: '11月10日' }).then(() => {}))
    await act(contact, '提交办证(无需付费)', /已完成/)
    await expect(rowOf(contact, '顾晓雯')).toContainText('待审核')
    await expectRefusal(rowOf(contact, '顾晓雯'), /编辑/, /已锁定/)
    await pressInRow(rowOf(contact, '顾晓雯'), '查看')
    await expect(dialog(contact)).toContainText('审核预计需要 7 天')
    await expect(dialog(contact)).not.toContainText('13500001111')
    await dialog(contact).getByRole('button', { name: '查看完整信息' }).click()
    await expect(dialog(contact)).toContainText('13500001111')
  })

  await test.step('the bureau reviews it', async () => {
    await openAs(page, 'bureau', '/bureau/attendees?name=顾晓雯&awaits_me=true')
    await pressInRow(rowOf(page, '顾晓雯'), '审核', { exact: true })
    await expect(heading(page)).toHaveText('审核 · 顾晓雯')
    await expect(dialog(page).getByRole('img', { name: '顾晓雯 的证件照' })).toHaveJSProperty('complete', true)
    await page.keyboard.press('1')
    await page.keyboard.press('Control+Enter')
    await expect(dialog(page)).toContainText('全部审核完成')
  })

  await test.step('and the flow chart goes on', async () => {
    await contact.goto('/visitor')
    const chart = contact.getByRole('list', { name: '报名进度' })
    await expect(chart.getByRole('listitem').filter({ hasText: '人员信息审核' })).toContainText('已完成')
    await chart.getByRole('link', { name: '填写参观人员' }).click()
    await expect(rowOf(contact, '顾晓雯')).toContainText('审核通过')
  })
})

async function addAddress(page: Page): Promise<void> {
  const addresses = page.getByRole('dialog', { name: '管理证件快递常用地址' })
  await addresses.getByRole('button', { name: '新增地址' }).click()
  await addresses.getByRole('textbox', { name: '收件人' }).fill('王芳')
  await addresses.getByRole('textbox', { name: '手机号' }).fill('13912345678')
  for (const [level, name] of [['省、自治区、直辖市', '上海市'], ['市', '上海市'], ['区、县', '浦东新区']] as const)
    await pick(addresses.getByRole('combobox', { name: level, exact: true }), { label: name })
  await addresses.getByRole('textbox', { name: '邮政编码' }).fill('2001')
  await addresses.getByRole('textbox', { name: '详细地址' }).fill('世纪大道 100 号')
  await addresses.getByRole('button', { name: '保存' }).click()
  await expect(addresses.getByRole('alert')).toContainText('邮政编码应为 6 位数字')
  await addresses.getByRole('textbox', { name: '邮政编码' }).fill('200120')
  await addresses.getByRole('button', { name: '保存' }).click()
  await expect(addresses.getByRole('listitem').filter({ hasText: '王芳' })).toContainText('默认')
  await addresses.getByRole('button', { name: '关闭' }).last().click()
  await expect(addresses).toHaveCount(0)
}

/** A batch of all rows, with what becomes of the first one. */
async function act(page: Page, name: string, outcome: RegExp, fill = async () => {}): Promise<void> {
  await page.getByRole('checkbox', { name: '选择本页全部' }).check()
  await page.getByRole('button', { name, exact: true }).click()
  await fill()
  await dialog(page).getByRole('button', { name, exact: true }).click()
  await expect(dialog(page).getByRole('row').nth(1)).toContainText(outcome)
  await dialog(page).getByRole('button', { name: '关闭' }).last().click()
  await expect(dialog(page)).toHaveCount(0)
}

test('counts filter the list; a conflict keeps what was typed', async ({ page }) => {
  await openAs(page, 'acme', '/visitor/attendees')
  await page.getByRole('button', { name: /^待支付 2$/ }).click()
  await expect(page).toHaveURL(/state=awaiting_payment/)
  await expect(page.getByRole('row')).toHaveCount(3)
  await pressInRow(page.getByRole('row').nth(1), '编辑')
  const position = dialog(page).getByRole('textbox', { name: '职务', exact: true })
  await position.fill('我的职务')
  const acme = await stage.cast.as('acme')
  const [first] = (await acme.get('/my/attendees?state=awaiting_payment')).body.items
  const { form } = (await acme.post(`/my/attendees/${first.id}/openings`)).body
  expect((await acme.put(`/my/attendees/${first.id}`, { form: { ...form, position: '他人的职务' }, is_draft: false }, first.version)).status).toBe(200)
  await dialog(page).getByRole('button', { name: '保存', exact: true }).click()
  const conflict = dialog(page).getByRole('alert')
  await expect(conflict).toContainText('他人的职务')
  await expect(position).toHaveValue('我的职务')
  await conflict.getByRole('button', { name: '保存所选内容' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.getByRole('table')).toContainText('我的职务')
})

test('several are approved at once, one is voided with a reason, one shown in full', async ({ page }) => {
  await openAs(page, 'bureau', '/bureau')
  const card = page.getByRole('link', { name: '待审核的人员' })
  const count = Number(await card.locator('.count').innerText())
  await card.click()
  await settled(page)
  await expect(page.getByText(`共 ${count} 条记录`)).toBeVisible()
  for (const row of [1, 2]) await page.getByRole('row').nth(row).getByRole('checkbox').check()
  await page.getByRole('button', { name: '批量审核通过' }).click()
  await dialog(page).getByRole('button', { name: '批量审核通过' }).click()
  await expect(dialog(page)).toContainText('共 2 项，已完成 2 项')
  await dialog(page).getByRole('button', { name: '关闭' }).last().click()
  await expect(page.getByText(`共 ${count - 2} 条记录`)).toBeVisible()

  await pressInRow(page.getByRole('row').nth(1), '注销')
  await dialog(page).getByRole('button', { name: '注销' }).click()
  await expect(dialog(page).getByRole('alert')).toContainText('注销原因')
  await dialog(page).getByRole('textbox', { name: '注销原因' }).fill('本人不再参会')
  await dialog(page).getByRole('button', { name: '注销' }).click()
  await expect(dialog(page)).toContainText('已完成 1 项')
  await dialog(page).getByRole('button', { name: '关闭' }).last().click()

  await pressInRow(page.getByRole('row').nth(1), '查看')
  await dialog(page).getByRole('button', { name: '查看完整信息' }).click()
  const asking = page.getByRole('dialog', { name: /查看完整信息/ })
  await asking.getByRole('textbox', { name: '原因' }).fill('电话核实')
  await asking.getByRole('button', { name: '查看完整信息' }).click()
  await expect(asking).toHaveCount(0)
  await expect(dialog(page)).toContainText(/135\d{8}/)
})

const words = {
  'zh-CN': { add: '新增人员', look: '查看', all: '选择本页全部', batch: '修改入场日期', addresses: '管理证件快递常用地址', addAddress: '新增地址', review: '审核', approve: '批量审核通过', void: '注销' },
  en: { add: 'Add attendee', look: 'View', all: 'Select all on this page', batch: 'Change entry dates', addresses: 'Courier addresses', addAddress: 'Add address', review: 'Review', approve: 'Approve selected', void: 'Void' },
} as const

for (const language of ['zh-CN', 'en'] as const) {
  const w = words[language]

  test(`the page of one's people and its dialogs are accessible in ${language}`, async ({ page }) => {
    await openAs(page, 'acme', '/visitor/attendees', language)
    const found = await violations(page, 'list')
    const scan = async (what: string) => {
      await settled(page)
      found.push(...(await violations(page, what)))
    }
    await page.getByRole('button', { name: w.add }).click()
    await scan('form')
    await choosePhoto(page)
    await scan('crop')
    await page.keyboard.press('Escape')
    await pressInRow(page.getByRole('row').nth(1), w.look)
    await scan('person')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: w.addresses }).click()
    await scan('addresses')
    await dialog(page).getByRole('button', { name: w.addAddress }).click()
    await scan('address')
    await page.keyboard.press('Escape')
    await page.getByRole('checkbox', { name: w.all }).check()
    await page.getByRole('button', { name: w.batch }).click()
    await scan('batch')
    expect(found).toEqual([])
  })

  test(`the bureau's list, drawer and dialogs are accessible in ${language}`, async ({ page }) => {
    await openAs(page, 'bureau', '/bureau/attendees?awaits_me=true', language)
    const found = await violations(page, 'list')
    for (const name of [w.look, w.review]) {
      await pressInRow(page.getByRole('row').nth(1), name, { exact: true })
      await expect(heading(page)).toContainText('·')
      await page.keyboard.press('2')
      found.push(...(await violations(page, name)))
      await page.keyboard.press('Escape')
    }
    await pressInRow(page.getByRole('row').nth(1), w.void)
    found.push(...(await violations(page, 'void')))
    await page.keyboard.press('Escape')
    await page.getByRole('row').nth(1).getByRole('checkbox').check()
    await page.getByRole('button', { name: w.approve }).click()
    found.push(...(await violations(page, 'approve')))
    expect(found).toEqual([])
  })
}

test('after the deadline the page says so before anything is typed (EDN-03)', async ({ page }) => {
  await stage.server.moveClock(12 * 86_400)
  await enter(page.context(), new Cast(stage.server), 'acme')
  await page.goto('/visitor/attendees')
  await expect(page.getByRole('note').filter({ hasText: '截止' })).toBeVisible()
  await expect(page.getByRole('button', { name: /新增人员/ })).toHaveAccessibleName(/截止/)
})
