import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyUnit } from '../../../tests/support/any-unit.ts'
import { calledLine, LONGEST_CALLED } from './boxes.ts'

test('the name of another box is one short line without control or direction characters', () => {
  assert.equal(
    calledLine('\u001b[2J\u001b]0;x\u0007PIRATE\r\n- \u202efaux\u200f\u061c\u009b'),
    '[2J]0;xPIRATE - faux',
  )
  assert.equal(calledLine('  Boën\n sur\tLignon '), 'Boën sur Lignon')
  assert.equal(calledLine('Saint-Just 👩‍🌾'), 'Saint-Just 👩‍🌾')
  for (const nothing of [undefined, null, 3, {}, '', ' \n', '\u001b', '\u202e\u2066'])
    assert.equal(calledLine(nothing), '')
  const odd = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'\u001b\u0007\n\r\t\u0085\u009b\u200e\u200f\u061c\u202e\u2066\u2028 '),
      fc.string({ unit: anyUnit }),
    ),
  })
  fc.assert(
    fc.property(odd, fc.nat(400), (said, more) => {
      const name = calledLine('\u0000'.repeat(5 * (more % 200)) + said + '👩'.repeat(more))
      assert.doesNotMatch(name, /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u)
      assert.ok(name.length <= LONGEST_CALLED && name.isWellFormed() && calledLine(name) === name)
    }),
  )
})
