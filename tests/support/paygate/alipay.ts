// Alipay's open gateway (face-to-face precreate) as its documentation describes it: forms in, signed JSON out, RSA2.
import { createSign, createVerify } from 'node:crypto'
import { newPair } from './keys.ts'
import { Provider, type Answer, type Call, type Charge, type NoticeWish, type ProviderOptions, type Refund } from './provider.ts'

const appId = '2021000119600000'
const sellerId = '2088102146225135'

export class Alipay extends Provider {
  private readonly app = newPair()
  private readonly platform = newPair()
  private readonly stranger = newPair()
  /** What has been scanned: before, Alipay knows no trade. */
  private readonly scanned = new Set<string>()

  constructor(options: ProviderOptions) {
    super(options)
  }

  settings(): Record<string, string> {
    return {
      EXPOGATE_ALIPAY_URL: `${this.url}/gateway.do`,
      EXPOGATE_ALIPAY_APP_ID: appId,
      EXPOGATE_ALIPAY_SELLER_ID: sellerId,
      EXPOGATE_ALIPAY_APP_KEY_FILE: this.keep('app_key.pem', this.app.privateKey),
      EXPOGATE_ALIPAY_PLATFORM_KEY_FILE: this.keep('alipay_key.pem', this.platform.publicKey),
    }
  }

  /** The payer's phone shows the amount; nothing is paid yet. */
  look(number: string): void {
    this.charge(number)
    this.scanned.add(number)
  }

  override scan(number: string, how: { again?: boolean; late?: boolean } = {}): Charge {
    this.look(number)
    return super.scan(number, how)
  }

  protected answer(call: Call): Answer {
    const form = Object.fromEntries(new URLSearchParams(call.body))
    const method = form.method ?? ''
    const why = this.whyNotGenuine(form)
    if (why) return this.signed(method, { code: '40002', msg: 'Invalid Arguments', sub_code: 'isv.invalid-signature', sub_msg: why })
    const content = JSON.parse(form.biz_content!)
    switch (method) {
      case 'alipay.trade.precreate':
        return this.signed(method, this.begin(form, content))
      case 'alipay.trade.query':
        return this.signed(method, this.query(content))
      case 'alipay.trade.close':
        return this.signed(method, this.close(content))
      case 'alipay.trade.refund':
        return this.signed(method, this.refund(form, content))
      case 'alipay.trade.fastpay.refund.query':
        return this.signed(method, this.queryRefund(content))
    }
    return this.signed(method, { code: '40006', msg: 'Insufficient Permissions', sub_code: 'isv.insufficient-isv-permissions', sub_msg: method })
  }

  private whyNotGenuine({ sign = '', ...form }: Record<string, string>): string | null {
    if (form.app_id !== appId) return 'app_id'
    if (form.sign_type !== 'RSA2' || form.format !== 'JSON' || form.version !== '1.0' || form.charset?.toLowerCase() !== 'utf-8') return 'a protocol field'
    const sentAt = Date.parse(`${form.timestamp?.replace(' ', 'T')}+08:00`)
    if (!(Math.abs(this.clock() - sentAt) < 24 * 3_600_000)) return 'timestamp'
    return createVerify('RSA-SHA256').update(joined(form)).verify(this.app.publicKey, sign, 'base64') ? null : 'sign'
  }

  private begin(form: Record<string, string>, content: Record<string, unknown>): object {
    const wrong = (what: string) => no('ACQ.INVALID_PARAMETER', what)
    const number = String(content.out_trade_no)
    if (!/^[0-9A-Za-z_]{1,64}$/.test(number)) return wrong('out_trade_no')
    if (!/^\d{1,9}\.\d\d$/.test(String(content.total_amount)) || content.total_amount === '0.00') return wrong('total_amount')
    if (typeof content.subject !== 'string' || content.subject === '') return wrong('subject')
    const expiresAt = content.time_expire ? Date.parse(`${String(content.time_expire).replace(' ', 'T')}+08:00`) : this.clock() + 2 * 3_600_000
    if (!(expiresAt > this.clock())) return wrong('time_expire')
    if (this.charges.get(number)?.state === 'paid') return no('ACQ.TRADE_HAS_SUCCESS', '交易已被支付')
    this.addCharge(number, fen(String(content.total_amount)), form.notify_url ?? '', expiresAt, content)
    return { ...ok, out_trade_no: number, qr_code: `https://qr.alipay.com/bax${number}` }
  }

  private known(content: Record<string, unknown>): Charge | undefined {
    const charge = this.charges.get(String(content.out_trade_no))
    return charge && this.scanned.has(charge.number) ? charge : undefined
  }

  private query(content: Record<string, unknown>): object {
    const charge = this.known(content)
    if (!charge) return notExist
    return {
      ...ok,
      trade_no: charge.gatewayNumber || `2025${charge.number}`,
      out_trade_no: charge.number,
      trade_status: this.status(charge),
      total_amount: yuan(charge.amountFen),
      buyer_pay_amount: '0.00',
      ...(charge.state === 'paid' ? { send_pay_date: time(charge.paidAt) } : {}),
    }
  }

  private close(content: Record<string, unknown>): object {
    const charge = this.known(content)
    if (!charge) return notExist
    if (charge.state === 'paid') return no('ACQ.TRADE_STATUS_ERROR', '交易状态不合法')
    charge.state = 'closed'
    return { ...ok, trade_no: `2025${charge.number}`, out_trade_no: charge.number }
  }

