import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacking } from '../../../../tests/support/folders.ts'
import { testBox } from '../../../../tests/support/test-box.ts'
import { findingsText, guardOf } from '../../../contract/records/guarded.ts'
import { fr } from '../words/fr.ts'
import { readingPage } from './reading.ts'

test('before it shows, the page says what was kept all the same of somebody', {
  skip: lacking('need', 'meeting'),
}, () => {
  using box = testBox()
  const file = { hash: 'a'.repeat(64), name: 'notes.txt', size: 9, type: 'text/plain' }
  const of = box.bring('harvest', { title: 'Soirée', state: 'open', text: [file] }, 'home')
  const told = { harvest: of, sentBy: 'harvest', certainty: 1, state: 'waiting' }
  const [saw, bread, wood] = ['Une scie', 'Du pain pour Odile Marchand', 'Du bois pour Zoé'].map(
    (title, n) => {
      const piece = box.bring('need', { title }, 'home')
      const at = { from: n * 16, till: n * 16 + 4 }
      const id = box.bring('proposal', { ...told, ...at, of: 'need', piece }, 'home')
      return { id, seen: `${id} ${findingsText(guardOf(box.read, box.engine.types)(title))}` }
    },
  )
  const shows = (): string => {
    const kit = box.kit(`/cueillette/${of}`, { by: 'keeper', params: { id: of } })
    const leaf = readingPage.show({ ...kit, textOf: () => 'Un deux trois.' }, box.read, fr)
    assert.ok(leaf && 'body' in leaf)
    return leaf.body.html.slice(leaf.body.html.indexOf('id="afficher"'))
  }
  box.done('harvest.keepPiece', { id: of, morceau: saw!.id })
  assert.match(shows(), / Personne n’y est nommé/)
  box.done('harvest.keepPiece', { id: of, retenu: bread!.seen })
  assert.match(shows(), /1 passage gardé quand même y dit .*quelqu’un.*«.Odile Marchand.»/)
  box.done('harvest.keepPiece', { id: of, retenu: wood!.seen })
  assert.match(shows(), /2 passages gardés quand même y disent .*«.Odile Marchand.».*«.Zoé.»/)
  assert.doesNotMatch(shows(), /Personne n’y est nommé/)
})
