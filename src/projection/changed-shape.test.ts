import assert from 'node:assert/strict'
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { rowsOf } from '../../tests/faults/whole.ts'
import { openEngine } from '../../tests/support/open-engine.ts'
import { runs, testOnce } from '../../tests/support/pass.ts'
import { fixedBox, openMemory, recordId, type Writing, write } from '../../tests/wire/boxes.ts'
import { bricks } from '../app/bricks.ts'
import type { Projection } from '../contract/projection.ts'
import { tableOf } from '../contract/tables.ts'
import { type RecordType, recordType, SPACES } from '../core/schema.ts'
import { fillEngine } from '../dev/fill.ts'
import { shapeOf } from '../engine/shape.ts'
import type { Log } from '../log/log.ts'
import { allTables, partsOf, SEARCH_PART, shapeHash, typePart } from './shape.ts'
import { openTables, type Shape, type Tables } from './tables.ts'

const folder = mkdtempSync(join(tmpdir(), 'cocote-shape-'))
after(() => rmSync(folder, { recursive: true }))
let files = 0
const newFile = (): string => join(folder, `${++files}.db`)

/** What the tables say, with their indices and triggers. */
const saidBy = (tables: Tables) => ({
  ...rowsOf(tables),
  made: tables.sql
    .all('SELECT type, name, sql FROM sqlite_master')
    .map(thing => JSON.stringify(thing))
    .sort(),
})
function madeAnew(log: Log, shape: Shape): ReturnType<typeof saidBy> {
  const tables = openTables(':memory:', shape, log)
  const said = saidBy(tables)
  tables.db.close()
  return said
}
/** A row of the old file, by which one sees that the file was not made again whole. */
const witness = ({ sql }: Tables): void => void sql.run("INSERT INTO mark VALUES ('witness', '')")
const isWitnessed = ({ sql }: Tables): boolean =>
  sql.run("DELETE FROM mark WHERE key = 'witness'") === 1

const need = {
  name: 'need',
  title: 'title',
  path: '/annonces',
  fields: {
    title: { kind: 'text' },
    about: { kind: 'text' },
    from: { kind: 'link' },
    shown: { kind: 'yesNo', space: 'home' },
  },
} as const
const other = {
  name: 'other',
  title: 'title',
  path: '/autres',
  fields: { title: { kind: 'text' }, from: { kind: 'link', many: true } },
} as const
const NEEDS = [
  need,
  { ...need, fields: { ...need.fields, more: { kind: 'text' } } },
  { ...need, fields: { new1: { kind: 'text' }, ...need.fields, new2: { kind: 'link' } } },
  { ...need, fields: { ...need.fields, about: { kind: 'number' } } },
  { ...need, fields: { ...need.fields, title: { kind: 'text', required: true } } },
  { ...need, title: 'about', counted: true },
  { ...need, space: 'home', shownHere: 'shown' },
  { ...need, path: undefined },
].map(type => recordType(type as unknown as RecordType))
const OTHERS = [
  other,
  { ...other, counted: true },
  { ...other, counted: true, fields: { ...other.fields, new1: { kind: 'choice', filter: true } } },
  { ...other, title: 'from', fields: { ...other.fields, from: { kind: 'text' } } },
].map(type => recordType(type as unknown as RecordType))
const join_ = recordType({ name: 'join', title: 'these', fields: { these: { kind: 'text' } } })

