/** Amounts in the ERP are exact, and rounded half to even. */
import { expect, test } from 'vitest'
import { fixed, fractionDigits, times, toMoney, toPrice } from '../../gateway/sandbox/erp/decimals.ts'

test.each([
  ['0', '0'],
  ['0.004', '0'],
  ['0.005', '0'],
  ['0.015', '0.02'],
  ['0.025', '0.02'],
  ['0.0251', '0.03'],
  ['-0.015', '-0.02'],
  ['-9.9', '-9.90'],
  ['90071992547409.93', '90071992547409.93'],
])('%s euro is %s', (exact, amount) => {
  expect(toMoney(fixed(exact))).toEqual({ __class__: 'Decimal', decimal: amount })
})

test('a tenth three times is three tenths', () => {
  expect(toMoney(times(fixed('0.10'), fixed(3))).decimal).toBe('0.30')
  expect(toPrice(fixed('9.9')).decimal).toBe('9.9000')
})

test('a JSON number has all the digits of its binary fraction', () => {
  expect([fractionDigits('9.90'), fractionDigits(9), fractionDigits(9.9)]).toEqual([1, 0, 49])
})
