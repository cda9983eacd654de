import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyUnit } from '../../../tests/support/any-unit.ts'
import { latinised, mixesScripts } from './look-alikes.ts'

test('a text keeps its length when its look-alikes become Latin', () => {
  const unit = fc.oneof(
    fc.constantFrom(...'аеоАВЕημνΗ aeé\u200b\u0301😀'),
    fc.string({ unit: anyUnit, minLength: 1, maxLength: 2 }),
  )
  fc.assert(fc.property(fc.string({ unit }), text => latinised(text).length === text.length))
})

test('a word of two scripts is recognised, and words of one script are not', () => {
  for (const name of ['Mаthieu', 'Ηélène', 'Ꭰlice', 'le Mаthieu du bas', 'Jean-Mаrie'])
    assert.ok(mixesScripts(name), name)
  for (const name of [
    'Mathieu',
    'Анна',
    'Анна et Paul',
    'Νίνα',
    '10 µm',
    'ﬁlm',
    'Mᵐᵉ Roy',
    'l’ʼn',
    'Łukasz',
    'Işıl',
    'مريم',
    'Linh Nguyễn',
  ])
    assert.ok(!mixesScripts(name), name)
})
