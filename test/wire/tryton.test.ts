/** Values of the ERP in our words: exact, and in the form our contracts give them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toDateValue, toDay, toMoment, toMoney, toTimeMs } from '#wire/tryton'

const decimal = (text: string) => ({ __class__: 'Decimal', decimal: text }) as const

describe('money', () => {
  test.each([
    ['9.9000', 'EUR', '9.90'],
    ['0', 'EUR', '0.00'],
    ['29.70', 'EUR', '29.70'],
    ['0.0125', 'EUR', '0.0125'],
    ['-12.5', 'EUR', '-12.50'],
    ['100.00', 'JPY', '100'],
    ['100.5', 'JPY', '100.5'],
    ['1.5', 'KWD', '1.500'],
    ['90071992547409.93', 'EUR', '90071992547409.93'],
  ])('%s in %s is %s', (stored, currency, amount) => {
    expect(toMoney(decimal(stored), currency)).toEqual({ amount, currency })
  })

  const amounts = fc.tuple(
    fc.boolean(),
    fc.bigInt({ min: 0n, max: 999_999_999_999_999n }),
    fc.stringMatching(/^[0-9]{0,4}$/),
    fc.nat({ max: 6 }),
  )

  test('no digit is lost, none is made up, and the contract allows the form', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.constantFrom('EUR', 'JPY', 'KWD'),
        ([minus, whole, digits, zeros], currency) => {
          const fraction = digits + '0'.repeat(zeros)
          const stored = `${minus ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`
          const { amount } = toMoney(decimal(stored), currency)
          expect(amount).toMatch(/^-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,4})?$/)
          expect(parts(amount)).toEqual(parts(stored))
        },
      ),
    )
  })

  /** An amount without the zeros that mean nothing. */
  const parts = (text: string) => {
    const [whole, fraction = ''] = text.split('.')
    return [whole, fraction.replace(/0+$/, '')]
  }
})

describe('moments', () => {
  const dates = fc.date({
    min: new Date('1900-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  })

  test('are those of the ERP, in UTC, to the millisecond', () => {
    fc.assert(
      fc.property(dates, fc.nat({ max: 999 }), (date, microseconds) => {
        const stored = {
          ...toDateValue(date),
          __class__: 'datetime',
          hour: date.getUTCHours(),
          minute: date.getUTCMinutes(),
          second: date.getUTCSeconds(),
          microsecond: date.getUTCMilliseconds() * 1000 + microseconds,
        } as const
        expect(toMoment(stored)).toBe(date.toISOString())
        expect(toTimeMs(stored)).toBe(date.getTime())
        expect(toDay(toDateValue(date))).toBe(date.toISOString().slice(0, 'YYYY-MM-DD'.length))
      }),
    )
  })
})
