import assert from 'node:assert/strict'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { workOf } from '../../tests/attack/work.ts'
import { anyUnit } from '../../tests/support/any-unit.ts'
import { runs, testOnce } from '../../tests/support/pass.ts'
import {
  deliver,
  entryIn,
  everything,
  forget,
  inside,
  interleaved,
  openMemory,
  recordId,
  write,
} from '../../tests/wire/boxes.ts'
import { BOXES, picks } from '../../tests/wire/scenario.ts'
import type { Signed } from '../core/change.ts'
import { readJson } from '../core/json.ts'
import { editProse, proseText } from '../core/prose.ts'
import { type FieldKind, type RecordType, recordType } from '../core/schema.ts'
import { newBox } from '../log/box.ts'
import { checkpoint, forgetFlesh, writesToForget } from '../log/forget.ts'
import { ingest } from '../log/ingest.ts'
import { type Log, openLog, row, type Touched } from '../log/log.ts'
import { HIDDEN } from './hidden.ts'
import { leastOf } from './joined.ts'
import { proseUpdate } from './prose-update.ts'
import { readerOn } from './reader.ts'
import { search } from './search.ts'
import {
  areTorn,
  closeTables,
  markPositions,
  openTables,
  type Shape,
  showAll,
  type Tables,
} from './tables.ts'

const need = recordType({
  name: 'need',
  title: 'title',
  path: '/annonces',
  fields: {
    title: { kind: 'text', required: true },
    text: { kind: 'prose' },
    phone: { kind: 'phone', space: 'home' },
    from: { kind: 'link' },
    seats: { kind: 'number' },
  },
})
const other = recordType({
  name: 'other',
  title: 'title',
  path: '/autres',
  fields: { title: { kind: 'text' }, from: { kind: 'link', many: true } },
})
const KINDS: readonly FieldKind[] = [
  'text',
  'prose',
  'number',
  'quantity',
  'money',
  'choice',
  'themes',
  'day',
  'time',
  'moment',
  'period',
  'recurrence',
  'commune',
  'point',
  'link',
  'files',
  'phone',
  'email',
  'url',
  'hours',
  'yesNo',
]
const every = recordType({
  name: 'every',
  title: 'text',
  path: '/tout',
  fields: {
    ...Object.fromEntries(KINDS.map(kind => [kind, { kind }])),
    manyText: { kind: 'text', many: true },
    manyLink: { kind: 'link', many: true },
  },
} as RecordType)
const SHAPE: Shape = { types: [need, other], projections: [] }

const SEEN = ['title', 'text', 'from']

const reader = newBox()
const openBoth = (shape = SHAPE, box = reader): Readonly<{ log: Log; tables: Tables }> => {
  const log = openMemory(box)
  return { log, tables: openTables(':memory:', shape, log) }
}
function live(
  { log, tables }: Readonly<{ log: Log; tables: Tables }>,
  work: () => readonly Touched[],
): void {
  tables.db.exec('BEGIN')
  showAll(tables, log, work())
  markPositions(tables, log)
  tables.db.exec('COMMIT')
}
const take = (both: Readonly<{ log: Log; tables: Tables }>, signed: Signed) =>
  live(both, () => deliver(both.log, signed))

/** Every row of every table, sorted; `doc.n` is only where the search keeps its text. */
function rowsOf(tables: Tables): Readonly<Record<string, readonly string[]>> {
  const names = tables.sql
    .all<{ name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%' " +
        "AND name NOT IN ('term', 'mark', 'doc') ORDER BY name",
    )
    .map(table => table.name)
  const rows = (text: string) =>
    tables.sql
      .all(text)
      .map(found => JSON.stringify(found))
      .sort()
  return {
    ...Object.fromEntries(names.map(name => [name, rows(`SELECT * FROM "${name}"`)])),
    doc: rows(
      'SELECT d.id, d.type, d.title, s.title AS t, s.body, s.stems FROM doc d LEFT ' +
        'JOIN search s ON s.rowid = d.n',
    ),
    found: rows('SELECT count(*) AS n FROM search'),
  }
}
const rebuilt = (log: Log, shape = SHAPE) => openTables(':memory:', shape, log)

