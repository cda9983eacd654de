import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sum } from './exact.ts'
import { type MeterLine, meterApart, readMeter, type UnreadLine } from './meter.ts'
import { sayParts, typedUnits } from './typed-units.ts'

const at = (text: string) => typedUnits(text, 'hour')!
const line = (key: string, from: string, to: string, units?: string): MeterLine => ({
  key,
  day: '2026-10-03',
  from: at(from),
  to: at(to),
  ...(units === undefined ? {} : { units: at(units) }),
})
const faults = (lines: readonly MeterLine[], start: number) => readMeter(lines, [], start).faults

test('3,2 h are missing between two lines', () => {
  const lines = [line('Hugo', '120,5', '123'), line('Nadia', '126,2', '130')]
  const [found, ...more] = faults(lines, at('120,5'))
  assert.deepEqual(found, { is: 'gap', key: 'Nadia', after: 'Hugo', parts: at('3,2') })
  assert.equal(sayParts(found.parts, 'fr'), '3,2')
  assert.deepEqual(more, [])
})

test('a line that was keyed late stands where the meter says', () => {
  const late = [line('a', '0', '1'), line('c', '2', '3'), line('b', '1', '2')]
  assert.deepEqual(faults(late, 0), [])
})

test('an hour that two wrote, one that nobody wrote before the first, and wrong sums', () => {
  const lines = [line('a', '1', '5', '3,5'), line('b', '4', '6', '2'), line('c', '9', '7')]
  assert.deepEqual(faults(lines, 0), [
    { is: 'gap', key: 'a', parts: at('1') },
    { is: 'overlap', key: 'b', after: 'a', parts: at('1') },
    { is: 'sum', key: 'a', parts: -at('0,5') },
    { is: 'backwards', key: 'c', parts: at('2') },
  ])
})

test('a line without a meter counts between the two meters around its day', () => {
  const on = (day: string, one: MeterLine): MeterLine => ({ ...one, day: `2026-10-${day}` })
  const unread = (day: string, units: string): UnreadLine => ({
    ...{ key: 'Perret', day: `2026-10-${day}`, units: at(units) },
  })
  const read = (units: string, day: string, from: string) =>
    readMeter(
      [on('03', line('Aimé', '100', '124,2')), on('05', line('Vial', from, '134'))],
      [unread(day, units)],
      at('100'),
    )
  assert.deepEqual(read('3,5', '04', '127,7').faults, [])
  assert.deepEqual(read('3', '04', '127,7').faults, [
    { is: 'gap', key: 'Vial', after: 'Aimé', parts: at('0,5') },
  ])
  assert.deepEqual(read('4', '04', '127,7').faults, [
    { is: 'over', key: 'Perret', parts: at('0,5') },
  ])
  assert.deepEqual(read('3,5', '04', '124,2').faults, [
    { is: 'over', key: 'Perret', parts: at('3,5') },
  ])
  assert.deepEqual(read('3,5', '05', '126').faults, [
    { is: 'over', key: 'Perret', parts: at('1,7') },
  ])
  const after = read('3,5', '06', '124,2')
  assert.deepEqual([after.faults, after.end, after.since], [[], at('134'), at('3,5')])
})

test('lines with gaps, less overlaps and what is over, are what the meter went', () => {
  const day = (n: number): string => `2026-10-${String(n + 1).padStart(2, '0')}`
  const metered = fc.tuple(fc.nat(1_000), fc.nat(200), fc.nat(29))
  const unmetered = fc.tuple(fc.nat(200), fc.nat(29))
  fc.assert(
    fc.property(
      fc.array(metered, { minLength: 1, maxLength: 30 }),
      fc.array(unmetered, { maxLength: 12 }),
      fc.nat(1_000),
      (all, without, start) => {
        const lines = all.map(([from, long, n], at) => ({
          ...{ key: `l${at}`, from, to: from + long, day: day(n) },
        }))
        const unread = without.map(([units, n], at) => ({ key: `u${at}`, units, day: day(n) }))
        const found = readMeter(lines, unread, start)
        const { end = 0, since } = found
        const parts = (is: string) => sum(found.faults.map(one => (one.is === is ? one.parts : 0)))
        const noted = sum(all.map(([, long]) => long)) + sum(without.map(([units]) => units))
        const went = noted + parts('gap') - parts('overlap') - parts('over')
        assert.equal(went, end + since - start)
        assert.equal(end, Math.max(start, ...lines.map(({ to }) => to)))
      },
    ),
  )
})

test('what the meter went and what was noted are compared, where it was read', () => {
  const meter = { faults: [], start: 300_000, end: 423_000, since: 0, before: 0 }
  assert.deepEqual(meterApart(meter, 113_400), { went: 123_000, noted: 113_400, apart: 9_600 })
  assert.equal(meterApart(meter, 126_000)?.apart, -3_000)
  assert.equal(meterApart({ ...meter, since: 3_000 }, 126_000), undefined, 'noted after it')
  assert.equal(meterApart({ faults: [], since: 0, before: 0 }, 5), undefined, 'never read')
})
