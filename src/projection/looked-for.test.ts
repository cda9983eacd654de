import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyUnit } from '../../tests/support/any-unit.ts'
import { openMemory, recordId } from '../../tests/wire/boxes.ts'
import { tableOf } from '../contract/tables.ts'
import { type RecordType, recordType } from '../core/schema.ts'
import { searchSpoken } from '../text/searching/asked.ts'
import { lookFor } from './looked-for.ts'
import { index, writeSearch } from './search.ts'
import { openTables, type Tables } from './tables.ts'

/** A Saturday. */
const TODAY = '2026-12-05'
const need = recordType({
  name: 'need',
  title: 'title',
  path: '/annonces',
  over: { field: 'state', is: 'closed', until: 'until' },
  fields: {
    title: { kind: 'text' },
    text: { kind: 'text' },
    state: { kind: 'choice', choices: ['open', 'closed'] },
    until: { kind: 'day' },
    commune: { kind: 'commune' },
  },
})
const wish = recordType({
  name: 'wish',
  title: 'title',
  path: '/projets',
  seeks: true,
  fields: { title: { kind: 'text' }, text: { kind: 'text' } },
})
const event = recordType({
  name: 'event',
  title: 'title',
  path: '/agenda',
  spans: [{ from: 'startsOn', to: 'endsOn', recurs: 'recurs' }],
  fields: {
    title: { kind: 'text' },
    startsOn: { kind: 'day' },
    endsOn: { kind: 'day' },
    recurs: { kind: 'recurrence' },
  },
})
const place = recordType({
  name: 'place',
  title: 'title',
  path: '/lieux',
  fields: { title: { kind: 'text' }, hours: { kind: 'hours' }, commune: { kind: 'commune' } },
})
const task = recordType({
  name: 'task',
  title: 'title',
  path: '/suites',
  afterOthers: true,
  fields: { title: { kind: 'text' } },
})
const TYPES: Readonly<Record<string, RecordType>> = { need, event, place, task, wish }
const COMMUNES = [
  { code: '42019', name: 'Boën-sur-Lignon' },
  { code: '42147', name: 'Montbrison' },
]

type Said = Readonly<Record<string, string>> & Readonly<{ title: string; type?: string }>
function holding(records: readonly (string | Said)[], of = TYPES): Tables {
  const types = Object.values(of)
  const tables = openTables(':memory:', { types, projections: [] }, openMemory())
  for (const [n, record] of records.entries()) {
    const { type: name = 'need', ...fields } =
      typeof record === 'string' ? { title: record } : record
    const type = of[name]!
    const names = Object.keys(fields)
    tables.sql.run(
      `INSERT INTO "${tableOf(name, 'commons')}"(id, ${names.map(one => `"${one}"`).join(', ')})
        VALUES (${['?', ...names.map(() => '?')].join(', ')})`,
      recordId(n),
      ...Object.values(fields),
    )
    writeSearch(tables, [index(tables, type, recordId(n), new Map(Object.entries(fields)))])
  }
  return tables
}
type More = Readonly<{
  isWord?: (word: string) => boolean
  otherNames?: (word: string) => readonly string[]
  onDays?: readonly string[]
  respelled?: (word: string) => readonly string[]
}>
const found = (tables: Tables, asked: string, more: More = {}, of = TYPES) => {
  const spoken = searchSpoken(asked, { today: TODAY, communes: COMMUNES })
  const types = new Map(Object.entries(of))
  return lookFor(tables.sql, types, { isWord: () => false, ...more, ...spoken }, Object.keys(of))
}
const titles = (tables: Tables, asked: string, more?: More, of = TYPES): readonly string[] =>
  found(tables, asked, more, of).hits.map(hit => hit.title)

test('not every word must be there: records with more of them, and rarer ones, come first', () => {
  const tables = holding([
    'Odile descend à Feurs',
    'Paul descend à Montbrison',
    'Une chaise',
    'Lina va à Montbrison pour le marché',
    'Le marché',
  ])
  assert.equal(
    titles(tables, 'aller au marché de Montbrison jeudi')[0],
    'Lina va à Montbrison pour le marché',
  )
  assert.deepEqual(titles(tables, 'une chaise longue pour le jardin'), ['Une chaise'])
})

test('what holds only a common word is cut where others hold the rare one', () => {
  const many = Array.from({ length: 20 }, (_, n) => `Bois de la parcelle ${n}`)
  const tables = holding([...many, 'Fendeuse à bois'])
  assert.deepEqual(titles(tables, 'une fendeuse pour du bois'), ['Fendeuse à bois'])
})