/** Fields of any type, known or not, with values of any kind, prose among them. */
const anyWriting = fc.record({
  box: fc.nat(2),
  type: fc.constantFrom('need', 'need', 'other', 'unheard'),
  record: fc.nat(2),
  field: fc.constantFrom('title', 'text', 'from', 'removed', 'seats', 'made1', 'these'),
  value: fc.oneof(
    fc.constantFrom(
      null,
      true,
      false,
      7,
      'un banc',
      'des bancs à réparer',
      recordId(0),
      [recordId(1)],
      { yjs: '!' },
      { yjs: 'AAAA' },
    ),
    fc.jsonValue({ maxDepth: 2 }),
  ),
  prose: fc.boolean(),
})
function playAny(
  writings: readonly (typeof anyWriting extends fc.Arbitrary<infer T> ? T : never)[],
  joins: boolean,
): readonly (readonly Signed[])[] {
  const logs = BOXES.map(openMemory)
  for (const { box, type, record, field, value, prose } of writings) {
    const log = logs[box]!
    const update = editProse([], [], String(JSON.stringify(value)), {
      client: 1000 + box,
      other: 1,
    })
    const wanted =
      prose && field === 'text' && update ? { yjs: Buffer.from(update).toString('base64') } : value
    try {
      write(log, { type, record: recordId(record), fields: { [field]: wanted } })
    } catch (error) {
      // Values of fast-check that no form takes (a lone surrogate, a number past 2^53) are never
      // signed.
      assert.equal((error as Error).name, 'Damaged')
    }
  }
  if (joins)
    write(logs[0]!, {
      type: 'join',
      record: recordId(50),
      fields: { these: [recordId(0), recordId(2)] },
    })
  for (const signed of everything(logs[0]!).flat()) deliver(logs[1]!, signed)
  for (const record of [0, 1]) {
    const names = writesToForget(logs[1]!, 'need', recordId(record), 'title')
    if (names.length > 0) forget(logs[1]!, names, recordId(60 + record))
  }
  return logs.flatMap(log =>
    everything(log).filter(feed => entryIn(feed[0]!).feed.startsWith(log.box.name)),
  )
}

test('tables made again tell each thousand of records, and a small log tells nothing', () => {
  for (const [count, expected] of [
    [0, []],
    [999, []],
    [1_001, [1_000]],
  ] as const) {
    const { log } = openBoth()
    const all = Array.from({ length: count }, (_, n) => recordId(n))
    if (count > 0) write(log, ...all.map(record => ({ record, fields: { title: record } })))
    const told: number[] = []
    openTables(':memory:', SHAPE, log, done => told.push(done))
    assert.deepEqual(told, expected)
  }
})

test('law 2: a rebuild gives the same rows as living through it, in whatever order entries came', () => {
  fc.assert(
    fc.property(
      fc.array(anyWriting, { maxLength: 20 }),
      picks,
      picks,
      fc.boolean(),
      (writings, one, two, joins) => {
        const feeds = playAny(writings, joins)
        const [first, second] = [openBoth(), openBoth()]
        for (const signed of interleaved(feeds, one)) take(first, signed)
        live(second, () =>
          inside(second.log, () =>
            interleaved([...feeds].reverse(), two).flatMap(signed => ingest(second.log, signed)),
          ),
        )
        const rows = rowsOf(first.tables)
        assert.deepEqual(rowsOf(second.tables), rows)
        assert.deepEqual(rowsOf(rebuilt(first.log)), rows)
        assert.deepEqual(rowsOf(rebuilt(second.log)), rows)
      },
    ),
    runs(20, 100, 1_000),
  )
})

testOnce('law 2: after a crash between the two commits the tables catch up, on real files', t => {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-tables-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const files = { log: join(folder, 'log.db'), tables: join(folder, 'tables.db') }
  const open = () => {
    const log = openLog(files.log, reader)
    return { log, tables: openTables(files.tables, SHAPE, log) }
  }
  const close = ({ log, tables }: ReturnType<typeof open>) =>
    [log.db, tables.db].map(db => db.close())
  const writings = fc.sample(fc.array(anyWriting, { minLength: 25, maxLength: 25 }), {
    numRuns: 1,
    seed: 7,
  })[0]!
  const all = interleaved(playAny(writings, true), [0.1, 0.5, 0.7, 0.2, 0.9])
  let both = open()
  for (const [n, signed] of all.entries()) {
    if (n % 3 !== 2) {
      take(both, signed)
      continue
    }
    both.tables.db.exec('BEGIN')
    showAll(both.tables, both.log, deliver(both.log, signed))
    markPositions(both.tables, both.log)
    both.tables.db.exec('ROLLBACK')
    close(both)
    both = open()
    assert.deepEqual(rowsOf(both.tables), rowsOf(rebuilt(both.log)), `after entry ${n}`)
  }
  close(both)
})

