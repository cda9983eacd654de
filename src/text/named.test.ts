import assert from 'node:assert/strict'
import fc from 'fast-check'
import { anyUnit } from '../../tests/support/any-unit.ts'
import { runs, testOnce as test, testEach } from '../../tests/support/pass.ts'
import { whoIsNamed } from './named.ts'

const says = (text: string, names: readonly string[], villages: readonly string[] = []) =>
  whoIsNamed(names, villages)(text)

const FIRST = [
  'Élodie',
  'Jean-Luc',
  'Pierre',
  'Rose',
  'Zoé',
  'Anaïs',
  'Œdile',
  'Maël',
  'Hakim',
  'Noël',
]
const LAST = [
  'Martin',
  'Roche',
  'Petit',
  'Barthélemy',
  'de Vals',
  'Saint-Cyr',
  'Le Goff',
  'd’Ambre',
  'Masson-Vial',
  'Çelik',
]
const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '')
const surname = (last: string) => last.replace(/^(?:de |Le |d’)/, '')
/** How a village writes the name of somebody. */
const FORMS: readonly ((first: string, last: string) => string)[] = [
  first => first,
  (_, last) => last,
  (first, last) => `${first} ${last}`,
  (first, last) => `${last} ${first}`,
  (first, last) => `${first[0]}. ${last}`,
  (first, last) => `${first} ${surname(last)[0]}.`,
  (first, last) => `${first} ${last}`.toLowerCase(),
  (first, last) => `${first} ${last}`.toUpperCase(),
  (first, last) => bare(`${first} ${last}`).toLowerCase(),
  (_, last) => `Mme ${last}`,
  (_, last) => `m. ${surname(last).toLowerCase()}`,
  first => bare(first).toUpperCase(),
  first => first.normalize('NFD'),
  first => `${first.slice(0, 2)}\u200b${first.slice(2)}`,
]
const BEFORE = [
  'Voir avec ',
  'Le four d’',
  'la clé chez ',
  'Un coup de main (',
  'Prêté par « ',
  'fait le 12 par ',
  'Avec la MJC, ',
]
const AFTER = ['', ', le samedi', ' et la MJC', ')', ' »', ' : la clé', '\n']

testEach(
  'law 11: whoever is named in any form the village writes is named, among any people and any ' +
    'villages',
  () => {
    const person = fc.record({ first: fc.constantFrom(...FIRST), last: fc.constantFrom(...LAST) })
    const given = fc.record({
      others: fc.array(person, { maxLength: 4 }),
      one: person,
      form: fc.constantFrom(...FORMS),
      before: fc.constantFrom(...BEFORE),
      after: fc.constantFrom(...AFTER),
    })
    fc.assert(
      fc.property(given, ({ others, one, form, before, after }) => {
        const names = [...others, one].map(({ first, last }) => `${first} ${last}`)
        const text = `${before}${form(one.first, one.last)}${after}`
        const villages = ['Saint-Martin-Lestra', 'Roche', 'Boën-sur-Lignon']
        assert.ok(says(text, names, villages), text)
        assert.equal(says(text, names.slice(-1), villages), names.at(-1), text)
      }),
      runs(500, 2_000),
    )
  },
)

test('law 11: a first name alone is named by the whole name, and the other way', () => {
  for (const text of [
    'Élodie Martin',
    'ÉLODIE',
    'le jardin d’élodie',
    'Elodie M.',
    'élodie-la-voisine'.replace(/-/g, ' '),
  ])
    assert.equal(says(text, ['Élodie']), 'Élodie', text)
  for (const text of [
    'Élodie',
    'Martin',
    'É. Martin',
    'e. martin',
    'élodie martin',
    'Le jardin Martin',
    'chez martin',
  ])
    assert.equal(says(text, ['Élodie Martin']), 'Élodie Martin', text)
  assert.equal(says('Élodie', ['É. Martin']), undefined)
  assert.equal(says('Martin', ['É. Martin']), 'É. Martin')
  assert.equal(says('voir mme Roche', ['Mme Roche']), 'Mme Roche')
})

test('a village, a saint, a street and a word of every day are nobody', () => {
  const names = ['Élodie Martin', 'Pierre Roche', 'Gérard Petit', 'Rose', 'Jean Lestra', 'Boën']
  const villages = ['Saint-Martin-Lestra', 'Boën-sur-Lignon', 'Roche']
  for (const text of [
    'Bal à Saint-Martin-Lestra',
    'le bourg de Saint Martin Lestra',
    'la Saint-Martin',
    'St Martin, le 11',
    'une pierre, des roses, de la roche',
    'martin-pêcheur',
    'Petit chantier le samedi',
    'PETIT CHANTIER',
    'Le marché de Boën-sur-Lignon',
    'la mairie de Roche',
    'rendez-vous à Roche',
    'rue Jean Moulin',
    'Saint-Pierreville, Pierrette',
    'rosé',
    '',
  ])
    assert.equal(says(text, names, villages), undefined, text)
  assert.equal(says('chez Roche', names, villages), 'Pierre Roche')
  assert.equal(says('une pierre', ['Pierre Roche']), undefined)
  assert.equal(says('pierre roche', ['Pierre Roche']), 'Pierre Roche')
})

test('a name is found without its accents, in capitals, and apart from its accents', () => {
  for (const said of [
    'Le four d’Élodie',
    'Le four d’Elodie',
    'LE FOUR D’ÉLODIE',
    'Le four d’ELODIE',
    'E\u0301lodie, le four',
  ])
    assert.equal(says(said, ['Élodie']), 'Élodie', said)
  assert.equal(says('Elodie', ['E\u0301lodie']), 'E\u0301lodie')
  for (const said of ['une pierre', 'Pierrette', 'Saint-Pierreville', ''])
    assert.equal(says(said, ['Pierre']), undefined, said)
})

test('a name without a letter names nobody; no text is too odd', () => {
  assert.equal(says('rien', ['\u0301\u0301', '', '…', 'M.', 'La']), undefined)
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: anyUnit })),
      fc.string({ unit: anyUnit }),
      (names, text) => void says(text, names, names),
    ),
  )
})
