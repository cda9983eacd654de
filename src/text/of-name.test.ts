import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ofName } from './of-name.ts'

test('de loses its vowel before a name that begins with one, or with a silent h', () => {
  const all = ['Paul', 'Élodie', 'Odile', 'Huguette', 'Yvette', 'la mairie', 'Ünal']
  assert.deepEqual(all.map(ofName), [
    'de Paul',
    'd’Élodie',
    'd’Odile',
    'd’Huguette',
    'd’Yvette',
    'de la mairie',
    'd’Ünal',
  ])
})