testOnce('tables that were open when the machine stopped are made again, on real files', t => {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-torn-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'tables.db')
  const mark = `${file}.boot`
  const log = openLog(join(folder, 'log.db'), reader)
  t.after(() => log.db.close())
  write(log, { record: recordId(1), fields: { title: 'un banc' } })
  const open = () => openTables(file, SHAPE, log)
  /** Half written, as far as the next start can know. */
  const hurt = ({ db }: Tables) => db.exec('DELETE FROM need')
  const rows = (tables: Tables) => tables.sql.all('SELECT * FROM need').length
  let tables = open()
  hurt(tables)
  tables.db.close()
  tables = open()
  assert.equal(rows(tables), 0, 'a program that was killed alone lost nothing: no rebuild')
  tables.db.close()
  for (const before of ['an earlier start', '']) {
    writeFileSync(mark, before)
    assert.ok(areTorn(file))
    tables = open()
    assert.equal(rows(tables), 1, `made again: the mark says «${before}»`)
    hurt(tables)
    tables.db.close()
  }
  tables = open()
  assert.ok(existsSync(mark))
  closeTables(tables)
  assert.ok(!existsSync(mark), 'closed well, they are whole whenever the machine stops')
  tables = open()
  assert.equal(rows(tables), 0)
  closeTables(tables)
})

testOnce(
  'law 2: flesh that came late and was not shown before a crash makes the tables again',
  t => {
    const folder = mkdtempSync(join(tmpdir(), 'cocote-late-'))
    t.after(() => rmSync(folder, { recursive: true }))
    const a = openMemory(BOXES[0])
    write(a, { record: recordId(1), fields: { title: 'arrivé tard' } })
    const whole = everything(a).flat()[0]!
    const log = openLog(join(folder, 'log.db'), reader)
    const tables = openTables(join(folder, 'tables.db'), SHAPE, log)
    take({ log, tables }, { ...whole, flesh: [] })
    deliver(log, whole)
    tables.db.close()
    const again = openTables(join(folder, 'tables.db'), SHAPE, log)
    assert.equal(readerOn(again, log).one(need, recordId(1))?.title, 'arrivé tard')
    again.db.close()
    log.db.close()
  },
)

testOnce(
  'law 2: tables that show more than the log holds, as after a backup of the log was put ' +
    'back, are made again',
  t => {
    const folder = mkdtempSync(join(tmpdir(), 'cocote-ahead-'))
    t.after(() => rmSync(folder, { recursive: true }))
    const [file, kept] = [join(folder, 'log.db'), join(folder, 'kept.db')]
    const writing = (title: string) => {
      const log = openLog(file, reader)
      write(log, { record: recordId(1), fields: { title } })
      openTables(join(folder, 'tables.db'), SHAPE, log).db.close()
      log.db.close()
    }
    writing('Une échelle')
    copyFileSync(file, kept)
    writing('Prêtée')
    copyFileSync(kept, file)
    const log = openLog(file, reader)
    const tables = openTables(join(folder, 'tables.db'), SHAPE, log)
    assert.equal(readerOn(tables, log).one(need, recordId(1))?.title, 'Une échelle')
    for (const { db } of [tables, log]) db.close()
  },
)

testOnce(
  'law 6: a field that stays home says nothing when another box writes it for all to read',
  () => {
    const [from, both] = [openMemory(BOXES[0]), openBoth()]
    write(from, { record: recordId(1), fields: { title: 'Une échelle', phone: '06 12 34 56 78' } })
    for (const signed of everything(from).flat()) take(both, signed)
    const tables = both.tables.sql.all<{ name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table'",
    )
    const rows = tables.flatMap(({ name }) => both.tables.sql.all(`SELECT * FROM "${name}"`))
    assert.match(JSON.stringify(rows), /Une échelle/)
    assert.doesNotMatch(JSON.stringify(rows), /06 12 34/)
  },
)

