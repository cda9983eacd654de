import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openMemory, recordId } from '../../tests/wire/boxes.ts'
import { recordType } from '../core/schema.ts'
import { index, search, writeSearch } from './search.ts'
import { openTables, type Tables } from './tables.ts'

const need = recordType({
  name: 'need',
  title: 'title',
  path: '/annonces',
  fields: { title: { kind: 'text' }, text: { kind: 'text' } },
})

function holding(records: readonly (readonly [title: string, text?: string])[]): Tables {
  const tables = openTables(':memory:', { types: [need], projections: [] }, openMemory())
  for (const [n, [title, text = '']] of records.entries()) {
    const values = new Map(Object.entries({ title, text }))
    writeSearch(tables, [index(tables, need, recordId(n), values)])
  }
  return tables
}
const titles = (tables: Tables, asked: string): readonly string[] =>
  search(tables.sql, asked, ['need']).hits.map(hit => hit.title)

test('words that join others are not asked of a record', () => {
  const tables = holding([
    ['Broyeur pour végétaux'],
    ['Bois sec', 'de quoi chauffer une salle'],
    ['Machine à coudre'],
  ])
  assert.deepEqual(titles(tables, 'un broyeur à végétaux'), ['Broyeur pour végétaux'])
  assert.deepEqual(titles(tables, 'le bois de chauffe'), ['Bois sec'])
  assert.deepEqual(titles(tables, 'machine a coudre'), ['Machine à coudre'])
})

test('words that join others are looked for when nothing else was asked', () => {
  const tables = holding([['On the road'], ['Les pommes'], ['Un vélo']])
  assert.deepEqual(titles(tables, 'les'), ['Les pommes'])
  assert.deepEqual(titles(tables, 'on the'), ['On the road'])
})

test('a word is found by its beginning from three letters on, a shorter one as it is', () => {
  const tables = holding([['Palettes'], ['TV couleur'], ['Tvardovski, à lire']])
  assert.deepEqual(titles(tables, 'pal'), ['Palettes'])
  assert.deepEqual(titles(tables, 'tv'), ['TV couleur'])
})

test(
  'the title that holds the whole word stands before the one that begins by it, and before a ' +
    'text that holds it',
  () => {
    const tables = holding([
      ['Jardinage du samedi'],
      ['Le jardin, derrière'],
      ['Bêche', 'pour le jardin'],
    ])
    assert.deepEqual(titles(tables, 'jardin'), [
      'Le jardin, derrière',
      'Jardinage du samedi',
      'Bêche',
    ])
  },
)

test('a word that many records hold is still found with another that few hold, by its stem too', () => {
  const many = Array.from({ length: 900 }, (_, n): readonly [string, string] => [
    `Jardin ${n}`,
    'on cherche des bras',
  ])
  const tables = holding([
    ['Le jardin aux hérissons', 'on chercherait une brouette'],
    ...many,
    ['Les jardins du bas', 'une brouette rouillée'],
  ])
  assert.deepEqual(titles(tables, 'jardin brouette'), [
    'Le jardin aux hérissons',
    'Les jardins du bas',
  ])
  assert.equal(titles(tables, 'jardin 7')[0], 'Jardin 7')
  assert.equal(titles(tables, 'jardin').length, 30)
})

test(
  'a first name that nobody bears is not taken for another word; a letter doubled or an ' +
    'accent left out still finds',
  () => {
    const tables = holding([
      ['Une haie à tailler', 'hai, dit le panneau'],
      ['Palettes'],
      ['Réunions du lundi'],
    ])
    assert.deepEqual(search(tables.sql, 'Hakim', ['need']), {
      asked: 'Hakim',
      hits: [],
      more: false,
    })
    assert.deepEqual(titles(tables, 'palete'), ['Palettes'])
    assert.deepEqual(titles(tables, 'reunion'), ['Réunions du lundi'])
    assert.equal(search(tables.sql, 'haei', ['need']).instead, 'hai')
  },
)

test('a first name whose stem is a word that joins others finds that name only', () => {
  const tables = holding([
    ['Le local ouvre'],
    ['Un bol de lait', 'on le donne'],
    ['Léa relie des livres'],
  ])
  assert.deepEqual(titles(tables, 'Léa'), ['Léa relie des livres'])
  assert.deepEqual(titles(tables, 'Dea'), [])
})

test('a search of signs alone finds nothing, and never fails', () => {
  const tables = holding([['Palettes']])
  for (const asked of ['', '"', '* OR *', 'NEAR(', "l'", '\u202e', 'a'.repeat(10_000)])
    assert.deepEqual(titles(tables, asked), [])
})

test('a record is found by the words of its choice, and by the days on which it comes back', () => {
  const ride = recordType({
    name: 'ride',
    title: 'title',
    path: '/trajets',
    fields: {
      title: { kind: 'text' },
      mode: { kind: 'choice', choices: ['ride', 'lend'], foundBy: { ride: 'covoiturage' } },
      days: { kind: 'recurrence' },
    },
  })
  const tables = openTables(':memory:', { types: [ride], projections: [] }, openMemory())
  for (const [n, mode] of ['ride', 'lend'].entries()) {
    const said = { title: `Odile va à Montbrison ${n}`, mode, days: 'FREQ=WEEKLY;BYDAY=TH' }
    const values = new Map(Object.entries(said))
    writeSearch(tables, [index(tables, ride, recordId(n), values)])
  }
  const found = (asked: string) => search(tables.sql, asked, ['ride']).hits.map(hit => hit.title)
  assert.deepEqual(found('covoiturage Montbrison jeudi'), ['Odile va à Montbrison 0'])
  assert.equal(found('Montbrison jeudi').length, 2)
  assert.deepEqual(found('Montbrison mardi'), [])
})