/** A table of a type’s words, one that several types fill, and one that triggers count. */
const worded = (also: string): Projection => ({
  types: ['need', 'other'],
  tables: [`CREATE TABLE worded(id TEXT PRIMARY KEY, n INTEGER) /* ${also} */`],
  apply: (type, record, tables) => {
    tables.run('DELETE FROM worded WHERE id = ?', record)
    const [row] = tables.all(`SELECT * FROM "${type}" WHERE id = ? AND removed IS NOT 1`, record)
    const title = String(row?.['title'] ?? '')
    if (title === `cassé${also}`) throw new Error('read by nobody')
    if (row) tables.run('INSERT INTO worded VALUES (?, ?)', record, title.length + also.length)
  },
})
const told = (also: string): Projection => ({
  types: [],
  tables: [
    `CREATE TABLE told(n INTEGER PRIMARY KEY, c INTEGER) /* ${also} */`,
    'CREATE TRIGGER "other told" AFTER INSERT ON other BEGIN ' +
      'INSERT INTO told VALUES (length(NEW.id), 1) ON CONFLICT DO UPDATE SET c = c + 1; END',
    'CREATE TRIGGER "other was told" BEFORE INSERT ON other BEGIN UPDATE told SET c = c - 1 ' +
      'WHERE EXISTS (SELECT 1 FROM other WHERE id = NEW.id); END',
    'CREATE TRIGGER "other untold" AFTER DELETE ON other BEGIN UPDATE told SET c = c - 1; END',
    `CREATE INDEX "other ${also || 'plain'}" ON other("from")`,
  ],
  apply: () => undefined,
})

const anyShape = fc
  .record({
    need: fc.option(fc.constantFrom(...NEEDS)),
    other: fc.constantFrom(...OTHERS),
    join: fc.option(fc.constant(join_)),
    worded: fc.option(fc.constantFrom('', 'e')),
    told: fc.option(fc.constantFrom('', 'e')),
  })
  .map(
    (of): Shape => ({
      types: [of.need, of.other, of.join].filter(type => type !== null),
      projections: [
        ...(of.worded === null ? [] : [worded(of.worded)]),
        ...(of.told === null ? [] : [told(of.told)]),
      ],
    }),
  )
const anyWriting: fc.Arbitrary<Writing> = fc.record({
  type: fc.constantFrom('need', 'need', 'other', 'join'),
  record: fc.nat(4).map(recordId),
  space: fc.constantFrom('commons', 'commons', 'home', 'network'),
  fields: fc.dictionary(
    fc.constantFrom('title', 'about', 'from', 'shown', 'removed', 'more', 'these'),
    fc.constantFrom<unknown>(...[null, true, false, 7, 'un banc', 'cassé', 'cassée', recordId(1)], [
      recordId(0),
      recordId(2),
    ]),
    { minKeys: 1, maxKeys: 4 },
  ),
})
/** Others, that no program shows: few records are shown again. */
const REST = Array.from({ length: 16 }, (_, n) => ({
  type: 'unheard',
  record: recordId(20 + n),
  fields: { title: 'un banc' },
}))
const wrote = (writings: readonly Writing[]): Log => {
  const log = openMemory(fixedBox(1))
  write(log, ...REST)
  for (const one of writings) write(log, one)
  return log
}

test('law 2: tables of another shape are made again in parts, as they would be whole', () => {
  let parts = 0
  const of = runs(60, 300, 3_000)
  fc.assert(
    fc.property(
      fc.array(anyWriting, { minLength: 1, maxLength: 14 }),
      fc.array(anyShape, { minLength: 2, maxLength: 3 }),
      (writings, shapes) => {
        const [log, file] = [wrote(writings), newFile()]
        for (const [at, shape] of shapes.entries()) {
          const tables = openTables(file, shape, log)
          if (at > 0 && isWitnessed(tables)) parts++
          assert.deepEqual(saidBy(tables), madeAnew(log, shape))
          witness(tables)
          tables.db.close()
        }
        rmSync(file)
        log.db.close()
      },
    ),
    of,
  )
  assert.ok(parts > of.numRuns / 2, `${parts} in parts`)
})

testOnce('planted: where a stamp says what is not so, the tables are not as made whole', () => {
  const log = wrote([{ record: recordId(0), fields: { title: 'un banc', about: 'vert' } }])
  const [was, is] = [NEEDS[0]!, NEEDS[3]!].map(type => ({ types: [type], projections: [] }))
  const file = newFile()
  const tables = openTables(file, was!, log)
  for (const [key, value] of partsOf(is!.types, []))
    tables.sql.run('UPDATE mark SET value = ? WHERE key = ?', value, key)
  tables.db.close()
  const opened = openTables(file, is!, log)
  assert.notDeepEqual(saidBy(opened), madeAnew(log, is!))
  opened.db.close()
})

