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

test('the look of a home goes with it, and a clause that only says to come there', () => {
  for (const [said, kept] of [
    ['des bocaux, passer chez moi après 18 h, porte bleue en face de l’église', 'des bocaux'],
    ['des pots en verre, passer chez moi au 12', 'des pots en verre'],
    ['des pots (à prendre chez Denise, au portail vert). Merci', 'des pots . Merci'],
    ['ranger les bancs chez lui, derrière le lavoir, avant juin', 'ranger les bancs , avant juin'],
    ['ranger les bancs chez Denise, avant la fête', 'ranger les bancs , avant la fête'],
    ['passer chez Denise récupérer la remorque', 'passer récupérer la remorque'],
    ['la réunion du 12, puis chez Luc et chez Denise', 'la réunion du 12, puis et'],
  ] as const)
    assert.equal(homeless(said).replace(/\s+/g, ' ').trim(), kept)
})
