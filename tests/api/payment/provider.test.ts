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
  { channel: 'wechat', start: startWechat, opened: 'weixin://wxpay/bizpayurl', closed: 'closed it: closed', theirKey: 'EXPOGATE_WECHAT_PLATFORM_KEY_FILE', section: 'WECHAT', files: ['wechat.merchant_key_file', 'wechat.merchant_certificate_file', 'wechat.api_v3_key', 'platform_key_file or platform_certificates_file'] },
  { channel: 'alipay', start: startAlipay, opened: 'https://qr.alipay.com/', closed: 'closed it: unpaid', theirKey: 'EXPOGATE_ALIPAY_PLATFORM_KEY_FILE', section: 'ALIPAY', files: ['alipay.seller_id', 'alipay.app_key_file', 'alipay.platform_key_file'] },
  { channel: 'unionpay', start: startUnionpay, opened: 'https://qr.95516.com/', closed: 'closed it: unpaid', theirKey: 'EXPOGATE_UNIONPAY_ROOT_CERTIFICATES_FILE', section: 'UNIONPAY', files: ['unionpay.merchant_key_file', 'unionpay.root_certificates_file', 'unionpay.middle_certificates_file'] },
]

describe.each(providers)('$channel', ({ channel, start, opened, closed, theirKey, section, files }) => {
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

  test('a setting alone is told at start with all that it needs', async () => {
    const { [`EXPOGATE_${section}_MERCHANT_ID`]: merchant = '1', [`EXPOGATE_${section}_APP_ID`]: app = '' } = provider.settings()
    const run = await runProgram(app ? { [`EXPOGATE_${section}_APP_ID`]: app } : { [`EXPOGATE_${section}_MERCHANT_ID`]: merchant }, 'payment-check', channel)
    expect(run.status).not.toBe(0)
    for (const file of files) expect(run.stderr).toContain(`${file} is needed`)
  })

  test('a key that is none and an address without TLS are told by their settings', async () => {
    const nothing = join(provider.folder, 'nothing.pem')
    writeFileSync(nothing, 'nothing')
    const settings = { ...provider.settings(), [theirKey]: nothing, [`EXPOGATE_${section}_URL`]: 'http://pay.example' }
    const run = await runProgram(settings, 'payment-check', channel)
    expect(run.status).not.toBe(0)
    expect(run.stderr).toContain(`(${nothing}): this is no`)
    expect(run.stderr).toContain('needs an https address: http://pay.example')
  })
})

test('a key and a certificate that do not belong together are told', async () => {
  const [one, other] = [await startWechat(), await startWechat()]
  const settings = { ...one.settings(), EXPOGATE_WECHAT_MERCHANT_KEY_FILE: other.settings().EXPOGATE_WECHAT_MERCHANT_KEY_FILE! }
  expect((await runProgram(settings, 'payment-check', 'wechat')).stderr).toContain('do not belong together')
  await Promise.all([one.stop(), other.stop()])
})

test('the page of corporate online banking is made without asking', async () => {
  const unionpay = await startUnionpay()
  const run = await runProgram(unionpay.settings(), 'payment-check', 'b2b')
  expect(run.stdout).toMatch(/a page with \d+ fields, .*frontTransReq\.do/)
  expect(run.status).toBe(0)
  await unionpay.stop()
})

test('a channel without keys is not there', async () => {
  const run = await runProgram({}, 'payment-check', 'wechat')
  expect(run.stdout).toContain('configured: none')
  expect(run.status).toBe(2)
})