const engine = openEngine(bricks, fixedBox(1))
fillEngine(engine, 250, '2026-12-05')
const shape = shapeOf(engine.bricks)
const full = newFile()
openTables(full, shape, engine.log).db.close()
const anew = madeAnew(engine.log, shape)
after(() => [engine.log.db, engine.tables.db].map(db => db.close()))
const copied = (from: string, to: string): void => {
  for (const end of ['', '-wal']) if (existsSync(from + end)) copyFileSync(from + end, to + end)
}
/** Spoils these stamps, as a program that made these parts otherwise would leave them. */
function spoil(file: string, parts: readonly string[]): void {
  const { db, sql } = openTables(file, shape, engine.log)
  sql.run("UPDATE mark SET value = '' WHERE key = 'shape'")
  for (const part of parts) sql.run("UPDATE mark SET value = 'other' WHERE key = ?", part)
  if (parts.includes(SEARCH_PART)) sql.run("UPDATE search SET stems = 'autre'")
  for (const { name } of shape.types.filter(type => parts.includes(typePart(type.name))))
    for (const space of SPACES) sql.run(`UPDATE "${tableOf(name, space)}" SET _by = 'other'`)
  sql.run("INSERT INTO mark VALUES ('witness', '')")
  db.close()
}
const PARTS = [...partsOf(shape.types, shape.projections).keys()].filter(
  part => part !== 'part of all',
)

test('law 2: whichever stamps of a filled box are spoilt, its tables are as before', () => {
  let parts = 0
  const of = runs(8, 60, 600)
  fc.assert(
    fc.property(fc.subarray(PARTS, { minLength: 1, maxLength: 12 }), spoilt => {
      const file = newFile()
      copied(full, file)
      spoil(file, spoilt)
      const tables = openTables(file, shape, engine.log)
      if (isWitnessed(tables)) parts++
      assert.deepEqual(saidBy(tables), anew)
      tables.db.close()
    }),
    of,
  )
  assert.ok(parts > of.numRuns / 3, `${parts} in parts`)
})

testOnce('the words of the search are worked out again alone', () => {
  const file = newFile()
  copied(full, file)
  spoil(file, [SEARCH_PART])
  const tables = openTables(file, shape, engine.log)
  assert.ok(isWitnessed(tables))
  assert.deepEqual(saidBy(tables), anew)
  tables.db.close()
})

testOnce('tables whose remaking was killed in the middle begin it again', () => {
  const [file, killed] = [newFile(), newFile()]
  copied(full, file)
  spoil(
    file,
    PARTS.filter(part => /type (place|event|idea)$/.test(part)),
  )
  // The files as a kill leaves them: the types are read last for the stamps, before the commit.
  const copying: Shape = {
    ...shape,
    get types() {
      copied(file, killed)
      return shape.types
    },
  }
  openTables(file, copying, engine.log).db.close()
  const held = new DatabaseSync(killed, { readOnly: true })
  const stamp = held.prepare("SELECT value FROM mark WHERE key = 'shape'").get()
  held.close()
  assert.deepEqual({ ...stamp }, { value: '' }, 'it was stopped in the middle')
  const tables = openTables(killed, shape, engine.log)
  assert.ok(isWitnessed(tables))
  assert.deepEqual(saidBy(tables), anew)
  tables.db.close()
})

testOnce('SQLite notes tables, indices and triggers as they are written', () => {
  const noted = new Set(
    openTables(':memory:', shape, engine.log)
      .sql.all<{ sql: string }>('SELECT sql FROM sqlite_master WHERE sql IS NOT NULL')
      .map(({ sql }) => sql),
  )
  const written = allTables(shape.types, shape.projections).filter(sql => sql.startsWith('CREATE'))
  for (const sql of written)
    assert.ok(
      [...noted].some(one => sql.startsWith(one)),
      sql,
    )
  assert.notEqual(shapeHash(shape.types, []), shapeHash(shape.types, shape.projections))
})
