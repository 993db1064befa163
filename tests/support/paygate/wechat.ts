// WeChat Pay APIv3 (Native) as its documentation describes it: signed both ways, notices encrypted.
import { createCipheriv, createHash, createSign, createVerify, randomBytes, X509Certificate } from 'node:crypto'
import { newCertificate, newPair } from './keys.ts'
import { Provider, shanghai, yuan, type Answer, type Call, type Charge, type NoticeWish, type ProviderOptions, type Refund } from './provider.ts'

const appId = 'wx8888888888888888'
const merchantId = '1900000109'
const platformSerial = 'PUB_KEY_ID_0119000001092025100100000000000000'

export class Wechat extends Provider {
  private readonly merchant = newPair()
  private readonly platform = newPair()
  private readonly stranger = newPair()
  private readonly apiV3Key = randomBytes(16).toString('hex')
  private readonly certificate = new X509Certificate(newCertificate(this.folder, this.merchant, { name: 'merchant' }))

  constructor(options: ProviderOptions) {
    super(options)
  }

  settings(): Record<string, string> {
    return {
      EXPOGATE_WECHAT_URL: this.url,
      EXPOGATE_WECHAT_APP_ID: appId,
      EXPOGATE_WECHAT_MERCHANT_ID: merchantId,
      EXPOGATE_WECHAT_MERCHANT_CERTIFICATE_FILE: this.keep('apiclient_cert.pem', this.certificate.toString()),
      EXPOGATE_WECHAT_MERCHANT_KEY_FILE: this.keep('apiclient_key.pem', this.merchant.privateKey),
      EXPOGATE_WECHAT_PLATFORM_KEY_ID: platformSerial,
      EXPOGATE_WECHAT_PLATFORM_KEY_FILE: this.keep('pub_key.pem', this.platform.publicKey),
      EXPOGATE_WECHAT_API_V3_KEY: this.apiV3Key,
    }
  }

  protected answer(call: Call): Answer {
    const why = this.whyNotGenuine(call)
    if (why) return this.refusal(401, 'SIGN_ERROR', why)
    const [path, query] = call.target.split('?')
    const of = (pattern: RegExp) => pattern.exec(path!)?.[1]
    if (call.method === 'POST' && path === '/v3/pay/transactions/native') return this.begin(JSON.parse(call.body))
    const closed = of(/^\/v3\/pay\/transactions\/out-trade-no\/([^/]+)\/close$/)
    if (call.method === 'POST' && closed) return this.close(closed, JSON.parse(call.body))
    const asked = of(/^\/v3\/pay\/transactions\/out-trade-no\/([^/]+)$/)
    if (call.method === 'GET' && asked) return this.query(asked, new URLSearchParams(query))
    if (call.method === 'POST' && path === '/v3/refund/domestic/refunds') return this.refund(JSON.parse(call.body))
    const refund = of(/^\/v3\/refund\/domestic\/refunds\/([^/]+)$/)
    if (call.method === 'GET' && refund) return this.queryRefund(refund)
    if (call.method === 'GET' && path === '/v3/bill/tradebill') return this.billAddress(new URLSearchParams(query))
    if (call.method === 'GET' && path === '/v3/billdownload/file') return { status: 200, body: this.bill(new URLSearchParams(query).get('token')!) }
    return this.refusal(404, 'RESOURCE_NOT_EXISTS', 'no such address')
  }

