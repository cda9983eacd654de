import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacking } from '../../../../tests/support/folders.ts'
import { testBox } from '../../../../tests/support/test-box.ts'
import type { Kit } from '../../../contract/kit.ts'
import { fr } from '../words/fr.ts'
import { readingPage } from './reading.ts'

const CHAT = `12/11/2026, 18:30 - Nadine a créé le groupe « Entraide du vallon »
12/11/2026, 18:42 - Nadine: Bonsoir, qui aurait une fendeuse à prêter ?
12/11/2026, 18:44 - Odile R.: j'ai des pommes à donner
12/11/2026, 18:51 - Odile R.: venez avec vos sacs
13/11/2026, 08:05 - +33 6 39 98 55 12: je cherche un broyeur
13/11/2026, 08:20 - Nadine: chantier samedi à 14h au lavoir`

test('a message of a number that nobody named says so, and not an empty name', {
  skip: lacking('need', 'offer'),
}, () => {
  using box = testBox()
  const file = { hash: 'a'.repeat(64), name: 'chat.txt', size: 9, type: 'text/plain' }
  const of = box.bring('harvest', { title: 'Entraide', state: 'open', text: [file] }, 'home')
  const kit: Kit = box.kit(`/cueillette/${of}`, { by: 'keeper', params: { id: of } })
  const leaf = readingPage.show({ ...kit, textOf: () => CHAT }, box.read, fr)
  assert.ok(leaf && 'body' in leaf)
  const said = leaf.body.html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')
  assert.match(said, /Odile R\. · le 12 novembre/)
  assert.match(said, /un numéro sans nom · le 13 novembre/)
})
