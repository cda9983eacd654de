import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ofList, type WatchPanel, type WatchSource } from '../../../contract/box/watch.ts'
import {
  cycleOf,
  isNight,
  nextOf,
  roundsIn,
  roundsSaid,
  saidAddress,
  shiftOf,
  startOf,
  together,
} from './rules.ts'

const NOW = Date.parse('2026-12-05T09:00:00Z')
const key = (n: number): string => String(n).padStart(5, '0')
const panels = (of: Iterable<number>): readonly WatchPanel[] =>
  [...of].map(n => ({ key: key(n), title: `n° ${n}` }))
const source = (of: Iterable<number>, most = 3, kind = 'offers'): WatchSource => ({
  kind,
  order: 1,
  side: 'offer',
  label: kind,
  most,
  ...ofList(panels(of)),
})
const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i)

test('each has its turn before any has it twice, wherever the round began', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 5 }),
      fc.nat(1e9),
      (n, most, moment) => {
        let after: string | undefined
        const seen: string[] = []
        while (seen.length < n) {
          const { panels: shown, last } = nextOf(source(upTo(n), most), after, moment)
          assert.equal(shown.length, Math.min(n, most))
          seen.push(...shown.map(one => one.key))
          after = last
        }
        const first = new Set(seen.slice(0, n - (n % most)))
        assert.equal(first.size, n - (n % most), 'nobody twice before the round is over')
        assert.equal(new Set(seen).size, n)
      },
    ),
  )
})

test(
  'what stands all along has its turn, whatever is written and withdrawn meanwhile; the ' +
    'newest has no privilege',
  () => {
    const changes = fc.array(fc.record({ at: fc.nat(40), adds: fc.boolean() }), { maxLength: 60 })
    fc.assert(
      fc.property(changes, fc.integer({ min: 1, max: 4 }), (all, most) => {
        const steady = [3, 17, 29]
        const there = new Set([...steady, ...upTo(10)])
        const seen = new Set<string>()
        let after: string | undefined
        // At most 41 stand: so many cycles are a round and what came meanwhile.
        for (let cycle = 0; cycle < 100; cycle++) {
          const change = all[cycle]
          if (change?.adds) there.add(change.at)
          else if (change && !steady.includes(change.at)) there.delete(change.at)
          const { panels: shown, last } = nextOf(source(there, most), after, NOW)
          for (const one of shown) seen.add(one.key)
          after = last
        }
        for (const one of steady) assert.ok(seen.has(key(one)), String(one))
      }),
    )
  },
)

test(
  'of ten thousand notices none waits for ever, on a screen that is lit for one cycle each ' +
    'morning',
  () => {
    const seen = new Set<number>()
    for (let day = 0; day < 10_000; day++) {
      const from = startOf(NOW + day * 86_400_000, 10_000)
      for (const n of [from, from + 1, from + 2]) seen.add(n % 10_000)
    }
    assert.equal(seen.size, 10_000)
  },
)

test('several sources of one kind share its places, and each has its turn', () => {
  const both = together([source(upTo(4), 1, 'photo'), source(upTo(3), 1, 'photo')])
  assert.equal(both.count(), 7)
  let after: string | undefined
  const seen: string[] = []
  for (let i = 0; i < 7; i++) {
    const { panels: shown, last } = nextOf(both, after, NOW)
    seen.push(...shown.map(one => one.key))
    after = last
  }
  assert.equal(new Set(seen).size, 7)
})

test('a cycle is in order, holds what the keeper lets turn, and says where each round stands', () => {
  const all = [
    source(upTo(9), 3, 'offers'),
    { ...source(upTo(2), 3, 'needs'), order: 0 },
    source([], 3, 'done'),
  ]
  const { turns, next } = cycleOf(all, [], { offers: key(4) }, NOW)
  assert.deepEqual(
    turns.map(one => `${one.source.kind} ${one.panel.key}`),
    ['needs 00000', 'needs 00001', 'offers 00005', 'offers 00006', 'offers 00007'],
  )
  assert.equal(next['offers'], key(7))
  assert.deepEqual(
    cycleOf(all, ['offers', 'needs'], {}, NOW).turns.map(one => one.source.kind),
    [],
  )
  assert.deepEqual(roundsIn(roundsSaid(next)), next)
})

test('an address that somebody else wrote says nothing', () => {
  for (const text of [
    '',
    '~~~',
    'offers',
    'offers:',
    ':x',
    'offers:<b>',
    '__proto__:x',
    `offers:${'a'.repeat(99)}`,
    'OFFERS:a',
    'a:b:c',
  ])
    assert.deepEqual(roundsIn(text), {}, text)
})

test('night goes over midnight; from an hour to itself it never comes', () => {
  for (const [time, night] of [
    ['21:59', false],
    ['22:00', true],
    ['23:59', true],
    ['00:00', true],
    ['06:59', true],
    ['07:00', false],
    ['12:00', false],
  ] as const)
    assert.equal(isNight(time, '22:00', '07:00'), night, time)
  assert.equal(isNight('01:30', '01:00', '02:00'), true)
  assert.equal(isNight('03:00', '01:00', '02:00'), false)
  assert.equal(isNight('12:00', '12:00', '12:00'), false)
})

test('the whole moves a step every ten minutes, and comes back', () => {
  const steps = upTo(18).map(n => shiftOf(NOW + n * 600_000))
  assert.equal(new Set(steps).size, 9)
  assert.deepEqual(steps.slice(0, 9), steps.slice(9))
})

test('an address of four small numbers is said, and no other', () => {
  const word = (n: number): string => ['zéro', 'un'][n] ?? `n${n}`
  assert.equal(saidAddress('10.10.10.10', word), 'n10, n10, n10, n10')
  for (const other of [
    '10.10.10.110',
    '192.168.1.1',
    'borne.example',
    '10.10.10',
    '10.10.10.10:80',
  ])
    assert.equal(saidAddress(other, word), undefined, other)
})
