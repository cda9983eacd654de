import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacking } from '../../../../tests/support/folders.ts'
import { harvested } from '../../../../tests/support/harvested.ts'
import { testBox } from '../../../../tests/support/test-box.ts'
import { bricks } from '../../../app/bricks.ts'
import { composed } from '../../../text/harvest/composed.ts'
import { notesPage } from '../../../text/harvest/page.ts'
import { picked } from '../../../text/harvest/picked.ts'
import { unknownNames } from '../../../text/harvest/unknown-names.ts'
import { harvest, inFrance, rulesOf } from './harvest.ts'

const skip = lacking('actor', 'need', 'offer', 'event')
const NOTES = `jeudi 26 novembre 2026, salle des fêtes
présents : Jean-Claude Perrin, Nadine, Monique

Lucie Perrin propose de donner des cours d’anglais
don d’un canapé (voir Monique)
il faut des bénévoles pour le repair café
Prochaine réunion : jeudi 10 décembre à 20 h
le foot à Noirétable a un panneau à prêter
`
const [page, rules] = [notesPage(composed(NOTES).text, inFrance), rulesOf(bricks)]

test('another first name is another person: nothing is theirs by a surname, and one is asked', {
  skip,
}, () => {
  const { candidates, links } = harvested(NOTES)
  const idOf = (title: RegExp) => candidates.find(one => title.test(one.title))?.id
  const [perrin, lessons] = [idOf(/Perrin/), idOf(/anglais/)]
  assert.ok(perrin && lessons)
  assert.ok(!links.some(one => [one.from, one.to].join(' ').includes(lessons!)))
  const asked = unknownNames(page, ['Jean-Claude Perrin'], () => false).map(one => one.name)
  assert.ok(asked.includes('Lucie Perrin'))
  assert.ok(!asked.some(name => /Monique|Nadine/.test(name)))
})

test('a commune that another line speaks of is not where the meeting was', () => {
  assert.equal(page.head.place, 'salle des fêtes')
})

test('a next meeting takes nothing of what was said before it', { skip }, () => {
  const { candidates, links } = harvested(NOTES)
  const next = candidates.find(one => one.title === 'Prochaine réunion')?.id
  assert.ok(next)
  assert.ok(!links.some(one => one.from === next || one.to === next))
})

test('what another body wants or gives is nothing of the project told before it', {
  skip: lacking('actor', 'need', 'offer', 'initiative'),
}, () => {
  const said = `Présents : Léa, Paul
Léa porte un projet de recyclerie.
Le comité des fêtes cherche des bénévoles.
La papeterie Canson donne des palettes.
`
  const { candidates, links } = harvested(said)
  const project = candidates.find(one => one.kind === 'initiative')?.id
  const theirs = candidates.filter(one => one.kind === 'need' || one.kind === 'offer')
  assert.equal(theirs.length, 2)
  for (const { id } of theirs) {
    const ends = links.filter(one => [one.from, one.to].includes(id))
    assert.ok(ends.length > 0 && !ends.some(one => [one.from, one.to].includes(project!)))
  }
})

test('a name in brackets leaves a sentence that is kept, and no bracket', { skip }, () => {
  const from = NOTES.indexOf('don d’un')
  const span = { from, to: NOTES.indexOf('\n', from) }
  const made = picked(NOTES, page, rules, { kind: 'offer', span, known: [] })
  assert.equal(made?.cut, false)
  assert.match(made!.piece.title, /canapé/)
  assert.doesNotMatch(made!.piece.title, /[()]|voir|Monique/)
})

test('the day that the notes say of the meeting is no event, whatever day is said since', {
  skip,
}, () => {
  for (const date of [null, '2026-11-20', '2026-12-01'])
    assert.ok(
      !harvest(NOTES, rules, inFrance, { date }).candidates.some(
        one => one.kind === 'event' && one.fields['startsOn'] === '2026-11-26',
      ),
      String(date),
    )
})

test('a place that says its commune is shown with it once', {
  skip: lacking('meeting', 'idea'),
}, () => {
  using box = testBox()
  box.bring('commune', { code: '42195', name: 'Sail-sous-Couzan' })
  box.territory()
  const commune = { where: 'salle des fêtes, Sail-sous-Couzan', commune: '42195' }
  const of = box.bring('harvest', { title: 'Soirée', state: 'open', ...commune }, 'home')
  const piece = box.bring('idea', { title: 'Un four commun' }, 'home')
  const told = { of: 'idea', piece, harvest: of, sentBy: 'harvest', state: 'kept' }
  box.bring('proposal', { ...told, certainty: 1, from: 0, till: 5, person: false }, 'home')
  box.done('harvest.showHarvest', { id: of })
  assert.equal(box.read.all('SELECT "where" FROM meeting')[0]?.['where'], 'salle des fêtes')
})

test('a project is not also a group of its name, and keeps what was said of both', { skip }, () => {
  const { candidates, links } = harvested(
    '# Soirée du 3 novembre 2026\n\n' +
      '- Recyclerie à Trelins : projet porté par Léa, cherche un local\n' +
      'La Recyclerie à Trelins donne des meubles.\n',
  )
  const called = candidates.filter(one => /recyclerie/i.test(one.title))
  assert.deepEqual(
    called.map(one => one.kind),
    ['initiative'],
  )
  const given = candidates.find(one => one.kind === 'offer')
  assert.ok(links.some(one => one.from === called[0]!.id && one.to === given?.id))
})

test('a club that carries the project of its name is a group too; quantities are offered', {
  skip,
}, () => {
  const { candidates } = harvested(
    '# Soirée du 3 novembre 2026\n\nPrésents : Kwan, Mél\n\n' +
      'Projet Kwan : Club des Jeunes Festival + projet maraîchage\n\n' +
      'Projet Mél : reliure – contact avec une entreprise => grosses quantités / palettes.\n',
  )
  const kinds = (word: RegExp) =>
    candidates
      .filter(one => word.test(one.title))
      .map(one => one.kind)
      .toSorted()
  const club = kinds(/Club des Jeunes/)
  assert.ok(club.includes('actor') && club.includes('initiative'), club.join(' '))
  assert.deepEqual(kinds(/quantités/), ['offer'])
})

test('no task is made of a pronoun, and no offer of a question without its mark', { skip }, () => {
  const { candidates } = harvested(
    '# Soirée du 3 novembre 2026\n\nPrésents : Léa, Paul\n\n' +
      '- Le chemin du lavoir est cassé, il faut le réparer\n' +
      '- Il faut leur en parler.\n' +
      '- Est-ce que le bar serait prêt à faire un repas\n' +
      '- Il faut relancer la mairie.\n',
  )
  const titles = candidates.flatMap(one => (one.kind === 'task' ? [one.title] : []))
  assert.deepEqual(titles, ['Relancer la mairie'])
  assert.ok(!candidates.some(one => one.kind === 'offer'))
})
