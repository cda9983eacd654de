import assert from 'node:assert/strict'
import { test } from 'node:test'
import { carry, recognise } from '../../../tests/exchange/mail.ts'
import { lacking } from '../../../tests/support/folders.ts'
import { type TestEngine, testEngine } from '../../../tests/support/test-engine.ts'
import { bricks } from '../../app/bricks.ts'
import { newBox } from '../../log/box.ts'

/** What another box wrote, on the lists and pages of this one. */

const skip = lacking('event', 'meeting', 'idea', 'need', 'commune')

const read = (html: string | undefined): string =>
  (html ?? '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

const COMMUNES = [
  { code: '42195', name: 'Sail-sous-Couzan' },
  { code: '42019', name: 'Boën-sur-Lignon' },
]
/** Two villages that recognise each other: Simone keeps one page, Zita the other. */
function villages(): Readonly<{ sail: TestEngine; boen: TestEngine }> {
  const [sail, boen] = (
    [
      ['Sail', '42195', 'Simone'],
      ['Boën', '42019', 'Zita'],
    ] as const
  ).map(([name, village, keptBy]) => {
    const box = testEngine({ bricks, key: newBox() })
    for (const one of COMMUNES) box.bring('commune', one)
    box.bring('territory', { name, village, communes: [village], keptBy, reach: 'au local' })
    return box
  }) as [TestEngine, TestEngine]
  recognise(sail.engine, boen.engine, ['Sail', 'Boën'])
  return { sail, boen }
}

test('a thing of another box says its village on lists, and its own keeper is asked', {
  skip,
}, async () => {
  const { sail, boen } = villages()
  const day = { startsOn: '2026-12-12', startsAt: '14:00' }
  const where = { where: 'Salle des fêtes', commune: '42195' }
  const feast = sail.bring('event', { title: 'Atelier vélo', ...day, ...where })
  sail.bring('event', { title: 'Loto', ...day, startsAt: '15:00' })
  sail.bring('need', { title: 'Des palettes', reach: 'au local' })
  const place = sail.bring('place', { name: 'Le four' })
  sail.bring('event', { title: 'Le four chauffe', ...day, place, commune: '42195' })
  const idea = sail.bring('idea', { title: 'Un four' })
  const meeting = sail.bring('meeting', { title: 'Soirée', date: '2026-12-05', ...where })
  await carry(sail.engine, boen.engine, sail)
  const agenda = read(boen.page('/agenda'))
  assert.match(agenda, /Atelier vélo\s+Salle des fêtes · Sail-sous-Couzan/)
  assert.match(agenda, /Le four chauffe\s+Sail-sous-Couzan, /)
  assert.match(agenda, /Loto\s+Sail, /)
  assert.match(read(boen.page('/annonces')), /Des palettes on cherche Sail ·/)
  assert.match(read(sail.page('/agenda')), /Atelier vélo\s+Salle des fêtes, /)
  for (const path of [`/repondre/${feast}`, `/idees/idee/${idea}`, `/idees/reunions/${meeting}`]) {
    const page = read(boen.page(path)).split('Page tenue')[0]!
    assert.match(page, /Simone/, path)
    assert.doesNotMatch(page.split('Et vous')[0]!, /Zita/, path)
    assert.doesNotMatch(read(sail.page(path)), /Zita/, path)
  }
})
