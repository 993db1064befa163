// UnionPay ACP 5.1.0 (QR codes and the B2B gateway) as its documentation describes it: forms in, plain pairs out, each
// message with the certificate that signed it.
import { createHash, createSign, createVerify, X509Certificate } from 'node:crypto'
import { newCertificate, newPair } from './keys.ts'
import { Provider, shanghai, type Answer, type Call, type Charge, type NoticeWish, type ProviderOptions, type Refund } from './provider.ts'

const merchantId = '777290058110048'

type Fields = Record<string, string>

export class Unionpay extends Provider {
  private readonly merchant = newPair()
  private readonly root = newPair()
  private readonly middle = newPair()
  private readonly own = newPair()
  private readonly stranger = newPair()
  private readonly rootCertificate = newCertificate(this.folder, this.root, { name: 'ROOT CA', isAuthority: true })
  private readonly middleCertificate = this.issued('OCA1', this.middle, { certificate: this.rootCertificate, privateKey: this.root.privateKey }, true)
  private readonly certificate = this.issued('041@Z12@中国银联股份有限公司@00000001', this.own, this.issuer())
  /** Issued by the same authority to somebody else: a true certificate that is not UnionPay's. */
  private readonly strangersCertificate = this.issued('041@Z12@某某商户@00000002', this.stranger, this.issuer())
  private readonly merchantCertificate = new X509Certificate(newCertificate(this.folder, this.merchant, { name: 'merchant' }))

  constructor(options: ProviderOptions) {
    super(options)
  }

  settings(): Record<string, string> {
    return {
      EXPOGATE_UNIONPAY_URL: this.url,
      EXPOGATE_UNIONPAY_MERCHANT_ID: merchantId,
      EXPOGATE_UNIONPAY_MERCHANT_KEY_FILE: this.keep('merchant_key.pem', this.merchant.privateKey),
      EXPOGATE_UNIONPAY_MERCHANT_CERTIFICATE_FILE: this.keep('merchant.pem', this.merchantCertificate.toString()),
      EXPOGATE_UNIONPAY_ROOT_CERTIFICATES_FILE: this.keep('root.pem', this.rootCertificate),
      EXPOGATE_UNIONPAY_MIDDLE_CERTIFICATES_FILE: this.keep('middle.pem', this.middleCertificate),
    }
  }

  private issuer() {
    return { certificate: this.middleCertificate, privateKey: this.middle.privateKey }
  }

  private issued(name: string, key: ReturnType<typeof newPair>, issuer: { certificate: string; privateKey: string }, isAuthority = false): string {
    return newCertificate(this.folder, key, { name, issuer, isAuthority })
  }

  /** What the browser posts to the gateway's page; the number of the charge that it opens. */
  openPage(fields: Fields): string {
    const why = this.whyNotGenuine(fields) ?? this.whyNoCharge(fields, '000202')
    if (why) throw new Error(`the gateway's page refuses: ${why}`)
    this.add(fields)
    return fields.orderId!
  }

  protected answer(call: Call): Answer {
    const fields = Object.fromEntries(new URLSearchParams(call.body))
    if (call.method === 'POST' && call.target === '/gateway/api/frontTransReq.do') return { status: 200, body: this.openPage(fields) }
    const why = this.whyNotGenuine(fields)
    if (why) return this.reply(fields, { respCode: '11', respMsg: `验证签名失败: ${why}` })
    if (call.target === '/gateway/api/queryTrans.do' && fields.txnType === '00') return this.reply(fields, this.query(fields))
    if (call.target === '/gateway/api/backTransReq.do' && fields.txnType === '01') return this.reply(fields, this.begin(fields))
    if (call.target === '/gateway/api/backTransReq.do' && fields.txnType === '04') return this.reply(fields, this.refund(fields))
    return { status: 404, body: '' }
  }

