import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guard } from './guard.ts'

test('a style and a writer are nobody; a name that goes on after theirs is somebody', () => {
  for (const thing of [
    'Commode Louis-Philippe Merisier',
    'Une table Louis Philippe à donner',
    'Rose Pierre de Ronsard : bouturage',
    'Livres de Marcel Pagnol',
  ])
    assert.deepEqual(guard(thing), [], thing)
  for (const [text, name] of [
    ['Chaises Louis Philippe Moreau', 'Louis Philippe Moreau'],
    ['Table Louis Philippe Martin', 'Louis Philippe Martin'],
    ['Lit Louise Michel Durand', 'Louise Michel Durand'],
  ] as const)
    assert.deepEqual(
      guard(text).map(({ said }) => said),
      [name],
      text,
    )
})
