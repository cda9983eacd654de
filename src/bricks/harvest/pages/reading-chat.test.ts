import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacking } from '../../../../tests/support/folders.ts'
import { harvested } from '../../../../tests/support/harvested.ts'
import { testBox } from '../../../../tests/support/test-box.ts'
import type { Kit } from '../../../contract/kit.ts'
import { piecesOf } from '../model/pieces.ts'
import { fr } from '../words/fr.ts'
import { readingPage } from './reading.ts'

const CHAT = `12/11/2026, 18:30 - Nadine a créé le groupe « Entraide du vallon »
12/11/2026, 18:42 - Nadine: Bonsoir, qui aurait une fendeuse à prêter ?
12/11/2026, 18:44 - Odile R.: j'ai des pommes à donner
12/11/2026, 18:51 - Odile R.: venez avec vos sacs
13/11/2026, 08:05 - +33 6 39 98 55 12: je cherche un broyeur
13/11/2026, 08:12 - +33 6 39 98 55 44: je cherche une remorque
13/11/2026, 08:20 - Nadine: chantier samedi à 14h au lavoir`

test('a message of a number that nobody named says how it ends, and no more of it', {
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
  assert.match(said, /un numéro qui finit par 12 · le 13 novembre/)
  assert.match(said, /un numéro qui finit par 44 · le 13 novembre/)
  assert.doesNotMatch(said, /39 98/)
})

/** The chat with each piece kept and shown: the harvest, and the page of what is shown. */
function shown(box: ReturnType<typeof testBox>): Readonly<{ of: string; at: string }> {
  const file = { hash: 'a'.repeat(64), name: 'chat.txt', size: CHAT.length, type: 'text/plain' }
  const gathered = JSON.stringify({ found: harvested(CHAT), text: file, url: null })
  const of = box.done('harvest.gather', { gathered }).next?.split('/').at(-1) ?? ''
  const all = piecesOf(box.read, of).filter(one => !one.person)
  box.done('harvest.keepPiece', { id: of, morceau: all.map(one => one.id).join(' ') })
  return { of, at: box.done('harvest.showHarvest', { id: of }).next ?? '' }
}

test('of a chat that is shown, no visitor reads the number of who wrote', {
  skip: lacking('need', 'offer', 'meeting'),
}, async () => {
  using box = testBox()
  const { at } = shown(box)
  assert.match(at, /^\/idees\/reunions\//)
  const visitor = box.visitor()
  const texts = []
  for (const address of ['/', at]) texts.push((await visitor.get(address)).body)
  assert.match(texts.join(''), /broyeur/)
  assert.match(texts.join(''), /remorque/)
  assert.doesNotMatch(texts.join(''), /39\s?98|finit par (?:12|44)/)
})
