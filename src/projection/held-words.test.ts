import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openMemory, recordId } from '../../tests/wire/boxes.ts'
import { recordType } from '../core/schema.ts'
import { dropWords, followSavepoint, holdOrWrite, holdWords, releaseWords } from './held-words.ts'
import { index, search, unindex } from './search.ts'
import { openTables, type Tables } from './tables.ts'

const need = recordType({
  name: 'need',
  title: 'title',
  path: '/annonces',
  fields: { title: { kind: 'text' } },
})

function begun(): Tables {
  const tables = openTables(':memory:', { types: [need], projections: [] }, openMemory())
  tables.db.exec('BEGIN')
  holdWords(tables)
  return tables
}
const shown = (tables: Tables, n: number, title: string): void =>
  holdOrWrite(tables, [index(tables, need, recordId(n), new Map([['title', title]]))])
function savepoint(tables: Tables, text: string): void {
  tables.sql.run(text)
  followSavepoint(tables, text)
}
const titles = (tables: Tables, asked: string): readonly string[] =>
  search(tables.sql, asked, ['need']).hits.map(hit => hit.title)
const segments = ({ sql }: Tables): number =>
  sql.all('SELECT DISTINCT segid FROM search_idx').length

test('turns that commit together write their words in one stretch', () => {
  const tables = begun()
  for (const [n, title] of ['Broyeur', 'Palettes', 'Remorque'].entries()) {
    savepoint(tables, 'SAVEPOINT turn')
    shown(tables, n, title)
    savepoint(tables, 'RELEASE turn')
  }
  releaseWords(tables)
  tables.db.exec('COMMIT')
  assert.equal(segments(tables), 1)
  assert.deepEqual(titles(tables, 'palettes'), ['Palettes'])
})

test('a turn finds what an earlier one of its batch showed, changed and took off', () => {
  const tables = begun()
  savepoint(tables, 'SAVEPOINT turn')
  shown(tables, 1, 'Broyeur')
  shown(tables, 2, 'Palettes')
  savepoint(tables, 'RELEASE turn')
  assert.deepEqual(titles(tables, 'broyeur'), ['Broyeur'])
  shown(tables, 1, 'Remorque')
  const gone = unindex(tables, recordId(2))
  if (gone) holdOrWrite(tables, [gone])
  assert.deepEqual(titles(tables, 'broyeur'), [])
  assert.deepEqual(titles(tables, 'remorque'), ['Remorque'])
  releaseWords(tables)
  assert.deepEqual(titles(tables, 'palettes'), [])
})

test('a turn that is rolled back takes its words along, and those of the others stay', () => {
  for (const isAsked of [false, true]) {
    const tables = begun()
    savepoint(tables, 'SAVEPOINT turn')
    shown(tables, 1, 'Broyeur')
    savepoint(tables, 'RELEASE turn')
    savepoint(tables, 'SAVEPOINT turn')
    shown(tables, 2, 'Palettes')
    // What was asked was written, and is rolled back with the turn.
    if (isAsked) assert.deepEqual(titles(tables, 'palettes'), ['Palettes'])
    savepoint(tables, 'ROLLBACK TO turn')
    savepoint(tables, 'RELEASE turn')
    releaseWords(tables)
    tables.db.exec('COMMIT')
    assert.deepEqual(titles(tables, 'broyeur'), ['Broyeur'])
    assert.deepEqual(titles(tables, 'palettes'), [])
  }
})

test('after a transaction that was lost, words are written at once', () => {
  const tables = begun()
  shown(tables, 1, 'Broyeur')
  tables.db.exec('ROLLBACK')
  dropWords(tables)
  shown(tables, 2, 'Palettes')
  assert.deepEqual(titles(tables, 'broyeur'), [])
  assert.deepEqual(titles(tables, 'palettes'), ['Palettes'])
})