  private whyNotGenuine({ signature = '', ...fields }: Fields): string | null {
    if (fields.version !== '5.1.0' || fields.signMethod !== '01' || fields.encoding !== 'UTF-8' || fields.accessType !== '0') return 'a protocol field'
    if (fields.merId !== merchantId) return 'merId'
    if (fields.certId !== BigInt(`0x${this.merchantCertificate.serialNumber}`).toString()) return 'certId'
    if (!/^[0-9A-Za-z]{8,40}$/.test(fields.orderId ?? '')) return 'orderId'
    if (!/^\d{14}$/.test(fields.txnTime ?? '')) return 'txnTime'
    return createVerify('RSA-SHA256').update(digest(fields)).verify(this.merchant.publicKey, signature, 'base64') ? null : 'signature'
  }

  private whyNoCharge(fields: Fields, bizType: string): string | null {
    const isPage = bizType === '000202'
    if (fields.bizType !== bizType || fields.txnSubType !== (isPage ? '01' : '07') || fields.channelType !== (isPage ? '07' : '08')) return 'bizType, txnSubType, channelType'
    if (fields.txnType !== '01' || fields.currencyCode !== '156' || !/^[1-9]\d{0,11}$/.test(fields.txnAmt ?? '')) return 'txnAmt'
    if (Math.abs(at(fields.txnTime!) - this.clock()) > 3_600_000) return 'txnTime无效'
    if (!fields.backUrl || (isPage && !fields.frontUrl)) return 'backUrl, frontUrl'
    return null
  }

  private begin(fields: Fields): Fields {
    const why = this.whyNoCharge(fields, '000000')
    if (why) return { respCode: '10', respMsg: `报文格式错误: ${why}` }
    if (this.charges.has(fields.orderId!)) return { respCode: '12', respMsg: '重复交易' }
    this.add(fields)
    return { ...success, qrCode: `https://qr.95516.com/00010000/${fields.orderId}` }
  }

  private add(fields: Fields): void {
    const expiresAt = fields.payTimeout ? at(fields.payTimeout) : this.clock() + 3_600_000
    this.addCharge(fields.orderId!, Number(fields.txnAmt), fields.backUrl!, expiresAt, fields)
  }

  private query(fields: Fields): Fields {
    const charge = this.charges.get(fields.orderId!)
    const refund = this.refunds.get(fields.orderId!)
    const known = charge ? (charge.asked as Fields) : refund && this.askedRefunds.get(refund.number)
    // Without the time of its beginning, or for the other product, a transaction is not found.
    if (!known || known.txnTime !== fields.txnTime || known.bizType !== fields.bizType) return { respCode: '34', respMsg: '查无此交易' }
    if (charge) {
      const state = charge.state === 'paid' ? { origRespCode: '00', origRespMsg: '成功', ...this.paidFields(charge, {}) } : { origRespCode: '05', origRespMsg: '交易已受理' }
      return { ...success, txnAmt: String(charge.amountFen), currencyCode: '156', ...state }
    }
    const word = { done: '00', processing: '05', refused: '61' }[refund!.state]
    return { ...success, origRespCode: word, origRespMsg: word, currencyCode: '156', ...this.refundedFields(refund!, {}) }
  }

  private readonly askedRefunds = new Map<string, Fields>()

  private refund(fields: Fields): Fields {
    if (this.askedRefunds.has(fields.orderId!)) return { respCode: '12', respMsg: '重复交易' }
    const charge = [...this.charges.values()].find((one) => one.gatewayNumber !== '' && one.gatewayNumber === fields.origQryId)
    if (!charge || (charge.asked as Fields).bizType !== fields.bizType) return { respCode: '34', respMsg: '查无此交易' }
    const refund = this.addRefund(fields.orderId!, charge, Number(fields.txnAmt), fields.backUrl!)
    if (typeof refund === 'string') return { respCode: this.refundsAre === 'refused' ? '51' : '38', respMsg: refund }
    this.askedRefunds.set(refund.number, fields)
    return { ...success, queryId: refund.gatewayNumber, txnAmt: String(refund.amountFen) }
  }

