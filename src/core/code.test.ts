import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyUnit } from '../../tests/support/any-unit.ts'
import { checkDigit, codeOf, codeWord, readCode, sayCode } from './code.ts'

test('the check digit is Verhoeff’s', () => {
  assert.equal(checkDigit('236'), 3)
  assert.equal(checkDigit('12345'), 1)
})

const all = Array.from({ length: 1_000 }, (_, n) => codeOf('papier', String(n).padStart(3, '0')))

test('every code drawn is read back, however it is typed', () => {
  for (const code of all) assert.deepEqual(readCode(sayCode(code)), code)
  const { digits } = codeOf('Forêt', '743')
  const spaced = [...digits].join(' ')
  for (const typed of [
    `FORÊT${digits}`,
    ` foret  ${spaced} `,
    `${digits} forêt`,
    `forêt-${digits}.`,
    `annonce forêt ${digits}`,
  ])
    assert.deepEqual(readCode(typed), { word: 'foret', digits }, typed)
})

test('any one digit misheard is caught, in every code', () => {
  for (const { digits } of all)
    for (let i = 0; i < 4; i++)
      for (let d = 0; d < 10; d++) {
        const heard = digits.slice(0, i) + d + digits.slice(i + 1)
        if (heard !== digits) assert.deepEqual(readCode(`papier ${heard}`), { fault: 'check' })
      }
})

test('any two neighbours swapped are caught, in every code', () => {
  for (const { digits } of all)
    for (let i = 0; i < 3; i++) {
      const heard = digits.slice(0, i) + digits[i + 1] + digits[i] + digits.slice(i + 2)
      if (heard !== digits) assert.deepEqual(readCode(`papier ${heard}`), { fault: 'check' })
    }
})

test('a text that is no code gives what is missing', () => {
  assert.deepEqual(readCode('  '), { fault: 'empty' })
  assert.deepEqual(readCode('74 31'), { fault: 'no-word' })
  assert.deepEqual(readCode('papier'), { fault: 'no-digits' })
  assert.deepEqual(readCode('papier 74 3'), { fault: 'too-few' })
  assert.deepEqual(readCode('papier 74 31 2'), { fault: 'too-many' })
  assert.deepEqual(readCode('papier ٧٤٣١'), { fault: 'too-few' })
  fc.assert(fc.property(fc.string({ unit: anyUnit }), text => typeof readCode(text) === 'object'))
})

test('a label gives the one word that is said', () => {
  assert.equal(codeWord('Les légumes et les fruits'), 'legumes')
  assert.equal(codeWord('Bois'), 'bois')
  assert.equal(codeWord('À prêter'), 'preter')
  assert.equal(codeWord('3D'), '')
  assert.throws(() => codeOf('papier', '12'), RangeError)
})
