import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testOnce as test, testAll } from '../../tests/support/pass.ts'
import {
  deliver,
  entryIn,
  everything,
  inside,
  NOON,
  openMemory,
  recordId,
  stateOf,
  write,
} from '../../tests/wire/boxes.ts'
import { Damaged, LARGEST_ENTRY, LARGEST_VALUE } from '../core/change.ts'
import { isStamp, msOf } from '../core/stamp.ts'
import { append, MOST_CHANGES, TooLarge } from './append.ts'
import { newBox } from './box.ts'
import { sizeOf } from './ingest.ts'
import { headsIn, type Log, newEpoch, openLog, row } from './log.ts'
import { NewerFormat } from './sqlite.ts'

const change = (n: number, fields: Readonly<Record<string, unknown>>) => ({
  type: 'need',
  record: recordId(n),
  space: 'commons' as const,
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, { value, over: [] }]),
  ),
})
const speaking = { now: NOON, sure: true, by: 'keeper' }
const feedRows = (log: Log) => [
  log.sql.all('SELECT * FROM feed'),
  log.sql.all('SELECT count(*) AS n FROM entry'),
  log.sql.all('SELECT count(*) AS n FROM write'),
]

test('every other box accepts the entries of a box, and both get the same records', () => {
  const [a, b] = [openMemory(), openMemory()]
  for (let n = 0; n < 20; n++)
    write(a, {
      record: recordId(n % 4),
      space: n % 3 ? 'commons' : 'home',
      fields: { title: `n° ${n}`, seats: n / 2 },
    })
  for (const signed of everything(a).flat()) deliver(b, signed)
  assert.deepEqual(stateOf(b), stateOf(a))
})

test('a first write alone leaves its heads in memory, and they are those of the log', () => {
  const log = openMemory()
  const all = Array.from({ length: 40 }, (_, n) => ({
    ...change(n % 7, { title: `n° ${n}`, seats: n / 2, none: null }),
    type: n % 5 ? 'need' : 'offer',
    space: n % 3 ? ('commons' as const) : ('home' as const),
  }))
  const [met, alone] = [new Set<string>(), new Set<string>()]
  for (const one of [...all, all[0]!]) {
    const [{ first, ...what } = assert.fail()] = inside(log, () => append(log, [one], speaking))
    const { type, record, space } = what
    const isOfOther = [...met].some(key => key.startsWith(record) && !key.includes(` ${type} `))
    assert.equal(first !== undefined, !isOfOther && !met.has(`${record} ${type} ${space}`))
    if (first) alone.add(record)
    if (first) assert.deepEqual(first(), headsIn(log, what))
    met.add(`${record} ${type} ${space}`)
  }
  assert.ok(alone.size === 7 && alone.size < met.size)
  const twice = inside(log, () =>
    append(log, [change(50, { a: 1 }), change(50, { b: 2 })], speaking),
  )
  assert.deepEqual(
    twice.map(one => one.first !== undefined),
    [true, false],
  )
})

test('a turn rolled back leaves no trace: the next one takes its seq, its prev and its stamp', () => {
  const log = openMemory()
  write(log, { record: recordId(1), fields: { title: 'one' } })
  const before = feedRows(log)
  assert.throws(
    () =>
      inside(log, () => {
        append(log, [change(2, { title: 'never' })], speaking)
        throw new Error('our bug')
      }),
    /our bug/,
  )
  assert.deepEqual(feedRows(log), before)
  write(log, { record: recordId(3), fields: { title: 'two' } })
  const other = openMemory()
  for (const signed of everything(log).flat()) deliver(other, signed)
  assert.deepEqual(stateOf(other), stateOf(log))
})

test('an import past 500 changes, or past 4 MiB, makes several entries that all boxes take', () => {
  const log = openMemory()
  const many = Array.from({ length: 2 * MOST_CHANGES + 1 }, (_, n) => change(n, { title: n }))
  inside(log, () => append(log, many, speaking))
  assert.deepEqual(
    everything(log)
      .flat()
      .map(signed => entryIn(signed).changes.length),
    [MOST_CHANGES, MOST_CHANGES, 1],
  )
  const long = 'é'.repeat(LARGEST_VALUE / 2 - 1)
  const large = Array.from({ length: 40 }, (_, n) => change(2000 + n, { text: long }))
  inside(log, () => append(log, large, speaking))
  const other = openMemory()
  for (const signed of everything(log).flat()) {
    assert.ok(sizeOf(signed) <= LARGEST_ENTRY)
    deliver(other, signed)
  }
  assert.equal(row(other, 'need', recordId(2039), 'commons').get('text')?.shown?.value, long)
})

test('a too large entry or value is refused as TooLarge before it is signed', () => {
  const log = openMemory()
  const long = 'x'.repeat(LARGEST_VALUE - 2)
  const fields = Object.fromEntries(Array.from({ length: 17 }, (_, n) => [`f${n}`, long]))
  assert.throws(() => inside(log, () => append(log, [change(1, fields)], speaking)), TooLarge)
  assert.throws(
    () => inside(log, () => append(log, [change(1, { text: `${long}x` })], speaking)),
    TooLarge,
  )
  assert.equal(everything(log).length, 0)
})