test('where nothing has the word that begins a search, other words of it bring nothing', () => {
  const tables = holding(['Un jardin à prêter', 'Le jardin partagé', 'Cours de guitare'])
  const isWord = (): boolean => true
  assert.deepEqual(titles(tables, 'tracteur pour le jardin', { isWord }), [])
  assert.deepEqual(titles(tables, 'guitare électrique', { isWord }), ['Cours de guitare'])
})

test('accents tell words of one stem apart, and a stem makes no family', () => {
  const tables = holding([
    { title: 'L’ordinateur ne marche plus', text: 'il a mal marché' },
    { title: 'Marché de Boën', type: 'place' },
    'Vends pommes de terre',
    'Cours de guitare',
    'Ménage et courses',
  ])
  assert.equal(titles(tables, 'marché où vendre des meubles')[0], 'Marché de Boën')
  assert.deepEqual(titles(tables, 'marché'), ['Marché de Boën'])
  assert.deepEqual(titles(tables, 'terrasse'), [])
  assert.deepEqual(titles(tables, 'cours'), ['Cours de guitare'])
  assert.ok(titles(tables, 'marche').includes('Marché de Boën'), 'typed without accents')
  assert.deepEqual(titles(holding(['Marche de Noel du village']), 'marché'), [
    'Marche de Noel du village',
  ])
})

test('a whole title comes before a plural', () => {
  const tables = holding(['Le jardinier du samedi', 'Les jardins du bas', 'Le jardin, derrière'])
  assert.deepEqual(titles(tables, 'un jardin').slice(0, 3), [
    'Le jardin, derrière',
    'Les jardins du bas',
  ])
})

test('an older title comes before a hundred texts, and the index is not asked for it', t => {
  const text = 'des tuteurs pour les tomates'
  const tables = holding([
    'Des tuteurs pour tomates',
    'Tuteurs',
    ...Array.from({ length: 100 }, () => ({ title: 'À donner', text })),
    ...Array.from({ length: 400 }, () => ({ title: 'À manger', text: 'des tomates' })),
  ])
  const { mock } = t.mock.method(tables.sql, 'all')
  assert.equal(titles(tables, 'tuteurs tomates')[0], 'Des tuteurs pour tomates')
  assert.equal(titles(tables, 'tuteurs')[1], 'Des tuteurs pour tomates')
  const asked = mock.calls.map(({ arguments: [, query] }) => String(query))
  assert.deepEqual(
    asked.filter(query => query.startsWith('(title') || /^title/.test(query)),
    [],
  )
})

test('two forms of one day are asked of the index once', t => {
  const text = 'ouvert le samedi'
  const tables = holding(Array.from({ length: 410 }, () => ({ title: 'Atelier', text })))
  const { mock } = t.mock.method(tables.sql, 'all')
  assert.equal(titles(tables, 'samedi')[0], 'Atelier')
  const asked = mock.calls.map(({ arguments: [, query] }) => String(query))
  assert.deepEqual(
    asked.filter(query => /"samedis?".* AND .*"samedis?" OR/.test(query)),
    [],
  )
})

test('one mended word does not ask that all others are known', () => {
  const tables = holding(['Gégé prête sa débroussailleuse', 'Gégé coupe du bois', 'Une scie'])
  const { hits, instead } = found(tables, 'débrousailleuse Gégé mardi')
  assert.equal(hits[0]?.title, 'Gégé prête sa débroussailleuse')
  assert.equal(instead, 'debroussailleuse gege')
  const isWord = (word: string): boolean => word === 'sciure'
  assert.deepEqual(titles(tables, 'sciure', { isWord }), [], 'a word is no mistake')
})

test('other names of a word are looked for where hardly any record says it', () => {
  const tables = holding(['Terrain de boules', 'Vends une bicyclette'])
  const otherNames = (word: string): readonly string[] =>
    word === 'petanque' ? ['jeu de boules', 'boules'] : []
  assert.deepEqual(titles(tables, 'pétanque', { otherNames, isWord: () => true }), [
    'Terrain de boules',
  ])
})

