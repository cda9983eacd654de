import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statementsIn } from '../../../../../tests/support/statements.ts'
import { testEngine } from '../../../../../tests/support/test-engine.ts'
import { bricks } from '../../../../app/bricks.ts'
import { foundById } from '../../model/matching/found.ts'
import { meaningOf } from '../../model/matching/meaning.ts'
import { sum } from '../../model/matching/spoken.ts'
import { READING_RULES } from '../../model/matching/terms.ts'
import { featuresOf } from '../../model/topics/features.ts'
import { groundOf, metBy, themesIn } from './find.ts'

test('however many notices may be bartered, their page asks as many statements', () => {
  using box = testEngine({ bricks })
  const theme = box.bring('theme', { label: 'Outils' })
  const barter = (n: number): void =>
    void box.bring('offer', {
      title: `Jo ${n} échange une scie ${n}`,
      mode: 'barter',
      themes: [theme],
      reach: 'ici',
    })
  const asked = (): number =>
    statementsIn(box.tables.sql, () => box.page('/annonces/trocs', { by: 'keeper' }))
  for (let n = 0; n < 2; n++) barter(n)
  const few = asked()
  for (let n = 2; n < 12; n++) barter(n)
  assert.equal(asked(), few)
})

test('however many themes there are, those that are joined are read at once', () => {
  using box = testEngine({ bricks })
  const label = (n: number): string => box.bring('theme', { label: `Thème ${n}` })
  const [one, other] = [label(0), label(1)] as const
  box.bring('join', { these: [one, other] })
  const asked = (): number => statementsIn(box.tables.sql, () => themesIn(box.read.as('offers')))
  const few = asked()
  for (let n = 2; n < 12; n++) label(n)
  assert.equal(asked(), few)
  const themes = themesIn(box.read.as('offers'))
  assert.equal(themes.length, 11)
  assert.deepEqual(
    themes.flatMap(({ id, also = [] }) => also.map(it => [id, it].toSorted())),
    [[one, other].toSorted()],
  )
})

test('what the tables keep of a sentence finds as the sentence does, and of no other text', () => {
  using box = testEngine({ bricks })
  const asked = box.bring('need', { title: 'Hugo cherche une scie à ruban' })
  for (const title of ['Anaïs prête une scie à ruban', 'Malo donne un vélo', 'Odile vend une scie'])
    box.bring('offer', { title, detail: 'À venir chercher, merci.' })
  const read = box.read.as('offers')
  const ground = groundOf(read, undefined, '2026-12-05')
  const found = () =>
    metBy(foundById(read, asked, ground.points)!, ground).map(({ other, meeting }) => [
      other.id,
      meeting,
    ])
  const kept = box.tables.sql.all<{ reading: string }>(
    "SELECT reading FROM notice_terms WHERE side = 'o' ORDER BY id",
  )
  assert.equal(kept.length, 3)
  const first = found()
  assert.ok(first.length > 0)
  box.tables.sql.run('UPDATE notice_terms SET reading = NULL')
  assert.deepEqual(found(), first)
  box.tables.sql.run('UPDATE notice_terms SET reading = ?', kept[1]!.reading)
  assert.deepEqual(found(), first)
})

test('sentences are read by the rules whose number the tables name', () => {
  const read = [
    'Anaïs prête une machine à coudre et deux sacs de laine',
    'Hugo cherche quelqu’un pour réparer son vélo d’enfant samedi',
    'Descend à Montbrison mardi matin, deux places',
    'Mon lave-linge ne marche plus, qui peut m’aider\u202f?',
    'À donner\u202f: trois stères de bois de chauffage, à fendre',
    'Odile, ancienne couturière, propose des retouches le jeudi',
  ].map(title => JSON.stringify([meaningOf(title), featuresOf(title)]))
  // Where this fails by rules, and not by words of the lexicon, the number rises by one.
  assert.deepEqual([READING_RULES, sum(read.join('\n'), 1)], [7, 'a1113ee0'])
})
