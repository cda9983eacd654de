import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { runs } from '../../../tests/support/pass.ts'
import { composed } from './composed.ts'
import { notesPage } from './page.ts'
import { picked, tiesOfPerson } from './picked.ts'
import type { KnownPiece } from './picked-ties.ts'
import { readBlocks } from './pieces.ts'
import { unknownNames } from './unknown-names.ts'

const NOTES = [
  'Réunion du 5 mars 2024',
  'Présents : Colette, Jean Vidal',
  '',
  'Le four du bourg',
  '',
  'Colette s’en occupe. Il manque du bois sec pour la première chauffe !',
  'Jean, au RSA, voudrait apprendre.',
  'Les Croqueurs passent en avril ; le bois viendra de chez Brunel, à Lison.',
  'Brunel livre. Le Bois sent bon, ce bois.',
].join('\n')
const spanOf = (words: string) => {
  const from = NOTES.indexOf(words)
  assert.ok(from >= 0, words)
  return { from, to: from + words.length }
}
const pick = (kind: string, words: string, text = NOTES) =>
  picked(text, notesPage(composed(text).text), [], { kind, span: spanOf(words), known: [] })

test('a picked sentence is its title, without the name of anybody present nor their situation', () => {
  assert.equal(
    pick('need', 'Il manque du bois sec pour la première chauffe !')?.piece.title,
    'Il manque du bois sec pour la première chauffe\u202f!',
  )
  assert.doesNotMatch(pick('need', 'Colette s’en occupe.')?.piece.title ?? '', /Colette/)
  assert.doesNotMatch(
    pick('need', 'Jean, au RSA, voudrait apprendre.')?.piece.title ?? '',
    /Jean|RSA/,
  )
})

test('of a body or a place, the name that is nobody’s is the title', () => {
  assert.equal(
    pick('actor', 'Les Croqueurs passent en avril ; le bois viendra de chez Brunel, à Lison.')
      ?.piece.title,
    'Les Croqueurs',
  )
})

test('a picked sentence keeps its own place, in a text whose accents stand apart too', () => {
  const span = spanOf('première chauffe')
  const apart = NOTES.normalize('NFD')
  const from = apart.indexOf('première chauffe'.normalize('NFD'))
  const to = from + 'première chauffe'.normalize('NFD').length
  const page = notesPage(composed(apart).text)
  const came = picked(apart, page, [], { kind: 'idea', span: { from, to }, known: [] })
  assert.deepEqual([came?.piece.from, came?.piece.to], [from, to])
  assert.equal(came?.piece.title, 'Première chauffe')
  assert.ok(span.from < from)
})

test('a need that is picked is tied to the project of its section', () => {
  const known = {
    kind: 'initiative',
    title: 'Le four du bourg',
    fields: {},
    ...spanOf('Le four du bourg'),
    private: false,
  }
  const span = spanOf('Il manque du bois sec pour la première chauffe !')
  const came = picked(NOTES, notesPage(NOTES), [], { kind: 'need', span, known: [known] })
  assert.deepEqual(came?.ties, [{ rel: 'needs', other: 0, out: false }])
})

const EVENING = [
  'Réunion du 5 mars 2024',
  'Présentes : Bernadette, Fatima',
  '',
  'Arrivée de Youssef à la buvette.',
  '',
  'Bernadette pense que la caisse de Fatima est trop petite.',
  'Bernadette pense que Youssef pourrait la tenir.',
  'Bernadette pense que la trésorière Fatima a fait une erreur de 40 €.',
].join('\n')
const inEvening = (words: string, from = 0) => {
  const at = EVENING.indexOf(words, from)
  return { from: at, to: at + words.length }
}
const somebody = (name: string, from = 0): KnownPiece => ({
  ...{ kind: 'actor', title: name, fields: { kind: 'person' }, private: true },
  ...inEvening(name, from),
})

test('what is picked is of everybody whom its words name, listed or found in another line', () => {
  const known = ['Bernadette', 'Fatima', 'Youssef'].map(name => somebody(name))
  for (const [kind, words, whose] of [
    ['voice', 'Bernadette pense que la caisse de Fatima est trop petite.', [0, 1]],
    ['idea', 'Bernadette pense que Youssef pourrait la tenir.', [0, 2]],
  ] as const) {
    const span = inEvening(words)
    const came = picked(EVENING, notesPage(EVENING), [], { kind, span, known })
    assert.doesNotMatch(came!.piece.title, /Bernadette|Fatima|Youssef/)
    assert.deepEqual(came?.ties.map(tie => tie.other).toSorted(), whose)
  }
})

