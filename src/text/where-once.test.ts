import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whereOnce } from './where-once.ts'

test('a place that is typed in two boxes is said once', () => {
  for (const [place, where] of [
    ['Salle des fêtes', 'Salle des fêtes'],
    ['Le Local', 'Local'],
    ['Le Local', 'au local'],
    ['La salle des fêtes de Sail', 'Salle des fêtes'],
  ] as const)
    assert.deepEqual(whereOnce({ place, where }), { place: true, where: '', commune: false })
})

test('the way to a place is said, and whole where it names the place', () => {
  assert.deepEqual(whereOnce({ place: 'Le four', where: 'derrière l’église' }), {
    place: true,
    where: 'derrière l’église',
    commune: false,
  })
  assert.deepEqual(whereOnce({ place: 'Le four', where: 'au four, derrière l’église' }), {
    place: false,
    where: 'au four, derrière l’église',
    commune: false,
  })
})

test('a commune is said where neither the title, the place nor the way says it', () => {
  const commune = 'Sail-sous-Couzan'
  assert.equal(whereOnce({ where: 'Mairie', commune }).commune, true)
  assert.equal(whereOnce({ commune }).commune, true)
  for (const where of ['Sail-sous-Couzan', 'Salle des fêtes de Sail'])
    assert.equal(whereOnce({ where, commune }).commune, false)
  assert.equal(whereOnce({ title: 'Fête de Sail-sous-Couzan', commune }).commune, false)
})

test('what the title says is not said under it', () => {
  const title = 'Marché de Noël'
  assert.deepEqual(whereOnce({ title, place: 'Le marché de Noël', where: 'Marché de Noël' }), {
    place: false,
    where: '',
    commune: false,
  })
})