testOnce('tables cut, overwritten, of another log, of another shape, or gone are made again', t => {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-made-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'tables.db')
  const log = openMemory(BOXES[0])
  for (let n = 0; n < 40; n++) write(log, { record: recordId(n), fields: { title: `banc ${n}` } })
  const rows = rowsOf(rebuilt(log))
  const whole = () => {
    const tables = openTables(file, SHAPE, log)
    assert.deepEqual(rowsOf(tables), rows)
    tables.db.close()
  }
  whole()
  const bytes = readFileSync(file)
  const hurts: readonly (() => void)[] = [
    () => rmSync(file),
    () => writeFileSync(file, 'not a database at all'.repeat(500)),
    () => writeFileSync(file, ''),
    () => writeFileSync(file, bytes.subarray(0, 6000)),
    () => openTables(file, { types: [need], projections: [] }, log).db.close(),
    () => openTables(file, SHAPE, openMemory(BOXES[1])).db.close(),
  ]
  for (const hurt of hurts) {
    hurt()
    whole()
  }
})

testOnce(
  'law 3: taking a brick out loses nothing: what it wrote is kept, passed on, and shown when ' +
    'it is back',
  t => {
    const folder = mkdtempSync(join(tmpdir(), 'cocote-brick-'))
    t.after(() => rmSync(folder, { recursive: true }))
    const open = (shape: Shape) => {
      const log = openLog(join(folder, 'log.db'), reader)
      return { log, tables: openTables(join(folder, 'tables.db'), shape, log) }
    }
    const close = ({ log, tables }: ReturnType<typeof open>) =>
      [log.db, tables.db].map(db => db.close())
    const writings = fc.sample(fc.array(anyWriting, { minLength: 30, maxLength: 30 }), {
      numRuns: 1,
      seed: 11,
    })[0]!
    const before = interleaved(playAny(writings, false), [0.3, 0.6])
    const whole = openBoth()
    for (const signed of before) take(whole, signed)
    const fewer = open({ types: [other], projections: [] })
    for (const signed of before) take(fewer, signed)
    assert.deepEqual(everything(fewer.log), everything(whole.log))
    close(fewer)
    const back = open(SHAPE)
    assert.deepEqual(rowsOf(back.tables), rowsOf(whole.tables))
    close(back)
  },
)

test(
  'law 8: any value in a field of any kind is in the table, or is NULL there and listed, and ' +
    'never throws',
  () => {
    const shape: Shape = { types: [every], projections: [] }
    const awkward: readonly unknown[] = [
      { toString: 1 },
      [{ hash: { toString: 1, valueOf: 2 }, name: 'a', size: 1 }],
      { yjs: 'AQHSnc0' },
      { yjs: {} },
      -0,
      1e308,
      '2026-02-31',
      '2026-13-45T99:99Z',
      [[]],
      [null],
      { amount: {}, unit: [] },
      'x'.repeat(70_000),
    ]
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom(...Object.keys(every.fields), 'removed'),
            fc.oneof(fc.constantFrom(...awkward), fc.jsonValue({ maxDepth: 3 })),
          ),
          { minLength: 1, maxLength: 12 },
        ),
        pairs => {
          const both = openBoth(shape, BOXES[0])
          const fields = Object.fromEntries(pairs.filter(([, value]) => isReadableJson(value)))
          live(both, () => {
            write(both.log, { type: 'every', record: recordId(1), fields })
            return [{ type: 'every', record: recordId(1), space: 'commons' }]
          })
          const cells = both.tables.sql.get('SELECT * FROM every') ?? {}
          const misfits = new Set(
            both.tables.sql
              .all<{ field: string }>('SELECT field FROM misfit')
              .map(one => one.field),
          )
          for (const [name, value] of Object.entries(fields)) {
            if (misfits.has(name)) assert.equal(cells[name], null)
            else if (name !== 'prose') assert.equal(cells[name] === null, value === null, name)
          }
          const read = readerOn(both.tables, both.log)
          assert.equal(
            read.one(every, recordId(1)) === undefined,
            fields['removed'] === true || Object.keys(fields).length === 0,
          )
          assert.deepEqual(rowsOf(rebuilt(both.log, shape)), rowsOf(both.tables))
        },
      ),
      runs(25, 100, 1_000),
    )
  },
)

