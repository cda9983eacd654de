import assert from 'node:assert/strict'
import { test } from 'node:test'
import { discreet, homeless, tellsSituation } from './private.ts'

test('what tells a situation is known however it is said', () => {
  for (const said of [
    'Luce cherche toujours du travail',
    'elle est seule depuis sa séparation',
    'sa garde à vue',
    'opérée de la hanche',
    'permis retiré en mai',
    "il n'a plus le permis",
    'qui a une sclérose en plaques',
  ])
    assert.ok(tellsSituation(said), said)
  for (const said of [
    'on cherche du bois',
    'le groupe cherche un poste à souder',
    'la séparation des déchets',
  ])
    assert.ok(!tellsSituation(said), said)
})

test('when a situation is taken out, what still speaks of that person goes too', () => {
  assert.equal(discreet('Luce cherche du travail, penser à elle si on entend quelque chose'), '')
  assert.equal(discreet('Luce tiendra le bar, elle est en arrêt maladie'), 'Luce tiendra le bar')
})

test('a home goes with its number and its street', () => {
  assert.equal(
    homeless('sécher les graines chez lui, 3 impasse des Lilas, avant juin').replace(/\s+/g, ' '),
    'sécher les graines , avant juin',
  )
})
