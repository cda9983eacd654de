import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sum } from './exact.ts'
import { type MeterLine, meterFaults } from './meter.ts'
import { sayParts, typedUnits } from './typed-units.ts'

const at = (text: string) => typedUnits(text, 'hour')!
const line = (key: string, from: string, to: string, units?: string): MeterLine => ({
  key,
  from: at(from),
  to: at(to),
  ...(units === undefined ? {} : { units: at(units) }),
})

test('3,2 h are missing between two lines', () => {
  const lines = [line('Hugo', '120,5', '123'), line('Nadia', '126,2', '130')]
  const [found, ...more] = meterFaults(lines, at('120,5'))
  assert.deepEqual(found, { is: 'gap', key: 'Nadia', after: 'Hugo', parts: at('3,2') })
  assert.equal(sayParts(found.parts, 'fr'), '3,2')
  assert.deepEqual(more, [])
})

test('a line that was keyed late stands where the meter says', () => {
  const late = [line('a', '0', '1'), line('c', '2', '3'), line('b', '1', '2')]
  assert.deepEqual(meterFaults(late, 0), [])
})

test('an hour that two wrote, one that nobody wrote before the first, and wrong sums', () => {
  const lines = [line('a', '1', '5', '3,5'), line('b', '4', '6', '2'), line('c', '9', '7')]
  assert.deepEqual(meterFaults(lines, 0), [
    { is: 'gap', key: 'a', parts: at('1') },
    { is: 'overlap', key: 'b', after: 'a', parts: at('1') },
    { is: 'sum', key: 'a', parts: -at('0,5') },
    { is: 'backwards', key: 'c', parts: at('2') },
  ])
})

test('lines with gaps, less overlaps, are what the meter went', () => {
  const lines = fc.array(fc.tuple(fc.nat(1_000), fc.nat(200)), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(lines, fc.nat(1_000), (all, start) => {
      const read = all.map(([from, long], n) => ({ key: `l${n}`, from, to: from + long }))
      const faults = meterFaults(read, start)
      const parts = (is: string) => sum(faults.map(one => (one.is === is ? one.parts : 0)))
      const end = Math.max(start, ...read.map(({ to }) => to))
      const went = sum(all.map(([, long]) => long)) + parts('gap') - parts('overlap')
      assert.equal(went, end - start)
    }),
  )
})
