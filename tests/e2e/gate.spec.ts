// A day at a gate (BDG-03): pairing, a scanner that types, no network, and what arrives afterwards.
import { expect, test, type Page } from '@playwright/test'
import type { Schemas } from '../support/client.ts'
import { addGate, Holders, openFair, signedCode } from '../support/gate.ts'
import { setStage } from './support/stage.ts'
import { violationsInBothLanguages } from './support/axe.ts'

const stage = setStage()
let gate: Schemas['GateView']
let holders: Holders
test.beforeAll(async () => {
  await openFair(stage.server)
  holders = await Holders.of(stage.cast)
  gate = await addGate(await stage.cast.as('gates'), '北入口')
})

async function pairingCode(name: string): Promise<string> {
  const supervisor = await stage.cast.as('gates')
  return (await supervisor.post<Schemas['PairingView']>('/gate_devices', { name, gate_id: gate.id, direction: 'entry' })).body.code
}

/** Types as a scanner does: fast, and Enter at the end. */
async function scan(page: Page, code: string): Promise<void> {
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
}
const result = (page: Page) => page.getByRole('alert')
const status = (page: Page) => page.getByRole('status').first()

async function paired(page: Page, name: string): Promise<void> {
  await page.goto(`/gate#${await pairingCode(name)}`)
  await page.getByRole('button', { name: '配对', exact: true }).click()
  await expect(result(page)).toHaveText('请扫描证件')
}
const deviceRow = async (name: string) =>
  (await (await stage.cast.as('gates')).get<Schemas['ListOf_DeviceView']>('/gate_devices')).body.items.find((row) => row.name === name)!

test('a scanner’s badge passes once, and what is wrong is said', async ({ page }) => {
  await paired(page, '一号手机')
  await expect(page.getByText('北入口 · 入场')).toBeVisible()
  const { code } = holders.good()
  await scan(page, code)
  await expect(result(page)).toContainText('通过')
  await scan(page, code)
  await expect(result(page)).toContainText('请核对')
  await expect(result(page)).toContainText('上次通行')
  expect(await violationsInBothLanguages(page, '/gate, already inside')).toEqual([])
  await page.getByRole('button', { name: '中文' }).click()
  await page.getByRole('button', { name: '核对无误，放行' }).click()
  await expect(result(page)).toContainText('操作员放行')
  await scan(page, holders.ofAnotherDay().code)
  await expect(result(page)).toContainText('今日不在该证件的入场日期内')
  await scan(page, (await holders.voided()).code)
  await expect(result(page)).toContainText('该人员已注销')
  await scan(page, 'NO BADGE AT ALL')
  await expect(result(page)).toContainText('不可通行')
})

test('without network it decides by its list, keeps what it saw over a reload, and sends it', async ({ page, context }) => {
  const gone = await holders.revoked()
  const { code } = holders.good()
  const { code: later } = holders.good()
  await paired(page, '二号手机')
  await context.setOffline(true)
  await scan(page, code)
  await expect(result(page)).toContainText('通过')
  await expect(page.getByText('待上传 1 条')).toBeVisible()
  await expect(status(page)).toContainText('离线')
  await scan(page, code)
  await expect(result(page)).toContainText('请核对')
  await scan(page, gone.code)
  await expect(result(page)).toContainText('该证件已作废')
  await scan(page, signedCode(stage.server, 1, 3))
  await expect(result(page)).toContainText('不是本届的有效证件')
  await page.reload()
  await expect(page.getByText('待上传 4 条')).toBeVisible()
  await scan(page, code)
  await expect(result(page)).toContainText('请核对')
  await scan(page, later)
  await expect(result(page)).toContainText('通过')
  await context.setOffline(false)
  await expect(status(page)).toContainText('联网')
  await page.getByRole('button', { name: '收工' }).click()
  await expect(page.getByText('今日记录已全部上传')).toBeVisible()
  await expect.poll(async () => deviceRow('二号手机')).toMatchObject({ complete_to: 6, is_complete: true, queued: 0 })
})

test('a revoked device goes back to pairing and keeps what was not sent', async ({ page, context }) => {
  await paired(page, '三号手机')
  await context.setOffline(true)
  await scan(page, holders.good().code)
  await expect(page.getByText('待上传 1 条')).toBeVisible()
  await (await stage.cast.as('gates')).post(`/gate_devices/${(await deviceRow('三号手机')).id}/revocations`)
  await context.setOffline(false)
  await expect(page.getByText('本机还有 1 条扫描记录未上传')).toBeVisible()
  expect(await violationsInBothLanguages(page, '/gate, pairing')).toEqual([])
  await page.getByRole('button', { name: '中文' }).click()
  await page.getByRole('textbox', { name: '配对码' }).fill(await pairingCode('四号手机'))
  await page.getByRole('button', { name: '配对', exact: true }).click()
  await expect(result(page)).toHaveText('请扫描证件')
  await expect.poll(async () => (await deviceRow('四号手机')).complete_to).toBe(1)
})
