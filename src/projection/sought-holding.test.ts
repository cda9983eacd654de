import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openMemory, recordId } from '../../tests/wire/boxes.ts'
import { tableOf } from '../contract/tables.ts'
import { type RecordType, recordType } from '../core/schema.ts'
import { isWord } from '../text/guard/lexicon.ts'
import { searchSpoken } from '../text/searching/asked.ts'
import { otherWords } from '../text/searching/other-words.ts'
import { lookFor } from './looked-for.ts'
import { index, writeSearch } from './search.ts'
import { openTables, type Tables } from './tables.ts'

/** What of a search a record holds, and what is left out where it holds too little. */

const typeNamed = (name: string, more: Partial<RecordType>): RecordType =>
  recordType({
    name,
    title: 'title',
    path: `/${name}`,
    fields: { title: { kind: 'text' }, text: { kind: 'text' } },
    ...more,
  })
const offer = typeNamed('offer', {})
const need = typeNamed('need', { seeks: true })
const place = typeNamed('place', {
  fields: { title: { kind: 'text' }, text: { kind: 'text' }, hours: { kind: 'hours' } },
})
const TYPES = new Map([offer, need, place].map(type => [type.name, type]))

type Said = readonly [type: string, title: string, text?: string]
function holding(all: readonly Said[]): Tables {
  const tables = openTables(
    ':memory:',
    { types: [...TYPES.values()], projections: [] },
    openMemory(),
  )
  for (const [n, [type, title, text = '']] of all.entries()) {
    tables.sql.run(
      `INSERT INTO "${tableOf(type, 'commons')}"(id, title, text) VALUES (?, ?, ?)`,
      recordId(n),
      title,
      text,
    )
    const fields = new Map(Object.entries({ title, text }))
    writeSearch(tables, [index(tables, TYPES.get(type)!, recordId(n), fields)])
  }
  return tables
}
/** The hits, each as *all Title*. */
function found(all: readonly Said[], asked: string): readonly string[] {
  const spoken = searchSpoken(asked, { today: '2026-12-05', communes: [] })
  const look = { ...spoken, isWord, otherNames: otherWords }
  const { hits } = lookFor(holding(all).sql, TYPES, look, [...TYPES.keys()])
  return hits.map(({ holds, title }) => `${holds} ${title}`)
}

test('all words with one in the title is told apart from all in the text, and from some', () => {
  const all: readonly Said[] = [
    ['offer', 'Cours de guitare'],
    ['offer', 'Chambre à louer', 'Une guitare est au salon.'],
  ]
  assert.deepEqual(found(all, 'guitare'), ['all Cours de guitare', 'text Chambre à louer'])
  assert.deepEqual(found(all, 'guitare électrique'), ['some Cours de guitare'])
})

test('a word that is said of many things, without the other one, brings nothing', () => {
  for (const [asked, title] of [
    ['table de chevet', 'Prête tables et bancs'],
    ['papier peint', 'Aide pour les papiers'],
    ['pièce de théâtre', 'Une pièce de tracteur'],
    ['garde forestier', 'Garde de chats'],
  ] as const)
    assert.deepEqual(found([['offer', title]], asked), [], asked)
  assert.deepEqual(found([['offer', 'Prête tables et bancs']], 'table'), [
    'all Prête tables et bancs',
  ])
})

test('an act without its thing, and half of a name, bring nothing', () => {
  assert.deepEqual(found([['offer', 'Je répare les vélos']], 'réparer mon piano'), [])
  assert.deepEqual(found([['offer', 'Machine à pain']], 'machine à coudre'), [])
  assert.deepEqual(found([['offer', 'Poêle à bois']], 'poêle à frire'), [])
})

test('one word of a sentence in the text of a notice brings nothing', () => {
  const all: readonly Said[] = [['offer', 'Je rentre le bois', 'J’ai deux bras et du courage.']]
  assert.deepEqual(found(all, 'j’ai mal au bras'), [])
  assert.deepEqual(found(all, 'courage'), ['text Je rentre le bois'])
})

test('what holds some is left out where something answers, and not where it looks for the same', () => {
  const some: readonly Said[] = [['offer', 'Bulbes de jonquille', 'Pour le jardin.']]
  const asked = 'jonquille naine'
  assert.deepEqual(found(some, asked), ['some Bulbes de jonquille'])
  assert.deepEqual(found([...some, ['offer', 'Jonquille naine']], asked), ['all Jonquille naine'])
  assert.deepEqual(
    new Set(found([...some, ['need', 'Jonquille naine ?']], asked)),
    new Set(['all Jonquille naine ?', 'some Bulbes de jonquille']),
  )
})

test('the text of a place says what one finds there; how many need not be said', () => {
  const all: readonly Said[] = [['place', 'Cabinet du haut', 'Un dentiste le jeudi.']]
  assert.deepEqual(found(all, 'dentiste'), ['all Cabinet du haut'])
  assert.deepEqual(found([['offer', 'Patates Agria']], 'patates 25 kg'), ['all Patates Agria'])
})

test('another name of a word is the thing itself where it stands behind no link', () => {
  const all: readonly Said[] = [
    ['offer', 'L’ordinateur du bar'],
    ['place', 'Bar de la fontaine'],
  ]
  assert.deepEqual(found(all, 'bistrot'), ['named Bar de la fontaine', 'named L’ordinateur du bar'])
})

test('who takes place for an act is found without its thing, and who does it is not', () => {
  assert.deepEqual(found([['place', 'Atelier pour réparer']], 'réparer mon piano'), [
    'some Atelier pour réparer',
  ])
})

test('of plain words alone a text tells nothing', () => {
  assert.deepEqual(found([['offer', 'Vends bois sec', 'Depuis 15 ans.']], 'quand on a 15 ans'), [])
})

test('who found a thing is led to who lost it', () => {
  assert.deepEqual(found([['need', 'Perdu mes clefs']], 'clefs trouvées'), ['all Perdu mes clefs'])
  const all: readonly Said[] = [
    ['offer', 'Garde chat roux'],
    ['need', 'Perdu chat'],
  ]
  for (const asked of ['trouvé chat', 'chat trouvé', 'j’ai trouvé un chat'])
    assert.equal(found(all, asked)[0], 'all Perdu chat', asked)
  for (const asked of ['chat', 'où trouvé un chat', 'qui a trouvé mon chat', 'je trouve un chat'])
    assert.equal(found(all, asked)[0], 'all Garde chat roux', asked)
})

test('a notice that says a broad word in its text is not found by it', () => {
  const all: readonly Said[] = [
    ['offer', 'Fumier à volonté', 'Venez avec une remorque.'],
    ['need', 'Remorque pour samedi'],
  ]
  assert.deepEqual(found(all, 'remorque'), ['all Remorque pour samedi'])
  assert.deepEqual(found([['place', 'Le hangar', 'Une remorque y est.']], 'remorque'), [
    'all Le hangar',
  ])
})

test('where nothing else says a broad word, a notice that says it is told', () => {
  const all: readonly Said[] = [['need', 'Place pour Boën', 'Pour aller chez le médecin.']]
  assert.deepEqual(found(all, 'médecin'), ['text Place pour Boën'])
})

test('a word that begins by a number counts where nothing else is asked', () => {
  const all: readonly Said[] = [
    ['offer', 'Pneus de 4x4'],
    ['place', 'Le garage', 'Ouvert à tous.'],
  ]
  assert.deepEqual(found(all, '4x4'), ['all Pneus de 4x4'])
})