  private paidFields(charge: Charge, wish: NoticeWish): Fields {
    return {
      queryId: charge.gatewayNumber,
      txnAmt: String(wish.amountFen ?? charge.amountFen),
      settleAmt: String(charge.amountFen),
      traceNo: '000123',
      traceTime: stamp(charge.paidAt).slice(4),
    }
  }

  private refundedFields(refund: Refund, wish: NoticeWish): Fields {
    return {
      queryId: refund.gatewayNumber,
      origQryId: refund.charge.gatewayNumber,
      txnAmt: String(wish.amountFen ?? refund.amountFen),
      traceNo: '000124',
      traceTime: stamp(refund.doneAt).slice(4),
    }
  }

  protected chargeNotice(charge: Charge, wish: NoticeWish): Call {
    const asked = charge.asked as Fields
    return this.notice({ ...this.noticeFields(asked, wish), txnType: '01', txnSubType: asked.txnSubType!, orderId: wish.number ?? charge.number, respCode: wish.state ?? '00', ...this.paidFields(charge, wish) }, wish)
  }

  protected refundNotice(refund: Refund, wish: NoticeWish): Call {
    const word = wish.state ?? { done: '00', processing: '05', refused: '61' }[refund.state]
    const asked = this.askedRefunds.get(refund.number)!
    return this.notice({ ...this.noticeFields(asked, wish), txnType: '04', txnSubType: '00', orderId: wish.number ?? refund.number, respCode: word, ...this.refundedFields(refund, wish) }, wish)
  }

  private noticeFields(asked: Fields, wish: NoticeWish): Fields {
    return {
      version: '5.1.0',
      encoding: 'UTF-8',
      signMethod: '01',
      accessType: '0',
      bizType: asked.bizType!,
      merId: wish.merchant ?? merchantId,
      txnTime: asked.txnTime!,
      currencyCode: wish.currency ?? '156',
      respMsg: '成功[0000000]',
    }
  }

  private notice(fields: Fields, wish: NoticeWish): Call {
    const body = new URLSearchParams(this.signed(fields, wish.forged)).toString()
    return { method: 'POST', target: '', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body }
  }

  /** Pairs that are not encoded, in no particular order. */
  private reply(request: Fields, said: Fields): Answer {
    const { version, encoding, signMethod, accessType, bizType, merId, orderId, txnTime, txnType, txnSubType } = request
    const common = { version, encoding, signMethod, accessType, bizType, merId, orderId, txnTime, txnType, txnSubType } as Fields
    const fields = this.signed({ ...said, ...common })
    const body = Object.entries(fields)
      .map(([name, value]) => `${name}=${value}`)
      .join('&')
    return { status: 200, headers: { 'content-type': 'text/html;charset=UTF-8' }, body }
  }

  private signed(fields: Fields, forged = false): Fields {
    const whole = { ...fields, signPubKeyCert: (forged ? this.strangersCertificate : this.certificate).replaceAll('\n', '\r\n') }
    const key = forged ? this.stranger.privateKey : this.own.privateKey
    return { ...whole, signature: createSign('RSA-SHA256').update(digest(whole)).sign(key, 'base64') }
  }

  protected isAccepted(answer: { status: number }): boolean {
    return answer.status === 200
  }
}

const success = { respCode: '00', respMsg: '成功[0000000]' }

function digest(fields: Fields): string {
  const text = Object.keys(fields)
    .sort()
    .map((name) => `${name}=${fields[name]}`)
    .join('&')
  return createHash('sha256').update(text).digest('hex')
}

const stamp = (moment: number) => shanghai(moment).replace(/\D/g, '')
const at = (text: string) => Date.parse(`${text.replace(/^(....)(..)(..)(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6')}+08:00`)

export const startUnionpay = (options: ProviderOptions = {}) => new Unionpay(options).listen()
