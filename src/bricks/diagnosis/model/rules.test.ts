import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Indicator } from '../../../contract/figures.ts'
import { fr } from '../words/fr.ts'
import {
  cellsOf,
  dayIn,
  FEWEST,
  type Here,
  heard,
  isOpen,
  keptOf,
  lastAnswer,
  nearest,
  perThousand,
  readKept,
  unvisited,
} from './rules.ts'

const CODES = ['42195', '42019', '42313', '42084', '42136']

test(
  'law: of people, no figure under three stands by commune, and none is found by taking the ' +
    'others from the whole',
  () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(9), { minLength: CODES.length, maxLength: CODES.length }),
        counts => {
          const values = new Map(CODES.map((code, i) => [code, counts[i] ?? 0]))
          const whole = counts.reduce((sum, n) => sum + n, 0)
          const cells = cellsOf(values, CODES, whole)
          const shown = CODES.filter(code => typeof cells.get(code) === 'number')
          for (const code of shown) {
            assert.ok((values.get(code) ?? 0) >= FEWEST)
            assert.equal(cells.get(code), values.get(code))
          }
          const hidden = CODES.filter(code => !shown.includes(code))
          if (hidden.length === 0 || shown.length === 0) return
          // What a reader with the whole in hand knows of the hidden ones: their sum, and which are
          // under three.
          const rest = whole - shown.reduce((sum, code) => sum + (values.get(code) ?? 0), 0)
          const kept = hidden.filter(code => cells.get(code) === 'kept').length
          if (kept === 0)
            assert.ok(
              hidden.length > 1 && rest < hidden.length * (FEWEST - 1),
              JSON.stringify([counts, [...cells]]),
            )
        },
      ),
    )
  },
)

test(
  'what is hidden is what must be: three and more are shown, but for the least when one alone ' +
    'would be found',
  () => {
    const cells = (counts: readonly number[]) => [
      ...cellsOf(
        new Map(counts.map((n, i) => [CODES[i]!, n])),
        CODES.slice(0, counts.length),
        counts.reduce((a, b) => a + b, 0),
      ).values(),
    ]
    assert.deepEqual(cells([7, 3, 0, 1]), [7, 3, 'few', 'few'])
    assert.deepEqual(cells([7, 3, 1]), [7, 'kept', 'few'])
    assert.deepEqual(cells([7, 2, 2]), ['kept', 'few', 'few'])
    assert.deepEqual(cells([1]), ['few'])
    assert.deepEqual(cells([5, 4, 3]), [5, 4, 3])
  },
)

const here = (code: string, point: Here['point'], population = 100): Here => ({
  code,
  name: code,
  point,
  population,
})
test('the nearest is in the commune itself, else by its point, else by the middle of its commune', () => {
  const communes = new Map(
    [here('a', [45.7, 4]), here('b', [45.8, 4]), here('c', null)].map(one => [one.code, one]),
  )
  const at = (commune: string | null, point: Here['point'] = null) => ({
    title: 'x',
    commune,
    point,
  })
  assert.equal(nearest(communes.get('a')!, [at('a')], communes)?.distanceM, 0)
  assert.equal(
    Math.round((nearest(communes.get('a')!, [at('b')], communes)?.distanceM ?? 0) / 100),
    111,
  )
  assert.equal(
    Math.round(
      (nearest(communes.get('a')!, [at('b'), at('b', [45.71, 4])], communes)?.distanceM ?? 0) / 100,
    ),
    11,
  )
  assert.equal(nearest(communes.get('c')!, [at('a')], communes), undefined)
  assert.equal(nearest(communes.get('a')!, [], communes), undefined)
})

test('a rate is told where people live, to a tenth', () => {
  assert.equal(perThousand(1, 13_095), 0.1)
  assert.equal(perThousand(4, 997), 4)
  assert.equal(perThousand(4, 0), undefined)
})

const figure = (id: string, value: number, more: Partial<Indicator> = {}): Indicator => ({
  id,
  words: id,
  value,
  counts: 'things',
  ...more,
})
test(
  'a commune was visited where something happened; of another, what is counted there is known ' +
    'from others',
  () => {
    const communes = ['a', 'b', 'c', 'd'].map(code => here(code, null))
    const figures = [
      figure('places', 1, { commune: 'a' }),
      figure('people', 1, { commune: 'b', counts: 'people' }),
      figure('x', 0, { commune: 'd' }),
    ]
    const not = unvisited(communes, new Set(['b', 'c']))
    assert.deepEqual(
      [not.map(one => one.code), heard(not, figures).map(one => one.code)],
      [['a', 'd'], ['a']],
    )
  },
)

test('what is kept of a report is of the whole, of no few people, and of no period', () => {
  const figures = [
    figure('places', 4),
    figure('places', 2, { commune: 'a' }),
    figure('people', 2, { counts: 'people' }),
    figure('deals', 5, { since: '2026-01-01' }),
  ]
  assert.deepEqual(keptOf(figures), { places: 4 })
  assert.deepEqual(readKept(JSON.stringify({ places: 4, other: 'x' })), { places: 4 })
  for (const broken of [null, '', 'null', '[1]', '{', '3']) assert.deepEqual(readKept(broken), {})
})

test('a request waits for its answer until yes, in part or no; later on is still waiting', () => {
  const said = (says: string, on: string) => ({ says, on })
  assert.equal(isOpen([]), true)
  assert.equal(isOpen([said('later', '2026-03-01')]), true)
  assert.equal(isOpen([said('no', '2026-05-01'), said('later', '2026-03-01')]), false)
  assert.equal(lastAnswer([said('no', '2026-05-01'), said('yes', '2026-05-01')])?.says, 'yes')
})

test('a day of an address is a day that has come; anything else is none', () => {
  assert.equal(dayIn('2026-03-12', '2026-11-24'), '2026-03-12')
  for (const wrong of ['2026-02-30', '2027-01-01', 'hier', '', undefined, ['2026-03-12']])
    assert.equal(dayIn(wrong, '2026-11-24'), undefined)
})

test('what is known is said as one speaks, whatever of it is not there yet', () => {
  for (const [pieces, projects, running, said] of [
    [[], 0, 0, 'On n’y connaît encore ni lieu, ni groupe, ni projet.'],
    [['un lieu'], 0, 0, 'On y connaît un lieu.'],
    [['3 lieux', 'un projet'], 1, 0, 'On y connaît 3 lieux et un projet, qui n’est pas en route.'],
    [['un projet'], 1, 1, 'On y connaît un projet, qui est en route.'],
    [
      ['un lieu', '2 groupes', '4 projets'],
      4,
      0,
      'On y connaît un lieu, 2 groupes et 4 projets, dont aucun n’est en route.',
    ],
    [['4 projets'], 4, 3, 'On y connaît 4 projets, dont 3 sont en route.'],
  ] as const)
    assert.equal(fr.known(pieces, projects, running), said)
})

test('one computer, several or none: the sentence elides as one speaks', () => {
  const said = (computers: string) => fr.computers(computers, 'un seul endroit', undefined)
  assert.equal(
    said('un ordinateur ouvert à tous'),
    'On peut se servir d’un ordinateur ouvert à tous, dans un seul endroit.',
  )
  assert.equal(
    said('3 ordinateurs ouverts à tous'),
    'On peut se servir de 3 ordinateurs ouverts à tous, dans un seul endroit.',
  )
})
