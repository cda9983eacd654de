import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guard } from '../../text/guard/guard.ts'
import { findingsAboutOthers, standsIn } from './guarded.ts'

const said = (text: string): readonly string[] =>
  findingsAboutOthers(guard(text), text).map(one => one.said)

test('writers may give their own address, unless it names somebody’s home', () => {
  for (const own of [
    'au 3 allée des Tilleuls',
    '3 allée des Tilleuls chez nous',
    'au 12 rue du Puits, chez moi',
  ])
    assert.deepEqual(said(own), [], own)
  assert.deepEqual(said('3 allée des Tilleuls chez les Perrin'), [
    '3 allée des Tilleuls chez les Perrin',
  ])
})

test('an address beside what is told of others is not the writer’s own', () => {
  for (const [text, ...held] of [
    ['12 rue des Lilas, la dame est seule', '12 rue des Lilas'],
    ['12 rue des Lilas, la dame est malade', '12 rue des Lilas', 'malade'],
    ['12 rue des Lilas, elle vit seule', '12 rue des Lilas', 'elle vit seule'],
    ['12 rue des Lilas, les gens sont partis', '12 rue des Lilas'],
    ['12 rue des Lilas, ma mère vit seule', '12 rue des Lilas'],
    ['12 rue des Lilas, ma grand-mère est là', '12 rue des Lilas'],
    ['Ma voisine est seule, 12 rue des Lilas', '12 rue des Lilas'],
    ['12 rue des Lilas, demander Paul', '12 rue des Lilas', 'Paul'],
  ] as const)
    assert.deepEqual(said(text), held, text)
  for (const own of [
    '12 rue des Lilas, la porte est ouverte',
    '12 rue des Lilas, pour les gens du bourg',
    '12 rue des Lilas, elle est à prendre',
  ])
    assert.deepEqual(said(own), [], own)
})

test('a word that the title holds is read there, where it stands beside others', () => {
  assert.ok(standsIn('Boën', 'je descends à Boën jeudi'))
  assert.ok(standsIn("l'orée des oeillets", 'je descends à l’orée des œillets jeudi'))
  assert.ok(!standsIn('Boë', 'je descends à Boën jeudi'))
  assert.ok(!standsIn('Josette', 'je descends à Boën jeudi'))
  assert.ok(!standsIn('', 'je descends à Boën'))
  assert.ok(!standsIn('Boën', undefined))
})

test('a text of any length is looked for in the title', () => {
  const long = 'la terre est basse. '.repeat(5000)
  assert.ok(!standsIn(long, 'prête une pelle'))
  assert.ok(standsIn(long, `Ici ${long}`))
  assert.ok(standsIn('pelle', 'pelles et pelle'))
})
