// The services board (ORG-12): an editor writes and publishes; a visitor and the public read it.
import { expect, test, type Page } from '@playwright/test'
import { violationsInBothLanguages } from './support/axe.ts'
import { enter, setStage, settled } from './support/stage.ts'
import { pressInRow } from './support/rows.ts'

const stage = setStage()
const title = '夜场：消费品展区延长至 20:00'
const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })

async function confirm(page: Page, name: string, action: string) {
  await pressInRow(row(page, name), action)
  await page.getByRole('dialog').getByRole('button', { name: action }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('an editor publishes in two languages; a visitor and the public see it', async ({ page, browser }) => {
  test.setTimeout(120_000)
  await enter(page.context(), stage.cast, 'editor')
  const stranger = await (await browser.newContext()).newPage()
  const visits = await browser.newContext()
  await enter(visits, stage.cast, 'acme')
  const visitor = await visits.newPage()

  await test.step('writes a draft; what was typed outlives the dialog', async () => {
    await page.goto('/bureau')
    await page.getByRole('link', { name: '展会服务内容' }).click()
    await page.getByRole('button', { name: '新增内容' }).click()
    const dialog = page.getByRole('dialog', { name: '新增内容' })
    await dialog.getByLabel('栏目').selectOption({ label: '现场活动' })
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(dialog.getByRole('alert')).toContainText('标题（中文）')
    await dialog.getByRole('textbox', { name: '标题（中文）' }).fill(title)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '保留内容并离开' }).click()
    await expect(dialog).toHaveCount(0)
    await page.reload()
    await page.getByRole('button', { name: '新增内容' }).click()
    await expect(dialog.getByRole('status')).toContainText('已恢复您上次填写')
    await expect(dialog.getByRole('textbox', { name: '标题（中文）' })).toHaveValue(title)
    await dialog.getByRole('textbox', { name: '内容（中文）' }).fill('11 月 7 日。\n\n详见 https://expo.example/night <script>document.title = "x"</script>')
    await dialog.getByRole('tab', { name: '英文' }).click()
    await dialog.getByRole('textbox', { name: '标题（英文）' }).fill('Late opening until 20:00')
    await dialog.getByRole('textbox', { name: '内容（英文）' }).fill('On 7 November.')
    await dialog.getByRole('tab', { name: '预览' }).click()
    await expect(dialog.getByRole('article')).toHaveCount(2)
    await expect(dialog.getByRole('link', { name: 'https://expo.example/night' })).toBeVisible()
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(row(page, title)).toContainText('草稿')
    await stranger.goto('/services')
    await settled(stranger)
    await expect(stranger.getByText(title)).toHaveCount(0)
  })

  await test.step('publishes it', async () => {
    await pressInRow(row(page, title), '发布')
    await expect(page.getByRole('dialog')).toContainText(`“${title}”将立即显示在“现场活动”栏目中`)
    await page.keyboard.press('Escape')
    await confirm(page, title, '发布')
    await expect(row(page, title)).toContainText('已发布')
  })

  await test.step('the public finds it from the first page on, without signing in', async () => {
    await stranger.goto('/')
    await settled(stranger)
    await stranger.getByRole('region', { name: '展会服务' }).getByRole('link', { name: title }).click()
    await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(title)
    await expect(stranger.getByRole('link', { name: 'https://expo.example/night' })).toHaveAttribute('rel', 'noopener noreferrer')
    await expect(stranger.getByText('<script>')).toBeVisible()
    expect(await violationsInBothLanguages(stranger, 'an article')).toEqual([])
    await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Late opening until 20:00')
    await stranger.getByRole('link', { name: 'On-site activities' }).click()
    await expect(stranger.getByRole('tab', { name: 'On-site activities' })).toHaveAttribute('aria-selected', 'true')
    await expect(stranger.getByRole('article')).toHaveCount(3)
    expect(await violationsInBothLanguages(stranger, 'the board')).toEqual([])
  })

  await test.step('a visitor finds it beneath the progress and on the board', async () => {
    await visitor.goto('/visitor')
    await settled(visitor)
    await visitor.getByRole('region', { name: '展会服务' }).getByRole('link', { name: title }).click()
    await expect(visitor).toHaveURL(/\/visitor\/services\//)
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(title)
    await visitor.getByRole('link', { name: '返回展会服务' }).click()
    await visitor.getByRole('tab', { name: '现场活动' }).click()
    await expect(visitor.getByRole('article').first()).toContainText(title)
  })

  await test.step('is withdrawn and deleted; its address leads nowhere', async () => {
    await visitor.getByRole('link', { name: title }).click()
    await confirm(page, title, '撤回')
    await expect(row(page, title)).toContainText('草稿')
    await visitor.reload()
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('页面不存在')
    await pressInRow(row(page, title), '删除')
    await expect(page.getByRole('dialog')).toContainText('不能恢复')
    await page.getByRole('dialog').getByRole('button', { name: '删除' }).click()
    await expect(row(page, title)).toHaveCount(0)
  })
})

test('of two editors the second is told, and keeps what was typed', async ({ page, browser }) => {
  const name = '展馆平面图公布'
  await enter(page.context(), stage.cast, 'editor')
  const other = await browser.newContext()
  await enter(other, stage.cast, 'bureau')
  const late = await other.newPage()
  for (const editor of [page, late]) {
    await editor.goto('/bureau/articles?section=show_news')
    await pressInRow(row(editor, name), '编辑')
    await expect(editor.getByRole('textbox', { name: '标题（中文）' })).toHaveValue(name)
  }
  await page.getByRole('textbox', { name: '标题（中文）' }).fill(`${name}（更新）`)
  await page.getByRole('button', { name: '保存' }).click()
  await expect(row(page, `${name}（更新）`)).toBeVisible()

  await late.getByRole('textbox', { name: '标题（中文）' }).fill(`${name}（二版）`)
  await late.getByRole('button', { name: '保存' }).click()
  const conflict = late.getByRole('alert').filter({ hasText: '内容已被他人修改' })
  await expect(conflict).toContainText(`${name}（更新）`)
  await conflict.getByRole('button', { name: '保存所选内容' }).click()
  await expect(row(late, `${name}（二版）`)).toBeVisible()
})
