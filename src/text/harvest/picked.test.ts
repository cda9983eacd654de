import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { runs } from '../../../tests/support/pass.ts'
import { composed } from './composed.ts'
import { notesPage } from './page.ts'
import { picked, unknownNames } from './picked.ts'
import { readBlocks } from './pieces.ts'

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

test('names that nothing explains are asked, once, and no ordinary word is', () => {
  const asked = unknownNames(notesPage(NOTES), ['Le four du bourg'], name => name === 'lison')
  assert.deepEqual(
    asked.map(one => one.name),
    ['Les Croqueurs', 'Brunel'],
  )
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