  private whyNotGenuine(call: Call): string | null {
    const match = /^WECHATPAY2-SHA256-RSA2048 (.*)$/.exec(call.headers.authorization ?? '')
    if (!match) return 'Authorization is missing'
    const said = Object.fromEntries([...match[1]!.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]))
    if (said.mchid !== merchantId) return 'another merchant'
    if (said.serial_no !== this.certificate.serialNumber) return 'another serial number'
    if (Math.abs(this.clock() / 1000 - Number(said.timestamp)) > 300) return 'the timestamp is not fresh'
    if (!/^[0-9A-Za-z]{16,32}$/.test(said.nonce_str ?? '')) return 'the nonce is no nonce'
    if (!call.headers['user-agent'] || !call.headers.accept?.includes('application/json')) return 'User-Agent or Accept is missing'
    const text = `${call.method}\n${call.target}\n${said.timestamp}\n${said.nonce_str}\n${call.body}\n`
    const isSigned = createVerify('RSA-SHA256').update(text).verify(this.merchant.publicKey, said.signature ?? '', 'base64')
    return isSigned ? null : 'the signature is wrong'
  }

  private begin(order: Record<string, any>): Answer {
    const wrong = (what: string) => this.refusal(400, 'PARAM_ERROR', what)
    if (order.appid !== appId || order.mchid !== merchantId) return this.refusal(400, 'APPID_MCHID_NOT_MATCH', 'appid and mchid do not match')
    if (!/^[0-9a-zA-Z_*-]{6,32}$/.test(order.out_trade_no ?? '')) return wrong('out_trade_no')
    if (typeof order.description !== 'string' || order.description === '' || Buffer.byteLength(order.description) > 127) return wrong('description')
    if (!Number.isInteger(order.amount?.total) || order.amount.total < 1 || order.amount.currency !== 'CNY') return wrong('amount')
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(order.time_expire ?? '') || Date.parse(order.time_expire) <= this.clock()) return wrong('time_expire')
    if (!/^https?:\/\/[^?]+$/.test(order.notify_url ?? '') || order.notify_url.length > 255) return wrong('notify_url')
    const before = this.charges.get(order.out_trade_no)
    if (before && before.state !== 'unpaid') return this.refusal(403, 'OUT_TRADE_NO_USED', '商户订单号重复')
    this.addCharge(order.out_trade_no, order.amount.total, order.notify_url, Date.parse(order.time_expire), order)
    return this.signed(200, { code_url: `weixin://wxpay/bizpayurl?pr=${order.out_trade_no}` })
  }

  private query(number: string, query: URLSearchParams): Answer {
    const charge = this.charges.get(number)
    if (!charge || query.get('mchid') !== merchantId) return this.refusal(404, 'ORDER_NOT_EXIST', '订单不存在')
    return this.signed(200, this.transaction(charge, {}))
  }

  private close(number: string, body: Record<string, unknown>): Answer {
    const charge = this.charges.get(number)
    if (body.mchid !== merchantId) return this.refusal(400, 'PARAM_ERROR', 'mchid')
    if (!charge) return this.refusal(404, 'ORDER_NOT_EXIST', '订单不存在')
    if (charge.state === 'paid') return this.refusal(400, 'ORDERPAID', '订单已支付')
    if (charge.state === 'closed') return this.refusal(400, 'ORDER_CLOSED', '订单已关闭')
    charge.state = 'closed'
    return this.signed(204, null)
  }

  private refund(request: Record<string, any>): Answer {
    const charge = this.charges.get(request.out_trade_no)
    if (!/^[0-9a-zA-Z_|*@-]{1,64}$/.test(request.out_refund_no ?? '') || !Number.isInteger(request.amount?.refund) || request.amount.currency !== 'CNY')
      return this.refusal(400, 'PARAM_ERROR', 'the refund is not whole')
    if (charge && request.amount.total !== charge.amountFen) return this.refusal(400, 'INVALID_REQUEST', '订单金额不一致')
    const refund = this.addRefund(request.out_refund_no, charge, request.amount.refund, request.notify_url)
    if (typeof refund === 'string') return this.refusal(403, this.refundsAre === 'refused' ? 'NOT_ENOUGH' : 'INVALID_REQUEST', refund)
    return this.signed(200, this.refundFields(refund, 'status'))
  }

  private queryRefund(number: string): Answer {
    const refund = this.refunds.get(number)
    return refund ? this.signed(200, this.refundFields(refund, 'status')) : this.refusal(404, 'RESOURCE_NOT_EXISTS', '退款单不存在')
  }

  private billAddress(query: URLSearchParams): Answer {
    const day = query.get('bill_date') ?? ''
    if (!/^\d{4}-\d\d-\d\d$/.test(day)) return this.refusal(400, 'PARAM_ERROR', 'bill_date')
    const { charges, refunds } = this.bookedOn(day)
    if (charges.length + refunds.length === 0) return this.refusal(400, 'NO_STATEMENT_EXIST', '账单文件不存在')
    const checksum = createHash('sha1').update(this.bill(day)).digest('hex')
    return this.signed(200, { hash_type: 'SHA1', hash_value: this.isBillDamaged ? '0'.repeat(40) : checksum, download_url: `https://api.mch.weixin.qq.com/v3/billdownload/file?token=${day}` })
  }

  /** Whether bills arrive with another checksum than was told. */
  isBillDamaged = false

  private bill(day: string): string {
    const { charges, refunds } = this.bookedOn(day)
    const line = (charge: Charge, at: number, state: string, refund: Refund | null, fee: string) =>
      [shanghai(at), appId, merchantId, '0', '', charge.gatewayNumber, charge.number, 'o-payer', 'NATIVE', state, 'OTHERS', 'CNY']
        .concat(refund ? ['0.00', '0.00', refund.gatewayNumber, refund.number, yuan(refund.amountFen), '0.00', 'ORIGINAL', 'SUCCESS'] : [yuan(charge.amountFen), '0.00', '0', '0', '0.00', '0.00', '', ''])
        .concat(String(charge.asked.description), '', fee, '0.60%', refund ? '0.00' : yuan(charge.amountFen), refund ? yuan(refund.amountFen) : '0.00', '')
        .map((value) => `\`${value}`)
        .join(',')
    const lines = [
      ...charges.map((one) => line(one, one.paidAt, 'SUCCESS', null, `${yuan(this.feeFen(one.amountFen))}000`)),
      ...refunds.map((one) => line(one.charge, one.doneAt, 'REFUND', one, `-${yuan(this.feeFen(one.amountFen))}000`)),
    ]
    const sums = ['总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额', `\`${lines.length},\`0.00,\`0.00,\`0.00,\`0.00,\`0.00,\`0.00`]
    return ['\uFEFF' + billColumns, ...lines, ...sums, ''].join('\r\n')
  }

  private transaction(charge: Charge, wish: NoticeWish): Record<string, unknown> {
    const state = wish.state ?? (charge.state === 'paid' ? (this.refundedFen(charge) > 0 ? 'REFUND' : 'SUCCESS') : charge.state === 'closed' ? 'CLOSED' : 'NOTPAY')
    const isPaid = charge.state === 'paid'
    return {
      appid: wish.app ?? appId,
      mchid: wish.merchant ?? merchantId,
      out_trade_no: wish.number ?? charge.number,
      trade_state: state,
      trade_state_desc: state,
      ...(isPaid ? { transaction_id: charge.gatewayNumber, trade_type: 'NATIVE', bank_type: 'OTHERS', success_time: this.time(charge.paidAt), payer: { openid: 'o-payer' } } : {}),
      amount: { total: wish.amountFen ?? charge.amountFen, currency: wish.currency ?? 'CNY', ...(isPaid ? { payer_total: charge.amountFen, payer_currency: 'CNY' } : {}) },
    }
  }

  private refundFields(refund: Refund, stateName: 'status' | 'refund_status', wish: NoticeWish = {}): Record<string, unknown> {
    return {
      [stateName]: wish.state ?? { done: 'SUCCESS', processing: 'PROCESSING', refused: 'ABNORMAL' }[refund.state],
      refund_id: refund.gatewayNumber,
      out_refund_no: wish.number ?? refund.number,
      transaction_id: refund.charge.gatewayNumber,
      out_trade_no: refund.charge.number,
      ...(refund.state === 'done' ? { success_time: this.time(refund.doneAt) } : {}),
      user_received_account: '支付用户零钱',
      amount: { total: refund.charge.amountFen, refund: wish.amountFen ?? refund.amountFen, payer_total: refund.charge.amountFen, payer_refund: refund.amountFen },
    }
  }

  protected chargeNotice(charge: Charge, wish: NoticeWish): Call {
    return this.notice('TRANSACTION.SUCCESS', 'transaction', this.transaction(charge, wish), wish)
  }

  protected refundNotice(refund: Refund, wish: NoticeWish): Call {
    const kind = { done: 'REFUND.SUCCESS', refused: 'REFUND.ABNORMAL', processing: 'REFUND.PROCESSING' }[refund.state]
    return this.notice(kind, 'refund', { mchid: wish.merchant ?? merchantId, ...this.refundFields(refund, 'refund_status', wish) }, wish)
  }

  private notice(kind: string, original: string, content: Record<string, unknown>, wish: NoticeWish): Call {
    const nonce = randomBytes(6).toString('hex')
    const cipher = createCipheriv('aes-256-gcm', this.apiV3Key, nonce).setAAD(Buffer.from(original))
    const sealed = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final(), cipher.getAuthTag()])
    const body = JSON.stringify({
      id: `EV-${randomBytes(8).toString('hex')}`,
      create_time: this.time(this.clock()),
      resource_type: 'encrypt-resource',
      event_type: kind,
      summary: '通知',
      resource: { original_type: original, algorithm: 'AEAD_AES_256_GCM', ciphertext: sealed.toString('base64'), associated_data: original, nonce },
    })
    const headers = this.signature(body, wish)
    return { method: 'POST', target: '', headers: { 'content-type': 'application/json', ...headers }, body }
  }

  private signature(body: string, wish: NoticeWish = {}): Record<string, string> {
    const timestamp = String(Math.floor(this.clock() / 1000) - (wish.ageS ?? 0))
    const nonce = randomBytes(16).toString('hex')
    const key = wish.forged ? this.stranger.privateKey : this.platform.privateKey
    const signature = createSign('RSA-SHA256').update(`${timestamp}\n${nonce}\n${body}\n`).sign(key, 'base64')
    return {
      'Wechatpay-Timestamp': timestamp,
      'Wechatpay-Nonce': nonce,
      'Wechatpay-Serial': platformSerial,
      'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
      'Wechatpay-Signature': wish.isProbe ? `WECHATPAY/SIGNTEST/${signature}` : signature,
    }
  }

  protected isAccepted(answer: { status: number }): boolean {
    return answer.status === 200 || answer.status === 204
  }

  private signed(status: number, value: unknown): Answer {
    const body = value === null ? '' : JSON.stringify(value)
    return { status, headers: { 'content-type': 'application/json', ...this.signature(body) }, body }
  }

  private refusal(status: number, code: string, message: string): Answer {
    return this.signed(status, { code, message })
  }

  /** RFC 3339 by the clock of Shanghai. */
  private time(at: number): string {
    return `${shanghai(at).replace(' ', 'T')}+08:00`
  }
}

const billColumns =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注'

export const startWechat = (options: ProviderOptions = {}) => new Wechat(options).listen()
