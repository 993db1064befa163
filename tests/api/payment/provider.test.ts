// The adapters against providers that were written without them, driven by what operators run after entering their keys.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCertificate, newPair } from '../../support/paygate/keys.ts'
import type { Provider } from '../../support/paygate/provider.ts'
import { startAlipay } from '../../support/paygate/alipay.ts'
import { startUnionpay } from '../../support/paygate/unionpay.ts'
import { startWechat } from '../../support/paygate/wechat.ts'
import { runProgram } from '../../support/server.ts'

const providers = [
  { channel: 'wechat', start: startWechat, opened: 'weixin://wxpay/bizpayurl', closed: 'closed it: closed', theirKey: 'EXPOGATE_WECHAT_PLATFORM_KEY_FILE' },
  { channel: 'alipay', start: startAlipay, opened: 'https://qr.alipay.com/', closed: 'closed it: unpaid', theirKey: 'EXPOGATE_ALIPAY_PLATFORM_KEY_FILE' },
  { channel: 'unionpay', start: startUnionpay, opened: 'https://qr.95516.com/', closed: 'closed it: unpaid', theirKey: 'EXPOGATE_UNIONPAY_ROOT_CERTIFICATES_FILE' },
]

describe.each(providers)('$channel', ({ channel, start, opened, closed, theirKey }) => {
  let provider: Provider
  beforeAll(async () => void (provider = await start()))
  afterAll(() => provider.stop())

  const check = (settings: Record<string, string> = {}) => runProgram({ ...provider.settings(), ...settings }, 'payment-check', channel)

  test('begins, queries and closes a charge of 1 fen', async () => {
    const run = await check()
    expect(run.stdout).toContain(opened)
    expect(run.stdout).toContain('asked whether it is paid: unpaid')
    expect(run.stdout).toContain(closed)
    expect(run.status).toBe(0)
    const charge = [...provider.charges.values()].at(-1)!
    expect(charge.amountFen).toBe(1)
  })

  test('an answer signed by somebody else is not believed', async () => {
    const other = join(provider.folder, 'other.pem')
    const key = newPair()
    writeFileSync(other, theirKey.includes('ROOT') ? newCertificate(provider.folder, key, { name: 'ROOT CA', isAuthority: true }) : key.publicKey)
    const run = await check({ [theirKey]: other })
    expect(run.stdout).toContain('not signed')
    expect(run.status).toBe(1)
  })

  test('says in plain words what did not work', async () => {
    provider.meet({ status: 503 })
    expect((await check()).stdout).toMatch(/asked to be paid: FAILED\. HTTP 503/)
    provider.meet('drop')
    expect((await check()).stdout).toMatch(/asked to be paid: FAILED\..*It may work later/s)
    expect((await check()).status).toBe(0)
  })

  test('mistakes in the settings are told at start, all at once', async () => {
    const settings = provider.settings()
    const [first, ...rest] = Object.keys(settings).filter((name) => !name.endsWith('_URL'))
    const run = await runProgram({ [first!]: settings[first!]! }, 'payment-check', channel)
    expect(run.status).not.toBe(0)
    expect(run.stderr.split('\n').length).toBeGreaterThan(rest.length - 2)
  })
})

test('a channel without keys is not there', async () => {
  const run = await runProgram({}, 'payment-check', 'wechat')
  expect(run.stdout).toContain('configured: none')
  expect(run.status).toBe(2)
})
