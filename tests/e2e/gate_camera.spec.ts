// A phone at a gate reads badges with its camera; the browser's camera shows a film that the test makes.
import { expect, test } from '@playwright/test'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Schemas } from '../support/client.ts'
import { film } from '../support/camera.ts'
import { addGate, Holders, openFair } from '../support/gate.ts'
import { browserArguments, browserProgram } from './support/site.ts'
import { setStage } from './support/stage.ts'

const shown = join(tmpdir(), `expogate-camera-${process.pid}.y4m`)
test.use({
  launchOptions: {
    executablePath: browserProgram,
    args: [...browserArguments, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', `--use-file-for-fake-video-capture=${shown}`],
  },
})
const stage = setStage()

test('a phone pairs and lets a badge in by its camera alone', async ({ page }) => {
  await openFair(stage.server)
  const supervisor = await stage.cast.as('gates')
  const gate = await addGate(supervisor, '东入口')
  const { code } = (await supervisor.post<Schemas['PairingView']>('/gate_devices', { name: '手机', gate_id: gate.id, direction: 'entry' })).body
  const foreign: string[] = []
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (protocol !== 'blob:' && origin !== stage.server.url) foreign.push(request.url())
  })
  await film(shown, `${stage.server.url}/gate#${code}`)
  await page.goto('/gate')
  await page.getByRole('button', { name: '打开摄像头' }).click()
  await expect(page.getByRole('textbox', { name: '配对码' })).toHaveValue(code)
  await page.getByRole('button', { name: '配对', exact: true }).click()
  await expect(page.getByRole('alert')).toHaveText('请扫描证件')
  await film(shown, (await Holders.of(stage.cast)).good().code)
  await page.getByRole('button', { name: '打开摄像头' }).click()
  await expect(page.getByRole('alert')).toContainText('通过')
  expect(foreign).toEqual([])
})