testOnce(
  'a number that is hidden is not looked for in what fits no field, however long; it is taken ' +
    'out of all that shows',
  () => {
    const here = recordType({
      name: HIDDEN,
      title: 'number',
      space: 'home',
      fields: { number: { kind: 'phone' }, state: { kind: 'text' } },
    })
    const shape: Shape = { types: [need, here], projections: [] }
    const both = openBoth(shape, BOXES[0])
    const number = '06 71 22 33 44'
    const long = `${number} `.repeat(9_000)
    const fields = {
      title: `Un banc, ${number}`,
      seats: long,
      from: [long],
      made: `Zoé ${number}`,
      madeLong: long,
      madeDeep: { it: [long] },
    }
    live(both, () => {
      write(both.log, {
        type: HIDDEN,
        record: recordId(2),
        space: 'home',
        fields: { number, state: 'hidden' },
      })
      write(both.log, { type: 'need', record: recordId(1), fields })
      return [{ type: HIDDEN, record: recordId(2), space: 'home' }]
    })
    const show = (): unknown =>
      live(both, () => [{ type: 'need', record: recordId(1), space: 'commons' }])
    assert.ok(workOf(show) < 6 * JSON.stringify(fields).length, 'the long ones are not read')
    assert.equal(both.tables.sql.get<{ title: string }>('SELECT title FROM need')?.title, 'Un banc')
    assert.deepEqual(
      both.tables.sql.all('SELECT fields FROM made').map(row => JSON.parse(String(row['fields']))),
      [{ made: 'Zoé' }],
    )
    assert.deepEqual(
      both.tables.sql.all<{ field: string }>('SELECT field FROM misfit').map(one => one.field),
      ['from', 'seats'],
    )
    assert.deepEqual(rowsOf(rebuilt(both.log, shape)), rowsOf(both.tables))
  },
)

