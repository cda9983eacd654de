import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Machine } from '../../../contract/box/machine.ts'
import { WELL } from '../pages/sample.ts'
import { troublesIn } from './rules.ts'

const MIB = 1024 ** 2
const GIB = 1024 ** 3
const said = (is: Partial<Machine>): readonly string[] =>
  troublesIn({ ...WELL, ...is }).map(one => `${one.what}${one.isGrave ? '!' : ''}`)
const disk = (free: number, total: number) => said({ disk: { free, total } })
const memory = (free: number, stalledPercent: number | null = 0) =>
  said({ memory: { free: free * MIB, total: 1_000 * MIB, stalledPercent } })
const card = (is: Partial<Machine['card']>) => said({ card: { ...WELL.card, ...is } })

test('a machine that is well has no trouble; what can’t be known is none', () => {
  assert.deepEqual(said({}), [])
  const nothing = { disk: null, memory: null, heat: null, power: null, wifi: null }
  assert.deepEqual(
    said({
      ...nothing,
      card: { kind: null, name: null, usedPercent: null, spares: null, faults: null },
    }),
    [],
  )
})

test('room is short before it is gone; a small disk is judged by its size', () => {
  assert.deepEqual(
    [disk(2 * GIB, 32 * GIB), disk(GIB - 1, 32 * GIB), disk(200 * MIB - 1, 32 * GIB)],
    [[], ['disk'], ['disk!']],
  )
  assert.deepEqual(
    [disk(150 * MIB, GIB), disk(100 * MIB, GIB), disk(15 * MIB, GIB)],
    [[], ['disk'], ['disk!']],
  )
})

test('memory is short when little is left, or when everybody waits for it', () => {
  assert.deepEqual([memory(101), memory(99), memory(49)], [[], ['memory'], ['memory!']])
  assert.deepEqual(
    [memory(400, 9.9), memory(400, 10), memory(400, 60)],
    [[], ['memory'], ['memory!']],
  )
  assert.deepEqual(memory(400, null), [])
})

test('a processor slows down at eighty degrees: it is said ten before', () => {
  assert.deepEqual(
    [said({ heat: 69 }), said({ heat: 70 }), said({ heat: 80 })],
    [[], ['heat'], ['heat!']],
  )
})

test('electricity that is weak now is grave; that was weak is said', () => {
  assert.deepEqual(
    [said({ power: { isLow: false, lowAt: 1 } }), said({ power: { isLow: true, lowAt: 1 } })],
    [['power'], ['power!']],
  )
})

test('a Wi-Fi that seems shut is said; a radio that is gone is grave', () => {
  assert.deepEqual(
    [said({ wifi: 'open' }), said({ wifi: 'shut' }), said({ wifi: 'absent' })],
    [[], ['wifi'], ['wifi!']],
  )
})

test(
  'a card is said to wear out at eight tenths of its life, and to be changed beyond it, ' +
    'without spares, or once it made errors',
  () => {
    assert.deepEqual(
      [card({ usedPercent: 70 }), card({ usedPercent: 80 }), card({ usedPercent: 100 })],
      [[], ['card'], ['card!']],
    )
    assert.deepEqual(
      [card({ spares: 'few' }), card({ spares: 'none' }), card({ faults: 1 })],
      [['card'], ['card!'], ['card!']],
    )
  },
)

test('a card that forgot is grave; one that answers sooner than it can is suspected', () => {
  assert.deepEqual(said({ lapses: [{ at: 1, what: 'ahead', entries: 1 }] }), ['lapse!'])
  const looked = (done: boolean) =>
    said({ outcomes: { check: { done, at: 1, key: done ? 'whole' : 'hurt', more: [] } } })
  assert.deepEqual([looked(true), looked(false)], [[], ['check!']])
  assert.deepEqual(
    said({ outcomes: { check: { done: false, at: 1, key: 'undone', more: [] } } }),
    [],
  )
  assert.deepEqual([said({ isHasty: true }), said({ isHasty: null })], [['lapse'], []])
})

test('a log that was found hurt is grave, and before all else', () => {
  assert.deepEqual([said({ isLogHurt: true }), said({ isLogHurt: false })], [['log!'], []])
  assert.deepEqual(said({ heat: 90, isLogHurt: true }), ['log!', 'heat!'])
})

test('what is grave comes first', () => {
  assert.deepEqual(said({ heat: 90, clock: { sure: false, by: null, odd: null, last: null } }), [
    'heat!',
    'clock',
  ])
})
