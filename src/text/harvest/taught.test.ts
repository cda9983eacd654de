import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { runs } from '../../../tests/support/pass.ts'
import { guard } from '../guard/guard.ts'
import { notesPage } from './page.ts'
import { picked } from './picked.ts'
import type { KnownPiece } from './picked-ties.ts'
import type { MarkedPiece } from './taught.ts'
import { likeliestFirst } from './ties.ts'

type Marks = Readonly<{ known?: readonly KnownPiece[]; left?: readonly MarkedPiece[] }>
/** What a pick of these words teaches of the same page. */
function taught(text: string, kind: string, words: string, marks: Marks = {}): readonly string[] {
  const from = text.indexOf(words)
  assert.ok(from >= 0, words)
  const span = { from, to: from + words.length }
  const came = picked(text, notesPage(text), [], { kind, span, known: [], ...marks })
  assert.ok(came, words)
  for (const { piece } of came.alike) assert.equal(piece.kind, kind)
  return came.alike.map(({ piece }) => piece.title)
}
const markOf = (text: string, kind: string, words: string) => {
  const from = text.indexOf(words)
  const span = { from, to: from + words.length }
  return { kind, title: words, fields: {}, ...span, private: false }
}

const COURSES = `Réunion du 5 mars 2024
Présents : Colette, Jean Vidal

# Pour la buvette
Bonjour à toutes,
- deux tréteaux
- une bâche de six mètres
- Colette
- des gobelets consignés
- merci à la mairie
  - les bleus
- René, trésorier

# Autre chose
- des cartons vides
`
test('a pick proposes the other lines of its list, and neither a name nor a thank you', () => {
  assert.deepEqual(taught(COURSES, 'need', 'deux tréteaux'), [
    'Une bâche de six mètres',
    'Des gobelets consignés',
  ])
})

test('a line with a mark, or to which somebody said no, is not proposed', () => {
  const known = [markOf(COURSES, 'need', 'une bâche de six mètres')]
  const left = [markOf(COURSES, 'offer', 'des gobelets consignés')]
  assert.deepEqual(taught(COURSES, 'need', 'deux tréteaux', { known, left }), [])
})

test('a line that an earlier pick proposed is proposed by the next of that kind as well', () => {
  const known = [{ ...markOf(COURSES, 'need', 'une bâche de six mètres'), taught: true }]
  assert.ok(taught(COURSES, 'need', 'deux tréteaux', { known }).includes('Une bâche de six mètres'))
  assert.ok(!taught(COURSES, 'offer', 'deux tréteaux', { known }).join().includes('bâche'))
})

const SHAPES = `Réunion du 5 mars 2024
Présents : Colette, Jean Vidal, Sam

Le four
- Colette : appeler le maçon
- Jean : mesurer la voûte
- Et si on cuisait le vendredi ?
- Un banc devant la porte ?
- « Un four froid est un tas de pierres. »
- Le toit fuit depuis trois ans et la mairie le sait.
- La porte ferme mal quand il pleut.
- Sam : trouver des briques
`
test('in a list that holds all kinds, lines of one shape go together', () => {
  assert.deepEqual(taught(SHAPES, 'task', 'Colette : appeler le maçon'), [
    'Mesurer la voûte',
    'Trouver des briques',
  ])
  assert.deepEqual(taught(SHAPES, 'idea', 'Et si on cuisait le vendredi ?'), [
    'Un banc devant la porte\u202f?',
  ])
  assert.deepEqual(
    taught(SHAPES, 'need', 'Le toit fuit depuis trois ans et la mairie le sait.'),
    [],
  )
})

test('a name teaches no other name, and a person nobody', () => {
  assert.deepEqual(taught(COURSES, 'place', 'deux tréteaux'), [])
  assert.deepEqual(taught(COURSES, 'actor', 'deux tréteaux'), [])
})

const SIGNS = `Réunion du 5 mars 2024

L’eau
[ ] réparer le robinet
[x] acheter un tuyau
- le puits est plein

Le pain
- la farine est arrivée
[ ] une affiche pour samedi

Coup de pouce : des bras pour le puits
On a parlé du pain.
Coup de pouce : une remorque
`
test('a box to tick and a label say the same thing all over a page; a ticked box is another', () => {
  assert.deepEqual(taught(SIGNS, 'task', 'réparer le robinet'), ['Une affiche pour samedi'])
  assert.deepEqual(taught(SIGNS, 'need', 'Coup de pouce : des bras pour le puits').length, 1)
})

test('a title that the guard would hold is not proposed', () => {
  const text = [
    'Réunion du 5 mars 2024',
    '',
    'Pour la fête',
    '- deux tréteaux',
    '- une bâche',
    '- les clefs chez Mme Ravel, 12 rue du Four',
    '- le gâteau de Lucas, 16 ans, en foyer',
    '- appeler le 06 39 98 12 34',
  ].join('\n')
  const came = taught(text, 'need', 'deux tréteaux')
  assert.ok(came.includes('Une bâche'))
  assert.doesNotMatch(came.join(' '), /Ravel|rue du Four|Lucas|16|06/)
})

test('any pick teaches lines of the text, none of which is marked, a title or held', () => {
  const line = fc.constantFrom(
    '- du pain',
    '- Colette : le pain',
    '# Le pain',
    'Le pain :',
    '- du pain ?',
    '- Lucas, 12 ans',
    '[ ] le pain',
    '| pain | 2 |',
    '',
    'Merci !',
    '- « Du pain. »',
    '- de\u0301jà du pain',
  )
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 14 }), fc.nat(13), (lines, at) => {
      const text = lines.join('\n')
      const from = lines.slice(0, at).join('\n').length + (at > 0 ? 1 : 0)
      const words = lines[at] ?? ''
      if (words === '') return
      const span = { from: from + (/^- /.test(words) ? 2 : 0), to: from + words.length }
      const known = [{ kind: 'need', title: '', fields: {}, ...span, private: false }]
      const came = picked(text, notesPage(text.normalize('NFC')), [], { kind: 'need', span, known })
      for (const { piece } of came?.alike ?? []) {
        assert.ok(piece.from < piece.to && piece.to <= text.length)
        assert.ok(piece.to <= span.from || piece.from >= span.to, 'the picked line is marked')
        assert.equal(guard(piece.title).length, 0)
        assert.doesNotMatch(text.slice(piece.from, piece.to), /^#|:$|^Merci/)
      }
    }),
    runs(200, 2_000),
  )
})

test('of what a piece may be for, its own part comes first, a project before an event', () => {
  const subjects = [
    { kind: 'event', from: 60 },
    { kind: 'initiative', from: 10 },
    { kind: 'initiative', from: 120 },
    { kind: 'initiative', from: 95 },
    { kind: 'event', from: 99 },
  ]
  const order = likeliestFirst(100, subjects, [0, 50, 90]).map(one => one.from)
  assert.deepEqual(order, [95, 120, 99, 10, 60])
})
