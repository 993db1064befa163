import { expect, it } from 'vitest'
import { whyNotVoucher } from './voucher'

it('takes pictures and PDF files up to 5 MB (ORD-04)', () => {
  expect(whyNotVoucher({ type: 'application/pdf', size: 5_000_000 })).toBeNull()
  expect(whyNotVoucher({ type: 'image/png', size: 1 })).toBeNull()
  expect(whyNotVoucher({ type: 'application/pdf', size: 5_000_001 })).toContain('5 MB')
  expect(whyNotVoucher({ type: 'image/jpeg', size: 12_000_000 })).toBeNull()
  expect(whyNotVoucher({ type: 'image/jpeg', size: 40_000_001 })).toContain('40 MB')
  expect(whyNotVoucher({ type: 'image/heic', size: 1 })).toContain('兼容性最佳')
  expect(whyNotVoucher({ type: 'text/html', size: 1 })).toContain('PDF')
})
