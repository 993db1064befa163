// Alipay's open gateway (face-to-face precreate) as its documentation describes it: forms in, signed JSON out, RSA2.
import { createSign, createVerify } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { newPair } from './keys.ts'
import { Provider, shanghai, yuan, type Answer, type Call, type Charge, type NoticeWish, type ProviderOptions, type Refund } from './provider.ts'

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
    if (call.method === 'GET' && call.target.startsWith('/downloadBillFile')) return { status: 200, body: this.bill(call.target.split('bizDates=')[1]!) }
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
      case 'alipay.data.dataservice.bill.downloadurl.query':
        return this.signed(method, this.billUrl(content))
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
      ...(charge.state === 'paid' ? { send_pay_date: shanghai(charge.paidAt) } : {}),
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
      ...(wantsTime ? { gmt_refund_pay: shanghai(refund.doneAt) } : {}),
    }
  }

  private billUrl(content: Record<string, unknown>): object {
    const day = String(content.bill_date)
    if (content.bill_type !== 'trade' || !/^\d{4}-\d\d-\d\d$/.test(day)) return no('isp.bill_type_invalid', 'bill_type')
    const { charges, refunds } = this.bookedOn(day)
    if (charges.length + refunds.length === 0) return no('isp.bill_not_exist', '账单不存在')
    return { ...ok, bill_download_url: `${this.url}/downloadBillFile.resource?bizType=trade&bizDates=${day}` }
  }

  private bill(day: string): Uint8Array {
    const { charges, refunds } = this.bookedOn(day)
    const line = (charge: Charge, kind: string, at: number, amount: string, refund: string, fee: string) =>
      [`${charge.gatewayNumber}\t`, `${charge.number}\t`, `${kind}\t`, charge.asked.subject, shanghai(charge.paidAt), shanghai(at), ...Array(4).fill('\t'), '张**(138****0000)\t', amount, amount, ...Array(5).fill('0.00'), '', '0.00', '0.00', `${refund}\t`, fee, '0.00', ''].join(',')
    const lines = [
      ...charges.map((one) => line(one, '交易', one.paidAt, yuan(one.amountFen), '', `-${yuan(this.feeFen(one.amountFen))}`)),
      ...refunds.map((one) => line(one.charge, '退款', one.doneAt, `-${yuan(one.amountFen)}`, one.number, yuan(this.feeFen(one.amountFen)))),
    ]
    const table = ['#支付宝业务明细查询', `#账号：[${sellerId}0156]`, '#-----业务明细列表----', billColumns, ...lines, '#-----业务明细列表结束----', `#交易合计：${charges.length}笔`]
    return zipped({ [`${sellerId}0156_${day}_业务明细(汇总).csv`]: '#支付宝业务汇总查询\n门店编号,门店名称\n', [`${sellerId}0156_${day}_业务明细.csv`]: `${table.join('\r\n')}\r\n` })
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
    const sum = { refund_fee: yuan(this.doneFen(refund.charge)), gmt_refund: `${shanghai(refund.doneAt)}.000`, out_biz_no: refund.number }
    return this.notice({ ...this.fields(refund.charge, wish), ...sum }, wish)
  }

  private fields(charge: Charge, wish: NoticeWish): Record<string, string> {
    return {
      notify_time: shanghai(this.clock()),
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
      gmt_create: shanghai(charge.paidAt || this.clock()),
      ...(charge.state === 'paid' ? { gmt_payment: shanghai(charge.paidAt) } : {}),
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

const fen = (yuan: string) => Number(yuan.replace('.', ''))

const billColumns =
  '支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注'

const zipping = `
import io, json, sys, zipfile
bytes = io.BytesIO()
with zipfile.ZipFile(bytes, "w", zipfile.ZIP_DEFLATED) as archive:
    for name, text in json.load(sys.stdin).items(): archive.writestr(name, text.encode("gbk"))
sys.stdout.buffer.write(bytes.getvalue())`

/** Files in GBK, packed by another program. */
function zipped(files: Record<string, string>): Uint8Array {
  const run = spawnSync('/usr/bin/python3', ['-c', zipping], { input: JSON.stringify(files) })
  if (run.status !== 0) throw new Error(`zipfile: ${run.stderr}`)
  return run.stdout
}

export const startAlipay = (options: ProviderOptions = {}) => new Alipay(options).listen()
