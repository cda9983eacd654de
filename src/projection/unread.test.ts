import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inside, openMemory, recordId, write } from '../../tests/wire/boxes.ts'
import { type Brick, brick } from '../contract/brick.ts'
import type { Projection } from '../contract/projection.ts'
import type { Reader } from '../contract/reader.ts'
import { recordType } from '../core/schema.ts'
import { withGuardedSlots } from '../engine/guarded-slots.ts'
import { readerOn } from './reader.ts'
import { openTables, showAll } from './tables.ts'

const need = recordType({
  name: 'need',
  title: 'title',
  path: '/annonces',
  fields: { title: { kind: 'text' } },
})
/** One record has words that it can't read. */
const counting: Projection = {
  types: ['need'],
  tables: ['CREATE TABLE counted(id TEXT PRIMARY KEY, n INTEGER)'],
  apply: (_type, record, tables) => {
    tables.run('DELETE FROM counted WHERE id = ?', record)
    const [row] = tables.all('SELECT title FROM need WHERE id = ?', record)
    if (row?.['title'] === 'constructor') throw new TypeError('not a word')
    tables.run('INSERT INTO counted VALUES (?, ?)', record, String(row?.['title']).length)
  },
}

test(
  'a projection that throws leaves that record out and says so; the others are shown, and ' +
    'it is once it can be read',
  () => {
    const log = openMemory()
    const tables = openTables(':memory:', { types: [need], projections: [counting] }, log)
    const read = readerOn(tables, log)
    const show = (n: number, title: string): void => {
      write(log, { type: 'need', record: recordId(n), fields: { title } })
      inside(tables, () =>
        showAll(tables, log, [{ type: 'need', record: recordId(n), space: 'commons' }]),
      )
    }
    show(1, 'Une remorque')
    show(2, 'constructor')
    show(3, 'Des palettes')
    show(1, 'constructor')
    assert.deepEqual(
      tables.sql.all('SELECT id FROM counted ORDER BY id').map(({ id }) => id),
      [recordId(3)],
      'nothing of before stands beside what it says now',
    )
    assert.deepEqual(
      read.unread().map(({ id }) => id),
      [recordId(1), recordId(2)],
    )
    assert.equal(read.one(need, recordId(2))?.title, 'constructor')
    show(1, 'Une brouette')
    assert.deepEqual(
      read.unread().map(({ id }) => id),
      [recordId(2)],
    )
  },
)

test('a part of a page that throws is left out alone, and told; a fault of the disk is thrown on', () => {
  const log = openMemory()
  const tables = openTables(':memory:', { types: [need], projections: [] }, log)
  const read = readerOn(tables, log)
  const words = { types: {} }
  let fault: Error = new TypeError('a value of another kind')
  const made: Brick = brick({
    name: 'odd',
    records: [],
    commands: [],
    pages: [],
    words: { fr: words, en: words },
    slots: {
      indicator: () => {
        throw fault
      },
    },
  })
  const asked = (): unknown =>
    withGuardedSlots(made).slots?.indicator?.(read as Reader, made.words.fr, {
      today: '2026-12-05',
      communes: [],
    })
  assert.equal(asked(), undefined)
  assert.deepEqual(
    read.unread().map(({ type }) => type),
    ['odd.indicator'],
  )
  fault = Object.assign(new Error('database disk image is malformed'), { errcode: 11 })
  assert.throws(asked, /malformed/)
})
