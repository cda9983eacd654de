import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Point } from '../core/schema.ts'
import {
  alike,
  type ComparedPlace,
  distanceScore,
  mayBeOne,
  nationallyAlike,
  nationalScore,
  nearAndAlike,
  ratio,
} from './alike.ts'

test('a name written twice is alike', () => {
  for (const [a, b] of [
    ['MJC de Boën', 'mjc de boen'],
    ['La MJC', 'MJC de Boën'],
    ['Médiathèque de Sail', 'Mediatheque, Sail-sous-Couzan'],
    ['L’Œuvre paysanne', 'Oeuvre paysane'],
    ['Café de réparation', 'Cafe de reparations'],
  ] as const)
    assert.equal(alike(a, b), true, `${a}, ${b}`)
})

test('two neighbours of one square are not alike', () => {
  for (const [a, b] of [
    ['Mairie', 'École'],
    ['Mairie de Sail', 'Médiathèque de Boën'],
    ['Le local', 'La salle'],
    ['', 'École'],
    ['!!!', '???'],
  ] as const)
    assert.equal(alike(a, b), false, `${a}, ${b}`)
})

test('alike is symmetric, and a name is like itself', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => alike(a, b) === alike(b, a)))
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'abcé '), minLength: 1 }),
      a => a.trim() === '' || alike(a, a),
    ),
  )
})

test('near means one hundred metres', () => {
  const one: ComparedPlace = { name: 'Le local commun', point: [45.7363, 3.9613] }
  assert.equal(nearAndAlike(one, { name: 'local commun', point: [45.73719, 3.9613] }), true, '99 m')
  assert.equal(
    nearAndAlike(one, { name: 'local commun', point: [45.73721, 3.9613] }),
    false,
    '101 m',
  )
  assert.equal(nearAndAlike(one, { name: 'local commun' }), false)
})

/**
 * Ten pairs of the national base's own tests (mednum-cli, deduplication comparison): scores of
 * name, street and distance, and their mean.
 */
const PLACES: Readonly<Record<string, Readonly<{ name: string; street: string; point: Point }>>> = {
  A: {
    name: 'Maison Des Habitants Centre-Ville',
    street: '2 Rue du vieux temple',
    point: [45.193684, 5.733633],
  },
  B: {
    name: 'Espace Personnes Agées Bouchayer',
    street: '70 BIS rue Joseph Bouchayer',
    point: [45.177784, 5.707327],
  },
  C: {
    name: 'Maison des Habitant.es Anatole France',
    street: '68bis rue Anatole France',
    point: [45.172522, 5.704961],
  },
  D: {
    name: 'Maison Des Habitant.es Les Baladins',
    street: '31 Place des Géants',
    point: [45.162266, 5.738204],
  },
  E: {
    name: 'Maison Des Habitant.es Prémol',
    street: '7 Rue Henri Duhamel',
    point: [45.163403, 5.727504],
  },
}
const PAIRS = `AE 74 45 3 40 · CE 76 42 3 40 · DE 75 32 8 38 · AC 74 36 2 37 · CD 78 33 2 37
· AD 71 35 3 36 · BC 41 51 14 35 · BE 39 52 3 31 · AB 40 33 3 25 · BD 39 26 2 22`

test('the three scores and their mean are those that the national base published', () => {
  for (const line of PAIRS.split('·')) {
    const [pair, ...expected] = line.trim().split(/\s+/)
    const [a, b] = [PLACES[pair![0]!]!, PLACES[pair![1]!]!]
    const scores = [
      ratio(a.name, b.name),
      ratio(a.street, b.street),
      distanceScore(a.point, b.point),
      nationalScore(a, b),
    ]
    assert.deepEqual(
      scores.map(score => `${score}`),
      expected,
      line,
    )
  }
  assert.equal(ratio('hello world', 'hiyyo wyrld'), 64)
})

test('what passes between two sources may not pass inside one', () => {
  const one: ComparedPlace = {
    name: 'Médiathèque municipale',
    street: '3 rue du Lignon',
    point: [45.7363, 3.9613],
  }
  const other: ComparedPlace = {
    name: 'Médiathèque',
    street: '3 rue du Lignon',
    point: [45.7363, 3.9615],
  }
  const score = nationalScore(one, other)!
  assert.ok(score > 83 && score <= 90, String(score))
  assert.equal(nationallyAlike(one, other, false), true)
  assert.equal(nationallyAlike(one, other, true), false)
  assert.equal(nationalScore(one, { ...other, street: '' }), undefined)
})

test('the person who decides is told which rule spoke', () => {
  const one: ComparedPlace = {
    name: 'Le local',
    street: 'place de l’église',
    point: [45.7363, 3.9613],
  }
  assert.equal(mayBeOne(one, { ...one, name: 'Local' }, true), 'near-and-alike')
  assert.equal(mayBeOne(one, { ...one, name: 'Médiathèque' }, true), undefined)
})
