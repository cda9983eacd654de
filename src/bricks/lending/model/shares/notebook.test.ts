import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { PARTS, sum } from './exact.ts'
import { type NotebookLine, readPage, type TypedLine } from './notebook.ts'

const OF = {
  unit: 'hour' as const,
  firstOn: '2026-09-01',
  lastOn: '2027-08-31',
  today: '2027-01-31',
  meter: 100 * PARTS,
  since: 0,
  people: new Set(['hugo', 'nadia']),
}
const line = (cells: Partial<TypedLine>): TypedLine => ({
  ...{ day: '', who: '', from: '', to: '', units: '' },
  ...cells,
})
const kept = (...rows: readonly Partial<TypedLine>[]): readonly NotebookLine[] => {
  const read = readPage(rows.map(line), OF)
  assert.ok('lines' in read, JSON.stringify(read))
  return read.lines
}
const fault = (...rows: readonly Partial<TypedLine>[]) => {
  const read = readPage(rows.map(line), OF)
  const [first] = 'faults' in read ? read.faults : []
  return first ? [first.line, first.cell, first.why] : read
}

test('what the paper leaves out is what stands above', () => {
  const read = kept(
    { day: '3 octobre', who: 'hugo', to: '102,5' },
    { who: 'nadia', to: '104' },
    {},
    { day: '12/1', who: 'hugo', units: '1 h 30' },
    { who: 'nadia', from: '110', units: '2' },
  )
  const h = (n: number): number => n * PARTS
  assert.deepEqual(read, [
    { day: '2026-10-03', who: 'hugo', from: h(100), to: h(102.5), parts: h(2.5) },
    { day: '2026-10-03', who: 'nadia', from: h(102.5), to: h(104), parts: h(1.5) },
    { day: '2027-01-12', who: 'hugo', from: null, to: null, parts: h(1.5) },
    { day: '2027-01-12', who: 'nadia', from: h(110), to: h(112), parts: h(2) },
  ])
})

test('a line without a meter moves it: the next one does not pay its hours too', () => {
  const day = '3/10'
  const rows = [
    { day, who: 'hugo', units: '3,5' },
    { who: 'nadia', to: '110' },
  ] as const
  const [, second] = kept(...rows)
  assert.deepEqual([second?.from, second?.parts], [103.5 * PARTS, 6.5 * PARTS])
  assert.deepEqual(fault(rows[0], { who: 'nadia', to: '103' }), [1, 'from', 'past'])
  assert.deepEqual(fault(rows[0], { who: 'nadia', to: '99' }), [1, 'to', 'backwards'])
})

test('the first fault of a page says its line and its cell', () => {
  const day = '3/10'
  assert.deepEqual(fault({ who: 'hugo', to: '102' }), [0, 'day', 'badDay'])
  assert.deepEqual(fault({ day: '31/2', who: 'hugo', to: '102' }), [0, 'day', 'badDay'])
  assert.deepEqual(fault({ day: '3/10/2025', who: 'hugo', to: '102' }), [0, 'day', 'otherYear'])
  assert.deepEqual(fault({ day, who: 'zoé', to: '102' }), [0, 'who', 'sayWho'])
  assert.deepEqual(fault({ day, who: 'hugo', to: 'cent' }), [0, 'to', 'badMeter'])
  assert.deepEqual(fault({ day, who: 'hugo', to: '99' }), [0, 'to', 'backwards'])
  assert.deepEqual(fault({ day, who: 'hugo', units: '0' }), [0, 'units', 'badUnits'])
  assert.deepEqual(fault({ day, who: 'hugo', to: '101' }, { who: 'nadia', from: '101' }), [
    1,
    'to',
    'badMeter',
  ])
  assert.deepEqual(fault({ day, who: 'hugo' }), [0, 'units', 'sayUnits'])
})

test('every line that does not read is said at once, each once', () => {
  const rows = [
    { day: '31/2', who: 'hugo', to: '102' },
    { who: 'nadia', to: '103' },
    { day: '3/2', who: 'hugo', to: '104' },
    { day: '3/10', who: 'nadia', to: '99' },
  ]
  const read = readPage(rows.map(line), OF)
  assert.ok('faults' in read)
  assert.deepEqual(
    read.faults.map(one => [one.line, one.cell, one.why]),
    [
      [0, 'day', 'badDay'],
      [2, 'day', 'toCome'],
      [3, 'to', 'backwards'],
    ],
  )
})

test('a page typed by its meter alone leaves no hole', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 12 }), tenths => {
      let meter = 1_000
      const rows = tenths.map(n => {
        meter += n
        const to = `${Math.floor(meter / 10)},${meter % 10}`
        return { day: '3/10', who: 'hugo', to }
      })
      const read = kept(...rows)
      assert.equal(sum(read.map(({ parts }) => parts)), (sum(tenths) * PARTS) / 10)
      for (const [at, one] of read.entries())
        assert.equal(one.from, at === 0 ? OF.meter : read[at - 1]?.to)
    }),
  )
})