test('the day of a search moves what takes place on it before the rest', () => {
  const tables = holding([
    { title: 'Loto du 12', type: 'event', startsOn: '2026-12-12' },
    { title: 'Loto des pompiers', type: 'event', startsOn: '2026-12-19' },
    { title: 'Loto de l’école', type: 'event', startsOn: '2026-12-20' },
    { title: 'Loto ancien', type: 'event', startsOn: '2026-11-07' },
    {
      title: 'Loto de la semaine',
      type: 'event',
      startsOn: '2026-01-02',
      recurs: 'FREQ=WEEKLY;BYDAY=TU',
    },
    { title: 'Repas', type: 'event', startsOn: '2026-12-31' },
  ])
  assert.equal(titles(tables, 'loto le 19')[0], 'Loto des pompiers')
  assert.equal(titles(tables, 'le loto de mardi')[0], 'Loto de la semaine')
  assert.equal(titles(tables, 'loto').at(-1), 'Loto ancien', 'ended things last')
  assert.ok(titles(tables, 'loto le 31', { onDays: [recordId(5)] }).includes('Repas'))
})

test('a place that is open on the day, and what is in the commune, come first', () => {
  const tables = holding([
    { title: 'Boulangerie du haut', type: 'place', hours: 'Tu-Su 07:00-12:00', commune: '42147' },
    { title: 'Boulangerie du bas', type: 'place', hours: 'Mo-Fr 07:00-12:00', commune: '42019' },
  ])
  assert.equal(titles(tables, 'boulangerie dimanche')[0], 'Boulangerie du haut')
  assert.equal(titles(tables, 'boulangerie lundi')[0], 'Boulangerie du bas')
  assert.equal(titles(tables, 'boulangerie à Boën')[0], 'Boulangerie du bas')
  assert.equal(titles(tables, 'boulangerie à Montbrison')[0], 'Boulangerie du haut')
  assert.deepEqual(titles(tables, 'coiffeur à Boën', { isWord: () => true }), [])
})

test('what was said at a meeting stands after people, places and notices; what is over is last', () => {
  const tables = holding([
    { title: 'La clé de la salle', type: 'task' },
    { title: 'La clé de la salle du bas', type: 'place' },
    { title: 'Une clé pour la salle', until: '2026-11-01' },
  ])
  assert.deepEqual(titles(tables, 'clé salle'), [
    'La clé de la salle du bas',
    'La clé de la salle',
    'Une clé pour la salle',
  ])
})

test('plain words count where a search has no other', () => {
  const tables = holding(['On cherche un nom', 'Une table'])
  assert.deepEqual(titles(tables, 'qui cherche ?'), ['On cherche un nom'])
})

test('any text may be searched, and signs alone find nothing', () => {
  const tables = holding(['Palettes', { title: 'Le marché', type: 'place' }])
  for (const asked of ['', '"', '* OR *', 'NEAR(', "l'", '\u202e', 'title : "a"', 'le', '0zz1z1'])
    assert.deepEqual(titles(tables, asked), [], asked)
  fc.assert(
    fc.property(fc.string({ unit: anyUnit, maxLength: 40 }), asked => {
      found(tables, `${asked} palettes`)
    }),
  )
})

test('a day alone brings what takes place before notices, and an ordinal only its own day', () => {
  const tables = holding([
    { title: 'Je descends le dimanche' },
    { title: 'Boulangerie', type: 'place', hours: 'Tu-Su 07:00-12:30' },
    { title: 'Messe le 2e dimanche', type: 'place' },
    { title: 'Pharmacie', type: 'place', hours: 'Mo-Fr 09:00-12:00' },
    { title: 'Marche le dimanche', type: 'place' },
  ])
  assert.deepEqual(titles(tables, 'que faire dimanche'), [
    'Marche le dimanche',
    'Je descends le dimanche',
  ])
  assert.deepEqual(titles(tables, 'qui est ouvert dimanche').slice(0, 1), ['Boulangerie'])
})

test('what looks for the same stands behind what answers, and its text lends nothing', () => {
  const tables = holding([
    'Broyeur de végétaux',
    { title: 'Un broyeur de végétaux', type: 'wish' },
    { title: 'Nettoyer le chemin', text: 'avec une tronçonneuse', type: 'wish' },
  ])
  assert.deepEqual(titles(tables, 'broyeur végétaux'), [
    'Broyeur de végétaux',
    'Un broyeur de végétaux',
  ])
  assert.deepEqual(titles(tables, 'tronçonneuse'), ['Nettoyer le chemin'])
  assert.deepEqual(titles(tables, 'louer une tronçonneuse'), [])
})

test('the thing counts more than what it is for, in a search and in a title', () => {
  const tables = holding(['Vends poêle à bois', 'Bois fendu', 'Un rideau', 'Une cheminée'])
  assert.deepEqual(titles(tables, 'bois')[0], 'Bois fendu')
  assert.equal(titles(tables, 'rideau pour la cheminée')[0], 'Un rideau')
})