test(
  'a value that no box would accept is never signed: twice in a field, a lone surrogate, ' +
    'too deep, past 2^53',
  () => {
    const log = openMemory()
    const twice = [change(1, { title: 'a' }), change(1, { title: 'b' })]
    assert.throws(() => inside(log, () => append(log, twice, speaking)), Damaged)
    const deep = JSON.parse('['.repeat(9) + ']'.repeat(9)) as unknown
    for (const value of [
      '\ud800',
      'a\u0000b',
      deep,
      2 ** 53,
      { ['__proto__x']: 2 ** 60 },
      JSON.parse('{"__proto__": 1}'),
    ])
      assert.throws(
        () => inside(log, () => append(log, [change(1, { title: value })], speaking)),
        Damaged,
        JSON.stringify(value),
      )
    assert.throws(
      () => inside(log, () => append(log, [{ ...change(1, { title: 1 }), record: 'x' }], speaking)),
      Damaged,
    )
    assert.throws(
      () => inside(log, () => append(log, [change(1, { 'a b': 1 })], speaking)),
      Damaged,
    )
    assert.equal(everything(log).length, 0)
  },
)

testAll('one write over 5,000 heads settles them all', () => {
  const log = openMemory()
  for (let n = 0; n < 10; n++) {
    for (let i = 0; i < 500; i++)
      inside(log, () => append(log, [change(1, { title: n * 500 + i })], speaking))
  }
  assert.equal(row(log, 'need', recordId(1), 'commons').get('title')?.heads.length, 5_000)
  write(log, { record: recordId(1), fields: { title: 'settled' } })
  const merged = row(log, 'need', recordId(1), 'commons').get('title')!
  assert.deepEqual(
    [merged.shown?.value, merged.heads.length, merged.conflict.length],
    ['settled', 1, 0],
  )
  const last = everything(log).flat().at(-1)!
  assert.equal(entryIn(last).seen.length, 5_000)
})

test('a write over more writes than an entry can name is TooLarge, and nothing is written', () => {
  const log = openMemory()
  const feed = `${log.box.name}.${log.epoch}.commons`
  const over = Array.from({ length: 50_000 }, (_, n) => ({
    feed,
    seq: n + 1,
    index: 0,
    hash8: 'AAAAAAAAAAA',
  }))
  assert.throws(() => write(log, { record: recordId(1), fields: { title: 1 }, over }), TooLarge)
  assert.equal(everything(log).length, 0)
})

test('other boxes accept entries that were written under any clock', () => {
  const log = openMemory()
  for (const now of [
    Number.NaN,
    -5,
    0,
    NOON + 0.5,
    Number.POSITIVE_INFINITY,
    Date.UTC(2099, 0, 1),
    0,
  ])
    write(log, { record: recordId(1), fields: { title: String(now) }, now })
  const stamps = everything(log)
    .flat()
    .map(signed => entryIn(signed).stamp)
  assert.ok(stamps.every(isStamp))
  assert.deepEqual([...stamps].sort(), stamps)
  assert.ok(msOf(stamps.at(-1)!) >= Date.UTC(2099, 0, 1))
  const other = openMemory()
  for (const signed of everything(log).flat()) deliver(other, signed)
  assert.deepEqual(stateOf(other), stateOf(log))
})

test(
  'law 1: a commit of the log is synced before it returns, in a new file and in one that is ' +
    'opened again',
  t => {
    const folder = mkdtempSync(join(tmpdir(), 'cocote-log-'))
    t.after(() => rmSync(folder, { recursive: true }))
    const box = newBox()
    for (const _ of ['new', 'opened again']) {
      const log = openLog(join(folder, 'log.db'), box)
      const said = ['synchronous', 'journal_mode', 'secure_delete'].map(
        one => log.db.prepare(`PRAGMA ${one}`).get()?.[one],
      )
      // 2 is FULL. tests/faults/plug.test.ts shows what NORMAL would lose.
      assert.deepEqual(said, [2, 'wal', 1])
      log.db.close()
    }
  },
)

test('a log of a later format is not opened, and no byte of it changes', t => {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-log-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'log.db')
  const log = openLog(file, newBox())
  log.db.exec('PRAGMA user_version = 99')
  log.db.close()
  const was = readFileSync(file)
  assert.throws(() => openLog(file, newBox()), NewerFormat)
  assert.deepEqual(readFileSync(file), was)
})

test('a log closed and opened again goes on in its feed; after `newEpoch`, in a new one', t => {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-log-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const box = newBox()
  const opened = () => openLog(join(folder, 'log.db'), box)
  let identity = ''
  for (const n of [1, 2, 3]) {
    const log = opened()
    identity ||= log.identity
    assert.equal(log.identity, identity)
    write(n === 3 ? newEpoch(log) : log, { record: recordId(1), fields: { title: n } })
    log.db.close()
  }
  const log = opened()
  assert.deepEqual(
    everything(log)
      .map(feed => feed.length)
      .sort(),
    [1, 2],
  )
  assert.equal(row(log, 'need', recordId(1), 'commons').get('title')?.shown?.value, 3)
  assert.equal(
    new Set(
      everything(log)
        .flat()
        .map(signed => entryIn(signed).stamp),
    ).size,
    3,
  )
  log.db.close()
})