/** Whether the log takes this value. */
function isReadableJson(value: unknown): boolean {
  try {
    readJson(JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

test(
  'law 10: forgetting any subset of writes shows no value and no record that was hidden, in ' +
    'the tables',
  () => {
    const cellsOf = ({ tables: { sql } }: Readonly<{ tables: Tables }>): readonly string[] =>
      sql
        .all('SELECT * FROM need WHERE removed IS NOT 1')
        .flatMap(cells =>
          SEEN.filter(name => cells[name] !== null).map(name =>
            JSON.stringify([cells['id'], name, cells[name]]),
          ),
        )
    /** What stands in conflict is shown beside: it may take the place of what is forgotten. */
    const besideOf = ({
      log,
      tables: { sql },
    }: Readonly<{ log: Log; tables: Tables }>): readonly string[] =>
      sql
        .all<{ id: string }>('SELECT id FROM need WHERE removed IS NOT 1')
        .flatMap(({ id }) =>
          [...row(log, 'need', id, 'commons')].flatMap(([name, { conflict }]) =>
            conflict.map(head => JSON.stringify([id, name, head.value])),
          ),
        )
    const withFields = fc.array(
      fc.record({
        box: fc.nat(2),
        record: fc.nat(1),
        field: fc.constantFrom('title', 'from', 'removed', 'text'),
        value: fc.nat(9),
      }),
      { minLength: 4, maxLength: 25 },
    )
    fc.assert(
      fc.property(withFields, picks, fc.infiniteStream(fc.boolean()), (writings, order, gone) => {
        const logs = BOXES.map(openMemory)
        for (const [n, { box, record, field, value }] of writings.entries()) {
          const log = logs[box]!
          const wanted = {
            title: `n° ${value}`,
            from: recordId(value),
            removed: value % 2 === 0,
            text: undefined,
          }[field]
          if (field !== 'text')
            write(log, { record: recordId(record), fields: { [field]: wanted } })
          else editText(log, recordId(record), value, 100 + n)
          if (value > 7)
            for (const signed of everything(logs[(box + 1) % 3]!).flat()) deliver(log, signed)
        }
        const feeds = logs.flatMap(log =>
          everything(log).filter(feed => entryIn(feed[0]!).feed.startsWith(log.box.name)),
        )
        const [kept, less] = [openBoth(), openBoth()]
        for (const signed of interleaved(feeds, order))
          for (const both of [kept, less]) take(both, signed)
        const names = [0, 1]
          .flatMap(record => writesToForget(less.log, 'need', recordId(record)))
          .filter(() => gone.next().value)
        live(less, () => inside(less.log, () => forgetFlesh(less.log, names)))
        const was = new Set([...cellsOf(kept), ...besideOf(kept)])
        const now = new Set(cellsOf(less))
        for (const one of now) assert.ok(was.has(one), `${one} was hidden`)
        for (const { id } of [
          ...less.tables.sql.all('SELECT id FROM need WHERE removed IS NOT 1'),
          ...less.tables.sql.all('SELECT id FROM doc'),
        ]) {
          const title = row(less.log, 'need', String(id), 'commons').get('title')
          assert.ok(
            title === undefined || title.heads.some(head => head.value !== undefined),
            'a line without words',
          )
        }
        for (const { id, title } of less.tables.sql.all(
          'SELECT id, title FROM doc WHERE title <> ?',
          '',
        ))
          assert.ok(now.has(JSON.stringify([id, 'title', title])))
        for (const { from_id, to_id } of less.tables.sql.all('SELECT * FROM link'))
          assert.ok(now.has(JSON.stringify([from_id, 'from', to_id])))
        assert.deepEqual(rowsOf(rebuilt(less.log)), rowsOf(less.tables))
      }),
      runs(20, 100, 1_000),
    )
  },
)
testOnce(
  'law 10: a long text that lost one of its updates shows nothing: what is left may hold what ' +
    'was taken out',
  () => {
    const both = openBoth()
    const touched: readonly Touched[] = [{ type: 'need', record: recordId(1), space: 'commons' }]
    const edited = (value: number, client: number) =>
      live(both, () => {
        editText(both.log, recordId(1), value, client)
        return touched
      })
    const text = () => readerOn(both.tables, both.log).one(need, recordId(1))?.text
    edited(1, 101)
    edited(3, 102)
    assert.equal(text(), ' mot1 mot3')
    edited(2, 103)
    assert.equal(text(), 'mot3')
    const last = writesToForget(both.log, 'need', recordId(1), 'text').reduce((a, b) =>
      a.seq > b.seq ? a : b,
    )
    live(both, () => inside(both.log, () => forgetFlesh(both.log, [last])))
    assert.equal(text(), null)
  },
)
/**
 * Adds a word to the long text, or takes its first one out. Each edit has a Yjs client of its own.
 */
function editText(log: Log, record: string, value: number, client: number): void {
  const heads = row(log, 'need', record, 'commons').get('text')?.heads ?? []
  const held = heads.map(head => proseUpdate(head.value)).filter(update => update !== undefined)
  const was = proseText(held)
  const wanted = value % 2 ? `${was} mot${value}` : was.split(' ').slice(2).join(' ')
  const update = editProse(held, held, wanted, { client, other: client })
  if (update)
    write(log, {
      record,
      fields: { text: { yjs: Buffer.from(update).toString('base64') } },
      over: [],
    })
}

testOnce(
  'law 10: after a checkpoint what was forgotten is in no byte of both files, the search’s ' +
    'own included',
  t => {
    const folder = mkdtempSync(join(tmpdir(), 'cocote-canary-'))
    t.after(() => rmSync(folder, { recursive: true }))
    const log = openLog(join(folder, 'log.db'), newBox())
    const tables = openTables(join(folder, 'tables.db'), SHAPE, log)
    const both = { log, tables }
    const word = (n: number) => `canari${'bcdfghjkmn'[n % 10]}${String(n).padStart(3, '0')}`
    for (let n = 0; n < 150; n++)
      live(both, () => {
        const update = editProse([], [], `${word(n)} et ${'mot '.repeat(n)}`, {
          client: n + 1,
          other: n + 1,
        })!
        const fields = {
          title: `Je cherche ${word(n)}`,
          phone: word(n),
          [`f${n}`]: word(n),
          text: { yjs: Buffer.from(update).toString('base64') },
        }
        write(
          log,
          { record: recordId(n), fields },
          { type: 'need', record: recordId(n), space: 'home', fields: { phone: word(n) } },
        )
        return (['commons', 'home'] as const).map(space => ({
          type: 'need',
          record: recordId(n),
          space,
        }))
      })
    const bytes = () =>
      Buffer.concat(readdirSync(folder).map(name => readFileSync(join(folder, name))))
    const holds = (held: Buffer, n: number) =>
      held.includes(word(n)) || held.includes(Buffer.from(word(n)).toString('base64').slice(2, -4))
    const before = bytes()
    assert.ok(Array.from({ length: 150 }, (_, n) => n).every(n => holds(before, n)))
    for (let n = 0; n < 150; n += 2)
      live(both, () => {
        forget(log, writesToForget(log, 'need', recordId(n)), recordId(1000 + n))
        return (['commons', 'home'] as const).map(space => ({
          type: 'need',
          record: recordId(n),
          space,
        }))
      })
    assert.deepEqual([checkpoint(log), checkpoint(tables)], [true, true])
    const left = bytes()
    for (let n = 0; n < 150; n++) assert.equal(holds(left, n), n % 2 === 1, word(n))
    assert.ok(search(tables.sql, word(2), ['need']).hits.every(hit => hit.id !== recordId(2)))
    assert.equal(search(tables.sql, word(3), ['need']).hits.length, 1)
    for (const { db } of [log, tables]) db.close()
  },
)

testOnce(
  'two types under one record id: the first written stands in titles, links and search, in ' +
    'whatever order they come',
  () => {
    const [a, b] = [openMemory(BOXES[0]), openMemory(BOXES[1])]
    write(a, {
      type: 'other',
      record: recordId(1),
      fields: { title: 'premier', from: [recordId(3)] },
      now: 1000,
    })
    write(b, {
      type: 'need',
      record: recordId(1),
      fields: { title: 'second', from: recordId(4) },
      now: 2000,
    })
    const all = [...everything(a).flat(), ...everything(b).flat()]
    for (const order of [all, [...all].reverse()]) {
      const both = openBoth()
      for (const signed of order) take(both, signed)
      const read = readerOn(both.tables, both.log)
      assert.deepEqual(read.called(recordId(1)), {
        type: 'other',
        title: 'premier',
        path: `/autres/${recordId(1)}`,
      })
      assert.deepEqual(
        [read.pointing(recordId(3)).length, read.pointing(recordId(4)).length],
        [1, 0],
      )
      assert.equal(read.one(need, recordId(1))?.title, 'second')
    }
  },
)

testOnce(
  'joined records are shown under their least id, whatever the order of joins; a long chain ' +
    'of them does not fail',
  () => {
    const pair = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), {
      minLength: 2,
      maxLength: 3,
    })
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 6 }), fc.nat(), (joins, turn) => {
        const one = leastOf(joins)
        const other = leastOf(
          [
            ...joins.slice(turn % (joins.length + 1)),
            ...joins.slice(0, turn % (joins.length + 1)),
          ].map(these => [...these].reverse()),
        )
        assert.deepEqual([...one].sort(), [...other].sort())
        for (const these of joins) assert.equal(new Set(these.map(id => one.get(id))).size, 1)
        for (const [id, shown] of one) assert.ok(shown <= id)
      }),
    )
    const chain = Array.from({ length: 20_000 }, (_, n) => [
      recordId(20_001 - n),
      recordId(20_000 - n),
    ])
    assert.deepEqual(new Set(leastOf(chain).values()), new Set([recordId(1)]))
  },
)