  private refund(form: Record<string, string>, content: Record<string, unknown>): object {
    const charge = this.known(content)
    if (!charge) return notExist
    if (!/^\d{1,9}\.\d\d$/.test(String(content.refund_amount)) || !content.out_request_no) return no('ACQ.INVALID_PARAMETER', 'refund_amount')
    const number = String(content.out_request_no)
    const isRepeat = this.refunds.has(number)
    const refund = this.addRefund(number, charge, fen(String(content.refund_amount)), form.notify_url || charge.notifyUrl)
    if (typeof refund === 'string') return no(this.refundsAre === 'refused' ? 'ACQ.SELLER_BALANCE_NOT_ENOUGH' : 'ACQ.REFUND_AMT_NOT_EQUAL_TOTAL', refund)
    return {
      ...ok,
      trade_no: charge.gatewayNumber,
      out_trade_no: charge.number,
      fund_change: isRepeat || refund.state !== 'done' ? 'N' : 'Y',
      refund_fee: yuan(this.refundedFen(charge)),
    }
  }

  private queryRefund(content: Record<string, unknown>): object {
    const charge = this.known(content)
    if (!charge) return notExist
    const refund = this.refunds.get(String(content.out_request_no))
    if (!refund || refund.charge !== charge || refund.state !== 'done') return ok
    const wantsTime = (content.query_options as string[] | undefined)?.includes('gmt_refund_pay')
    return {
      ...ok,
      trade_no: charge.gatewayNumber,
      out_trade_no: charge.number,
      out_request_no: refund.number,
      total_amount: yuan(charge.amountFen),
      refund_amount: yuan(refund.amountFen),
      refund_status: 'REFUND_SUCCESS',
      ...(wantsTime ? { gmt_refund_pay: time(refund.doneAt) } : {}),
    }
  }

  private status(charge: Charge): string {
    if (charge.state === 'paid') return this.doneFen(charge) === charge.amountFen ? 'TRADE_CLOSED' : 'TRADE_SUCCESS'
    return charge.state === 'closed' ? 'TRADE_CLOSED' : 'WAIT_BUYER_PAY'
  }

  private doneFen(charge: Charge): number {
    return [...this.refunds.values()].filter((one) => one.charge === charge && one.state === 'done').reduce((sum, one) => sum + one.amountFen, 0)
  }

  protected chargeNotice(charge: Charge, wish: NoticeWish): Call {
    return this.notice(this.fields(charge, wish), wish)
  }

  /** Alipay tells a refund as a change of its trade, with the sum of all refunds. */
  protected refundNotice(refund: Refund, wish: NoticeWish): Call {
    const sum = { refund_fee: yuan(this.doneFen(refund.charge)), gmt_refund: `${time(refund.doneAt)}.000`, out_biz_no: refund.number }
    return this.notice({ ...this.fields(refund.charge, wish), ...sum }, wish)
  }

  private fields(charge: Charge, wish: NoticeWish): Record<string, string> {
    return {
      notify_time: time(this.clock()),
      notify_type: 'trade_status_sync',
      notify_id: `ac05099524730693a8b330c5ecf72da${charge.number}`,
      charset: 'utf-8',
      version: '1.0',
      app_id: wish.app ?? appId,
      seller_id: wish.merchant ?? sellerId,
      trade_no: charge.gatewayNumber || `2025${charge.number}`,
      out_trade_no: wish.number ?? charge.number,
      trade_status: wish.state ?? this.status(charge),
      total_amount: yuan(wish.amountFen ?? charge.amountFen),
      receipt_amount: yuan(charge.amountFen),
      subject: String(charge.asked.subject),
      fund_bill_list: JSON.stringify([{ amount: yuan(charge.amountFen), fundChannel: 'ALIPAYACCOUNT' }]),
      gmt_create: time(charge.paidAt || this.clock()),
      ...(charge.state === 'paid' ? { gmt_payment: time(charge.paidAt) } : {}),
      ...(wish.currency ? { trans_currency: wish.currency } : {}),
    }
  }

  private notice(fields: Record<string, string>, wish: NoticeWish): Call {
    const key = wish.forged ? this.stranger.privateKey : this.platform.privateKey
    const sign = createSign('RSA-SHA256').update(joined(fields)).sign(key, 'base64')
    const body = new URLSearchParams({ ...fields, sign, sign_type: 'RSA2' }).toString()
    return { method: 'POST', target: '', headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }, body }
  }

  protected isAccepted(answer: { status: number; body: string }): boolean {
    return answer.status === 200 && answer.body === 'success'
  }

  /** The value is signed as it stands in the answer. */
  private signed(method: string, value: object): Answer {
    const name = `${method.replaceAll('.', '_')}_response`
    const written = JSON.stringify(value).replaceAll('/', '\\/')
    const sign = createSign('RSA-SHA256').update(written).sign(this.platform.privateKey, 'base64')
    return { status: 200, headers: { 'content-type': 'text/html;charset=utf-8' }, body: `{"${name}":${written},"sign":"${sign}"}` }
  }
}

const ok = { code: '10000', msg: 'Success' }
const no = (sub_code: string, sub_msg: string) => ({ code: '40004', msg: 'Business Failed', sub_code, sub_msg })
const notExist = no('ACQ.TRADE_NOT_EXIST', '交易不存在')

const joined = (fields: Record<string, string>) =>
  Object.keys(fields)
    .sort()
    .map((name) => `${name}=${fields[name]}`)
    .join('&')

const yuan = (fen: number) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
const fen = (yuan: string) => Number(yuan.replace('.', ''))
const time = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

export const startAlipay = (options: ProviderOptions = {}) => new Alipay(options).listen()
