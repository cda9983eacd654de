import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { figuresOf, holdsPhone, isSamePhone, phonePattern, withoutPhone } from './phone.ts'

const FORMS = [
  '06 71 22 33 44',
  '0671223344',
  '06.71.22.33.44',
  '06-71-22-33-44',
  '06\u00a071\u202f22 33 44',
  '06 71 22\n33 44',
  '+33 6 71 22 33 44',
  '+33671223344',
  '+33 (0)6 71 22 33 44',
  '0033 6 71 22 33 44',
  '(06) 71 22 33 44',
  '067 122 33 44',
]

test('a number is found however it is spaced, and under its form of abroad', () => {
  const pattern = phonePattern('06 71 22 33 44')!
  for (const form of FORMS) {
    assert.ok(holdsPhone(`chez Anaïs, ${form}, le soir`, pattern), form)
    assert.ok(isSamePhone(form, '0671223344') || form.includes('\n'), form)
    assert.equal(withoutPhone(form, pattern).replace(/\D/g, ''), '', form)
  }
})

const HIDDEN_FORMS = [
  '671223344',
  '6 71 22 33 44',
  '6 712 233 44',
  '06|71|22|33|44',
  '06~71=22#33→44',
  '06\u200b71\u00ad22 33 44',
  '０６ ７１ ２２ ３３ ４４',
  '0\ufe0f6\ufe0f7\ufe0f1\ufe0f2\ufe0f2\ufe0f3\ufe0f3\ufe0f4\ufe0f4',
  'O6 71 22 33 44',
  '33671223344',
  '06 71 22 puis 33 44',
  '0671 (223) et 344',
]
test('a number is found without its nought, in any script, and whatever signs stand between its figures', () => {
  const pattern = phonePattern('06 71 22 33 44')!
  for (const form of HIDDEN_FORMS) {
    assert.ok(holdsPhone(`Gérard ${form} appelez`, pattern), form)
    assert.ok(!holdsPhone(withoutPhone(`Gérard ${form} appelez`, pattern), pattern), form)
  }
  for (const text of ['SIRET 671 223 344 00012', '12 671 223 344', '671223344 5', '6712233445'])
    assert.equal(withoutPhone(text, pattern), text)
})

test('another number, a longer one, a year and a service’s number are left as they are', () => {
  const pattern = phonePattern('06 71 22 33 44')!
  for (const text of ['06 71 22 33 45', '106 71 22 33 44', '06 71 22 33 445', 'en 2026, 71 22 33 44', '115'])
    assert.equal(withoutPhone(text, pattern), text)
  assert.equal(phonePattern('115'), undefined)
  assert.equal(phonePattern('3949'), undefined)
  assert.equal(isSamePhone('115', '115'), false)
})

test('what stood around the number still reads', () => {
  const pattern = phonePattern('0671223344')!
  assert.equal(withoutPhone('au local, 06 71 22 33 44, le mercredi', pattern), 'au local, le mercredi')
  assert.equal(withoutPhone('06 71 22 33 44', pattern), '')
  assert.equal(withoutPhone('Paul (06 71 22 33 44) prête sa scie.', pattern), 'Paul prête sa scie.')
  assert.equal(withoutPhone('appelez le 06 71 22 33 44.', pattern), 'appelez le.')
})

test('whatever a text holds, the number is in what is left in no form', () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 })
  const between = fc.constantFrom('', ' ', '.', '-', '\u00a0', '\u202f', ' / ')
  const seen = fc.record({ lead: fc.constantFrom('0', '+33 ', '0033', '+33 (0)'), first: fc.integer({ min: 1, max: 9 }), digits })
  fc.assert(
    fc.property(seen, fc.array(between, { minLength: 8, maxLength: 8 }), fc.string(), fc.string(), (one, gaps, before, after) => {
      const number = `0${one.first}${one.digits.join('')}`
      const said = `${one.lead}${one.first}${one.digits.map((digit, i) => `${gaps[i]}${digit}`).join('')}`
      const pattern = phonePattern(number)!
      const left = withoutPhone(`${before} : ${said} ; ${after}`, pattern)
      assert.ok(!holdsPhone(left, pattern))
      assert.equal(figuresOf(number), number.slice(1))
    }),
  )
})