testOnce('no name from outside is ever SQL: a type, a field or a word asked that would be', () => {
  const both = openBoth()
  write(both.log, {
    type: 'need',
    record: recordId(1),
    fields: { title: 'un banc', id: 'x', rowid: 1, n: 2 },
  })
  write(both.log, { type: 'sqlite_master', record: recordId(2), fields: { title: 'y' } })
  write(both.log, { type: 'doc', record: recordId(3), fields: { title: 'z', n: 1 } })
  live(both, () =>
    [1, 2, 3].map(n => ({
      type: ['need', 'sqlite_master', 'doc'][n - 1]!,
      record: recordId(n),
      space: 'commons' as const,
    })),
  )
  const read = readerOn(both.tables, both.log)
  assert.deepEqual(
    read.list(need).map(found => [found.id, found.title]),
    [[recordId(1), 'un banc']],
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: anyUnit }),
        fc.constantFrom(
          '"',
          '""',
          "banc' OR 1=1 --",
          'title:banc',
          'banc*',
          'NEAR(a b)',
          'NOT',
          'AND OR',
          '^banc',
          '{title}: x',
          '-banc',
          '\u0000',
          '('.repeat(500),
          'é'.repeat(2000),
        ),
      ),
      asked => {
        assert.ok(search(both.tables.sql, asked, ['need']).hits.length <= 1)
        assert.equal(read.called(asked), undefined)
        assert.equal(read.one(need, asked), undefined)
        assert.deepEqual(read.pointing(asked, asked), [])
      },
    ),
    { numRuns: 80 },
  )
  assert.deepEqual(rowsOf(rebuilt(both.log)), rowsOf(both.tables))
})