test('another name of several words stands as a whole, in each of its forms', () => {
  const tables = holding(['Garde d’enfants le soir', 'Garde vos poules'])
  const otherNames = () => ['garder enfants', 'garde d’enfants']
  assert.deepEqual(titles(tables, 'nounou', { otherNames }), ['Garde d’enfants le soir'])
})

test('the words of a name may stand a little apart, in their order', () => {
  const tables = holding([
    'Karim veut bien garder toutes vos poules',
    'Des poules à donner, et un grand coffre de mariage à garder',
  ])
  assert.deepEqual(titles(tables, 'garder des poules'), [
    'Karim veut bien garder toutes vos poules',
  ])
})

test('a notice that looks for something is found by a word of the search, not by its names', () => {
  const sought = { ...need, seeks: true } as const
  const tables = holding([{ title: 'Fuite au toit' }, { title: 'Toit à poser', type: 'place' }])
  const types = new Map(Object.entries({ ...TYPES, need: sought }))
  const spoken = searchSpoken('couvreur', { today: TODAY, communes: COMMUNES })
  const asked = { ...spoken, isWord: () => true, otherNames: () => ['toit'] }
  const { hits } = lookFor(tables.sql, types, asked, Object.keys(TYPES))
  assert.deepEqual(
    hits.map(hit => hit.title),
    ['Toit à poser'],
  )
})

test('a wrong word is mended by its sound before its letters, also to a word that has names', () => {
  const tables = holding(['Barnum à prêter', 'Tourelle'])
  const respelled = () => ['tonnelle']
  const otherNames = (word: string) => (word === 'tonnelle' ? ['barnum'] : [])
  assert.deepEqual(titles(tables, 'tonelle', { respelled, otherNames }), ['Barnum à prêter'])
})

test('a plural that the stemmer leaves is found by its singular, and the reverse', () => {
  const tables = holding(['Je répare vélos et mobylettes', 'Vélo de course'])
  assert.deepEqual(titles(tables, 'vélo'), ['Vélo de course', 'Je répare vélos et mobylettes'])
  assert.equal(titles(tables, 'vélos').length, 2)
})

test('a word that texts alone mention is looked for by its other names too', () => {
  const text = 'pneus de neige'
  const texts = ['Garage', 'Trajet', 'Gants'].map(title => ({ title, text }))
  const tables = holding([{ title: 'Déneigement' }, ...texts])
  const otherNames = (word: string) => (word === 'neige' ? ['déneigement'] : [])
  assert.equal(titles(tables, 'neige', { otherNames })[0], 'Déneigement')
})

test('a short word of the dictionary begins no other', () => {
  const tables = holding(['Jusqu’à samedi', 'Saint-Just'])
  assert.deepEqual(titles(tables, 'jus', { isWord: () => true }), [])
  assert.deepEqual(titles(tables, 'jus'), ['Saint-Just', 'Jusqu’à samedi'])
})

test('who offers a thing stands before who asks for it, unless the search itself offers', () => {
  const sought = { ...need, name: 'wanted', seeks: true } as const
  const types = { ...TYPES, wanted: sought }
  const tables = holding(
    [
      { title: 'Échelle', type: 'wanted' },
      { title: 'Au grenier', text: 'une échelle en bois à prêter' },
    ],
    types,
  )
  const first = (asked: string) => titles(tables, asked, {}, types)[0]
  assert.equal(first('échelle'), 'Au grenier')
  assert.equal(first('je veux prêter mon échelle'), 'Échelle')
})

test('the words of a name stand in their order, each near the one before', () => {
  const isIn = (name: string, title: string): boolean =>
    titles(holding([title]), 'xyz', { otherNames: () => [name] }).length > 0
  for (const [name, title, is] of [
    ['garder enfant', 'Garder un petit enfant', true],
    ['garder enfant', 'Enfant à garder', false],
    ['garder enfant', 'Garder la maison et chaque enfant', false],
    ['garder poule blanche', 'Garder une poule très blanche', true],
    ['garder poule blanche', 'Garder blanche la poule', false],
    ['machine à laver', 'Machine à laver', true],
    ['machine à laver', 'Machine à coudre, à laver aussi', false],
    ['boîte à livres', 'Boîte de livres', false],
    ['bureau de poste', 'Bureau avec un poste de travail', false],
  ] as const)
    assert.equal(isIn(name, title), is, `${name}: ${title}`)
})
