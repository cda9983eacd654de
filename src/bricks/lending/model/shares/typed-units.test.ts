import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PARTS } from './exact.ts'
import { sayMinutes, sayParts, typedAmount, typedUnits, type WorkUnit } from './typed-units.ts'

const read = (text: string, unit: WorkUnit = 'hour') => {
  const parts = typedUnits(text, unit)
  return parts === undefined ? undefined : sayParts(parts, 'fr')
}

test('work units are read as a notebook writes them', () => {
  const said = [
    '3,2',
    '3.2',
    '3,2 h',
    '1 h 30',
    '1h30',
    '1 h 30 min',
    '45 min',
    '0:45',
    '12 heures',
  ]
  assert.deepEqual(
    said.map(text => read(text)),
    ['3,2', '3,2', '3,2', '1,5', '1,5', '1,5', '0,75', '0,75', '12'],
  )
  assert.deepEqual(
    [
      read('1 250,5 ha', 'hectare'),
      read('12', 'bale'),
      read('80 kg', 'kg'),
      read('3 fois', 'time'),
    ],
    ['1 250,5', '12', '80', '3'].map(text => text.replace(' ', '\u202f')),
  )
})

test('three times 1 h 20 are four hours', () => {
  assert.equal(typedUnits('1 h 20', 'hour')! * 3, 4 * PARTS)
})

test('another unit, a word, a sign or four decimals are no amount', () => {
  for (const text of ['', 'h', 'beaucoup', '-3', '3,1415', '12 ha', '1 h 75', '3,2,1', '１２'])
    assert.equal(read(text), undefined, text)
  assert.equal(read('1 h 30', 'km'), undefined)
})

test('amounts are cents, or minutes where hours are counted', () => {
  assert.equal(typedAmount('1 234,50 €', 'money'), 123_450)
  assert.equal(typedAmount('-5', 'money'), undefined)
  assert.equal(typedAmount('1 h 30', 'hours'), 90)
  assert.equal(typedAmount('3,2', 'hours'), 192)
  assert.equal(typedAmount('jamais', 'hours'), undefined)
})

test('minutes are said as hours', () => {
  assert.deepEqual([0, 45, 60, 90, -125].map(sayMinutes), [
    '0\u00a0h',
    '45\u00a0min',
    '1\u00a0h',
    '1\u00a0h\u00a030',
    '−2\u00a0h\u00a005',
  ])
})
