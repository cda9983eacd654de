import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacking } from '../../../../tests/support/folders.ts'
import { testBox } from '../../../../tests/support/test-box.ts'
import { dayAfter } from '../../../text/days.ts'
import { fr } from '../words/fr.ts'
import { readingPage } from './reading.ts'

const TEXT = 'Un deux trois.\n\nQuatre cinq six.\n\nSept huit neuf.\n\nDix onze douze.'

test('a task of the notes whose day is past is late, an event is over; others say nothing', {
  skip: lacking('task', 'event', 'meeting'),
}, async () => {
  using box = testBox()
  const { today } = box.kit('/').request
  const file = { hash: 'a'.repeat(64), name: 'notes.txt', size: 9, type: 'text/plain' }
  const of = box.bring('harvest', { title: 'Soirée', state: 'open', text: [file] }, 'home')
  const told = { harvest: of, sentBy: 'harvest', certainty: 1, state: 'waiting' }
  const pieces = [
    ['task', { title: 'Appeler', dueDay: dayAfter(today, -1) }, 'en retard'],
    ['task', { title: 'Attendre', dueDay: today }, ''],
    ['event', { title: 'Chantier', startsOn: dayAfter(today, -1) }, 'c’est passé'],
    ['event', { title: 'Foire', startsOn: dayAfter(today, -1), endsOn: today }, ''],
  ] as const
  const ids = pieces.map(([type, fields], n) => {
    const piece = box.bring(type, fields, 'home')
    const at = { from: n * 16, till: n * 16 + 4 }
    return box.bring('proposal', { ...told, ...at, of: type, piece }, 'home')
  })
  const saidOf = (): readonly string[] => {
    const kit = box.kit(`/cueillette/${of}`, { by: 'keeper', params: { id: of } })
    const leaf = readingPage.show({ ...kit, textOf: () => TEXT }, box.read, fr)
    assert.ok(leaf && 'body' in leaf)
    const { html } = leaf.body
    return ids.map(id => {
      const mark = html.slice(html.indexOf(`id="m-${id}"`)).split('</li>')[0]!
      return /en retard|c’est passé/.exec(mark)?.[0] ?? ''
    })
  }
  const expected = pieces.map(([, , said]) => said)
  assert.deepEqual(saidOf(), expected, 'before it is shown')
  box.done('harvest.keepPiece', { id: of, morceau: ids.join(' ') })
  const shown = box.done('harvest.showHarvest', { id: of })
  assert.deepEqual(saidOf(), ['', '', 'c’est passé', ''], 'a task that is shown may be done since')
  const meeting = (await box.visitor().get(shown.next!)).text
  assert.equal(meeting.match(/en retard, c’était pour le/g)?.length, 1)
  assert.match(meeting, /à faire · pour le/)
})