test('somebody whom a person names is tied to what was picked of them before', () => {
  const page = notesPage(EVENING)
  const said = 'Bernadette pense que la caisse de Fatima est trop petite.'
  const voice = { kind: 'voice', title: 'Pense que la caisse est trop petite', fields: {} }
  const ties = tiesOfPerson(EVENING, page, somebody('Fatima'), [
    { ...voice, ...inEvening(said), private: false },
  ])
  assert.deepEqual(ties, [{ rel: 'with', other: 0, out: true }])
})

test('nothing is picked of what is held against one person', () => {
  const span = inEvening('Bernadette pense que la trésorière Fatima a fait une erreur de 40 €.')
  for (const kind of ['voice', 'idea', 'decision'])
    assert.equal(picked(EVENING, notesPage(EVENING), [], { kind, span, known: [] }), undefined)
})

test('names that nothing explains are asked, once, and no ordinary word is', () => {
  const asked = unknownNames(notesPage(NOTES), ['Le four du bourg'], name => name === 'lison')
  assert.deepEqual(
    asked.map(one => one.name),
    ['Les Croqueurs', 'Brunel'],
  )
})

test('nobody is asked of a word, a mark with figures, a town, nor what begins a sentence', () => {
  const asked = (said: string) =>
    unknownNames(notesPage(`Réunion du 5 mars 2024\n\n${said}`), [], () => false).map(
      one => one.name,
    )
  for (const said of [
    'Contexte : Premier contact entre nous.',
    "L'association a pour objet : Permettre le partage.",
    'On en rit. Ouaip, on en rit.',
    'Le groupe : Notre but est là.',
    'La classe des CM2 vient avec eux.',
    'Le car part de Feurs à midi.',
  ])
    assert.deepEqual(asked(said), [], said)
  assert.deepEqual(asked('Le bois sera chez Perdrix.'), ['Perdrix'])
  assert.deepEqual(asked('On en parle au fils Roques.'), ['Roques'])
  assert.deepEqual(asked('Le bois de Chazotte est sec.'), ['Chazotte'])
})

test('any text is read block by block: places never decrease, and slice inside it', () => {
  const said = fc.array(
    fc.constantFrom(
      'Le four',
      ' ',
      '\n',
      '\n\n',
      '- ',
      '# ',
      'e\u0301',
      '. ',
      'Oui !',
      '\t|',
      '👩‍🌾',
      '\ud800',
    ),
    { maxLength: 60 },
  )
  fc.assert(
    fc.property(said, parts => {
      const text = parts.join('')
      let at = 0
      for (const block of readBlocks(text))
        for (const { from, to } of block.sentences) {
          assert.ok(at <= from && from < to && to <= text.length)
          at = to
        }
    }),
    runs(200, 2_000),
  )
})

const PLACES = [
  'Réunion du 5 mars 2024',
  'Présents : Colette, Jean Vidal',
  '',
  '# Le four du bourg',
  'Colette s’en occupe.',
  '',
  'On achèterait une planteuse à plusieurs ?',
  'Il faut un hangar au sec.',
  'La mairie garde la clef.',
  '',
  '# Divers',
  'Un hangar au sec pour la planteuse, qui en a un ?',
  'Des bancs en trop, pour qui veut.',
].join('\n')
const knownIn = (kind: string, words: string): KnownPiece => {
  const from = PLACES.indexOf(words)
  return { kind, title: words, fields: {}, from, to: from + words.length, private: false }
}
const tiedTo = (kind: string, words: string, known: readonly KnownPiece[]) => {
  const from = PLACES.indexOf(words)
  const span = { from, to: from + words.length }
  const came = picked(PLACES, notesPage(PLACES), [], { kind, span, known })
  return came?.ties.map(({ rel, other, out }) => `${out ? '>' : '<'} ${rel} ${known[other]!.title}`)
}
test('a pick belongs to what its part is about, to what it names, else to nothing', () => {
  const four = knownIn('initiative', 'Le four du bourg')
  const plant = knownIn('idea', 'On achèterait une planteuse à plusieurs ?')
  assert.deepEqual(tiedTo('task', 'La mairie garde la clef.', [four]), ['> about Le four du bourg'])
  assert.deepEqual(tiedTo('need', 'Un hangar au sec pour la planteuse, qui en a un ?', [plant]), [
    '< needs On achèterait une planteuse à plusieurs ?',
  ])
  assert.deepEqual(tiedTo('offer', 'Des bancs en trop, pour qui veut.', [four, plant]), [])
  assert.deepEqual(tiedTo('actor', 'La mairie garde la clef.', [four]), [])
})
