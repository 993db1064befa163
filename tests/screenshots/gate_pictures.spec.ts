// The pictures of the gate in docs/guides: a morning of the fair, on a phone at the gate and at the supervisor's desk.
import { expect, test, type Page } from '@playwright/test'
import { resolve } from 'node:path'
import type { Schemas } from '../support/client.ts'
import { addGate, Device, Holders, openFair } from '../support/gate.ts'
import { showIn } from '../e2e/support/axe.ts'
import { enter, setStage, settled } from '../e2e/support/stage.ts'

const stage = setStage()
const folder = resolve(import.meta.dirname, '../../docs/pictures')
const phone = { width: 390, height: 844 }
const languages = [['zh-CN', ''], ['en', '-en']] as const

let gate: Schemas['GateView']
let holders: Holders
test.beforeAll(async () => {
  await openFair(stage.server)
  holders = await Holders.of(stage.cast)
  gate = await addGate(await stage.cast.as('gates'), '东登录厅', 'East hall')
})

async function take(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: resolve(folder, `${name}.png`), caret: 'hide', animations: 'disabled' })
}
/** The same picture in both languages. */
async function takeBoth(page: Page, name: string): Promise<void> {
  for (const [language, ending] of languages) {
    await showIn(page, language)
    await settled(page)
    await take(page, `${name}${ending}`)
  }
  await showIn(page, 'zh-CN')
}
async function scan(page: Page, code: string): Promise<void> {
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
}

test('a phone at the gate', async ({ browser }) => {
  const context = await browser.newContext({ viewport: phone, locale: 'zh-CN' })
  const page = await context.newPage()
  const supervisor = await stage.cast.as('gates')
  const { code } = (await supervisor.post<Schemas['PairingView']>('/gate_devices', { name: '东一号', gate_id: gate.id, direction: 'entry' })).body
  await page.goto('/gate')
  await expect(page.getByRole('textbox', { name: '配对码' })).toBeVisible()
  await takeBoth(page, 'gate-pairing')
  await page.getByRole('textbox', { name: '配对码' }).fill(code)
  await page.getByRole('button', { name: '配对', exact: true }).click()
  await expect(page.getByRole('alert')).toHaveText('请扫描证件')
  const holder = holders.good()
  for (const [language, ending] of languages) {
    await showIn(page, language)
    await scan(page, ending ? holders.good().code : holder.code)
    await expect(page.getByRole('alert').getByRole('img')).toHaveJSProperty('complete', true)
    await take(page, `gate-pass${ending}`)
  }
  await showIn(page, 'zh-CN')
  await scan(page, holder.code)
  await expect(page.getByRole('alert')).toContainText('请核对')
  await expect(page.getByRole('alert').getByRole('img')).toHaveJSProperty('complete', true)
  await takeBoth(page, 'gate-check')
  await context.setOffline(true)
  await scan(page, holders.ofAnotherDay().code)
  await expect(page.getByRole('alert')).toContainText('不可通行')
  await takeBoth(page, 'gate-offline')
  await context.close()
})

test('the supervisor’s morning', async ({ page }) => {
  const [one, two, out] = [await Device.pair(stage.cast, gate, '东二号'), await Device.pair(stage.cast, gate, '东三号'), await Device.pair(stage.cast, gate, '东出口', 'exit')]
  const minute = 60_000
  const entries = Array.from({ length: 12 }, (_, n) => one.kept(holders.good().code, stage.server.now() - (5 + n * 12) * minute))
  await one.sync(entries)
  await two.sync([two.kept(entries[3]!.code, stage.server.now() - 2 * minute), two.kept('FOREIGN', stage.server.now() - minute, 'unknown')])
  await out.sync([out.kept(entries[11]!.code, stage.server.now() - 20 * minute)])
  await two.list()
  await one.client.post('/gate/finishes', { final_sequence: one.sequence })
  await page.setViewportSize({ width: 1366, height: 1200 })
  await enter(page.context(), stage.cast, 'gates')
  await page.goto('/bureau/entries')
  await expect(page.getByRole('table', { name: '需要关注的离线记录' })).toBeVisible()
  await takeBoth(page, 'entries')
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.goto('/bureau/gates')
  await expect(page.getByRole('table', { name: '设备' })).toContainText('东出口')
  await takeBoth(page, 'gate-devices')
  for (const [language, ending] of languages) {
    await showIn(page, language)
    await page.getByRole('button', { name: ending ? 'Add device' : '新增设备' }).click()
    await page.getByRole('textbox').fill(ending ? 'East 4' : '东四号')
    await page.getByRole('dialog').getByRole('combobox').first().selectOption(gate.id)
    await page.getByRole('button', { name: ending ? 'Create pairing code' : '生成配对码' }).click()
    await expect(page.getByRole('dialog').getByRole('img')).toBeVisible()
    await take(page, `gate-device-pairing${ending}`)
    await page.keyboard.press('Escape')
  }
})
