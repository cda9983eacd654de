import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Point } from '../../../core/schema.ts'
import {
  type DuplicateCandidate,
  hoursToday,
  likelyDuplicates,
  likelyPairs,
  pairKey,
  toldApartFrom,
  whyAlike,
} from './rules.ts'

const SAIL: Point = [45.7366, 3.9609]
/** About 78 m further east. */
const NEXT_DOOR: Point = [45.7366, 3.9619]
const FAR: Point = [45.7447, 4.0063]
const one = (
  id: string,
  name: string,
  more: Partial<DuplicateCandidate> = {},
): DuplicateCandidate => ({
  id,
  name,
  ...more,
})

test('near and alike names are proposed as one, even across the border of two communes', () => {
  const a = { name: 'La médiathèque', point: SAIL, commune: '42195' }
  assert.equal(
    whyAlike(a, { name: 'Médiathèque de Sail', point: NEXT_DOOR, commune: '42319' }),
    'near',
  )
  assert.equal(
    whyAlike(a, { name: 'Médiathèque de Sail', point: FAR, commune: '42195' }),
    undefined,
  )
  assert.equal(
    whyAlike(a, { name: 'La boulangerie', point: NEXT_DOOR, commune: '42195' }),
    undefined,
  )
})

test('one street, one commune and almost one name are proposed by the national rule', () => {
  const a = {
    name: 'Espace numérique de Boën',
    street: '12 rue de la Gare',
    point: SAIL,
    commune: '42019',
  }
  const b = {
    name: 'Maison numérique Boën',
    street: '12 rue de la gare',
    point: [45.7367, 3.961] as Point,
    commune: '42019',
  }
  assert.ok(whyAlike(a, b))
  assert.equal(whyAlike(a, { ...b, name: 'École', street: '3 place du Marché' }), undefined)
})

test('without points only almost the same name in one commune is proposed', () => {
  const a = { name: 'Atelier vélo', commune: '42195' }
  assert.equal(whyAlike(a, { name: 'L’atelier vélos', commune: '42195' }), 'commune')
  assert.equal(whyAlike(a, { name: 'Atelier vélo', commune: '42019' }), undefined)
  assert.equal(whyAlike(a, { name: 'Atelier couture', commune: '42195' }), undefined)
  assert.equal(whyAlike(a, { name: 'atelier  VÉLO' }), 'commune')
  assert.equal(whyAlike(a, { name: 'Atelier vélos' }), undefined)
  assert.equal(whyAlike({ name: '' }, { name: '' }), undefined)
})

const point = fc.option(
  fc
    .record({
      lat: fc.double({ min: 45.735, max: 45.738, noNaN: true }),
      lon: fc.double({ min: 3.96, max: 3.963, noNaN: true }),
    })
    .map(({ lat, lon }): Point => [lat, lon]),
)
const name = fc.constantFrom(
  'Médiathèque',
  'La médiathèque de Sail',
  'Mairie',
  'Atelier vélo',
  'Atelier des vélos',
  '',
  'École',
)
const candidate = fc.record({
  name,
  point,
  commune: fc.constantFrom('42195', '42019', null),
  street: fc.constantFrom(null, '12 rue de la Gare', 'place de l’Église'),
})

test('likeness is symmetric', () => {
  fc.assert(
    fc.property(candidate, candidate, (a, b) => assert.equal(whyAlike(a, b), whyAlike(b, a))),
  )
})

test('the pairs of a list are exactly those that comparing all with all would find', () => {
  const named = fc
    .array(candidate, { maxLength: 12 })
    .map(all => all.map((it, i) => ({ ...it, id: `r${String(i).padStart(2, '0')}` })))
  fc.assert(
    fc.property(named, all => {
      const wanted = all.flatMap((a, i) =>
        all.slice(i + 1).flatMap(b => (whyAlike(a, b) ? [pairKey(a.id, b.id)] : [])),
      )
      const found = likelyPairs(all, new Set(), 1_000).map(({ a, b }) => pairKey(a.id, b.id))
      assert.deepEqual([...found].sort(), wanted.sort())
    }),
  )
})

test('a pair that a person told apart is proposed no more', () => {
  const all = [
    one('b', 'Atelier vélo', { commune: '42195' }),
    one('a', 'Atelier vélos', { commune: '42195' }),
  ]
  assert.deepEqual(
    likelyPairs(all, new Set(), 10).map(({ a, b }) => [a.id, b.id]),
    [['a', 'b']],
  )
  assert.deepEqual(likelyPairs(all, new Set([pairKey('a', 'b')]), 10), [])
})

test('the warning before adding names the surest first, and no more than asked', () => {
  const known = [
    one('far', 'Mairie', { commune: '42195' }),
    one('near', 'La mairie', { commune: '42195', point: NEXT_DOOR }),
    one('other', 'Mairie', { commune: '42019' }),
  ]
  const asked = { name: 'Mairie', commune: '42195', point: SAIL }
  assert.deepEqual(
    likelyDuplicates(asked, known).map(it => it.one.id),
    ['near', 'far'],
  )
  assert.equal(likelyDuplicates(asked, known, 1).length, 1)
})

test('what hours say of today: open now, opening later, nothing more, or not known', () => {
  const hours = 'We 09:00-12:00,17:00-19:00'
  assert.deepEqual(hoursToday(hours, '2026-11-25T10:00'), { now: true, until: '12:00' })
  assert.deepEqual(hoursToday(hours, '2026-11-25T13:00'), {
    now: false,
    from: '17:00',
    until: '19:00',
  })
  assert.equal(hoursToday(hours, '2026-11-25T19:30'), undefined)
  assert.equal(hoursToday(hours, '2026-11-26T10:00'), undefined)
  assert.deepEqual(hoursToday('24/7', '2026-11-26T10:00'), { now: true })
  assert.deepEqual(hoursToday('We 18:00-24:00', '2026-11-25T20:00'), { now: true })
  assert.equal(hoursToday('quand on veut', '2026-11-26T10:00'), undefined)
})

test('the commune’s own name makes no two things alike', () => {
  const at = (id: string, name: string) => ({
    id,
    name,
    told: toldApartFrom(name, ['Sail-sous-Couzan', 'Boën-sur-Lignon']),
    commune: '42195',
  })
  const amap = at('a', 'AMAP du haut Sail-sous-Couzan')
  assert.equal(whyAlike(amap, at('b', 'Ludothèque du haut Sail-sous-Couzan')), undefined)
  assert.equal(whyAlike(amap, at('c', 'Amap du haut SAIL SOUS COUZAN')), 'commune')
  assert.equal(
    whyAlike(at('d', 'Comité des fêtes de Sail-sous-Couzan'), at('e', 'Comité des fêtes')),
    'commune',
  )
  assert.equal(toldApartFrom('Sail-sous-Couzan', ['Sail-sous-Couzan']), 'Sail-sous-Couzan')
})
