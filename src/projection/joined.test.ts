import assert from 'node:assert/strict'
import fc from 'fast-check'
import { runs, testOnce as test, testEach } from '../../tests/support/pass.ts'
import {
  entryIn,
  everything,
  inside,
  interleaved,
  openMemory,
  recordId,
  write,
} from '../../tests/wire/boxes.ts'
import { BOXES, picks } from '../../tests/wire/scenario.ts'
import { recordType } from '../core/schema.ts'
import { newBox } from '../log/box.ts'
import { ingest } from '../log/ingest.ts'
import { type Log, row } from '../log/log.ts'
import { setsOf } from './joined.ts'
import { readerOn } from './reader.ts'
import { markPositions, openTables, type Shape, showAll, type Tables } from './tables.ts'

const need = recordType({
  name: 'need',
  title: 'title',
  path: '/annonces',
  fields: { title: { kind: 'text' }, from: { kind: 'link' } },
})
const place = recordType({
  name: 'place',
  title: 'title',
  path: '/lieux',
  fields: { title: { kind: 'text' } },
})
const SHAPE: Shape = { types: [need, place], projections: [] }
const tableRows = ({ sql }: Tables) =>
  ['joining', 'joined', 'need', 'place', 'link', 'conflict'].map(name =>
    sql.all(`SELECT * FROM ${name} ORDER BY 1, 2`),
  )

const RECORDS = 6
const typeOf = (n: number): string => (n === 5 ? 'place' : 'need')
/**
 * A join of two or three of six records, the undoing of one of the joins made so far, or a writing
 * in one record.
 */
const act = fc.oneof(
  fc.record({
    box: fc.nat(2),
    what: fc.constant('join' as const),
    these: fc.uniqueArray(fc.nat(RECORDS), { minLength: 2, maxLength: 3 }),
  }),
  fc.record({ box: fc.nat(2), what: fc.constant('undo' as const), n: fc.nat(9) }),
  fc.record({
    box: fc.nat(2),
    what: fc.constant('write' as const),
    n: fc.nat(RECORDS - 1),
    says: fc.nat(5),
  }),
)
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

/**
 * Three boxes that write, join and undo, some having heard of the others; record 6 is joined to
 * others and never written.
 */
function lived(acts: readonly Act[]): ReturnType<typeof everything> {
  const logs = BOXES.map(openMemory)
  let joins = 0
  for (const one of acts) {
    const log = logs[one.box]!
    if (one.what === 'write') {
      const fields = {
        title: `n° ${one.says}`,
        ...(typeOf(one.n) === 'need' ? { from: recordId(one.says) } : {}),
      }
      write(log, { type: typeOf(one.n), record: recordId(one.n), fields })
    } else if (one.what === 'join')
      write(log, {
        type: 'join',
        record: recordId(100 + joins++),
        fields: { these: one.these.map(recordId), seen: [] },
      })
    else if (joins > 0)
      write(log, {
        type: 'join',
        record: recordId(100 + (one.n % joins)),
        fields: { removed: true },
      })
  }
  return logs.flatMap(log =>
    everything(log).filter(feed => entryIn(feed[0]!).feed.startsWith(log.box.name)),
  )
}

function livedBy(
  feeds: ReturnType<typeof everything>,
  order: readonly number[],
): Readonly<{ log: Log; tables: Tables }> {
  const log = openMemory(newBox())
  const tables = openTables(':memory:', SHAPE, log)
  for (const signed of interleaved(feeds, order))
    inside(tables, () => {
      showAll(
        tables,
        log,
        inside(log, () => ingest(log, signed)),
      )
      markPositions(tables, log)
    })
  return { log, tables }
}

/** The same by the definition alone: from each record, all that joins lead to, step by step. */
function reachedFrom(id: string, joins: readonly (readonly string[])[]): readonly string[] {
  const reached = new Set([id])
  for (let before = 0; before !== reached.size; ) {
    before = reached.size
    for (const these of joins)
      if (these.some(one => reached.has(one))) for (const one of these) reached.add(one)
  }
  return [...reached].sort()
}

testEach(
  'any order, grouping and undoing of joins, over any exchange, gives the same sets and the ' +
    'same rows, rebuilt or lived',
  () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), picks, picks, (acts, one, two) => {
        const feeds = lived(acts)
        const [first, second] = [livedBy(feeds, one), livedBy([...feeds].reverse(), two)]
        const rows = tableRows(first.tables)
        assert.deepEqual(tableRows(second.tables), rows)
        assert.deepEqual(tableRows(openTables(':memory:', SHAPE, first.log)), rows)
        const stands = (n: number) => row(first.log, 'join', recordId(100 + n), 'commons')
        const joins = Array.from({ length: 25 }, (_, n) => stands(n)).flatMap(fields =>
          fields.get('these')?.shown && fields.get('removed')?.shown?.value !== true
            ? [fields.get('these')!.shown!.value as string[]]
            : [],
        )
        const read = readerOn(first.tables, first.log)
        const isHere = (id: string, n: number) => row(first.log, typeOf(n), id, 'commons').size > 0
        const shown = new Set<string>()
        for (const [n, id] of Array.from(
          { length: RECORDS },
          (_, i) => [i, recordId(i)] as const,
        )) {
          if (!isHere(id, n)) continue
          const same = reachedFrom(id, joins).filter(other => {
            const m = Number(other.slice(4))
            return m < RECORDS && typeOf(m) === typeOf(n) && isHere(other, m)
          })
          assert.equal(read.joinedWith(id)[0], same[0])
          assert.equal(read.called(id)?.path?.split('/').at(-1), same[0])
          shown.add(same[0]!)
        }
        const listed = [...read.list(need), ...read.list(place)].map(it => it.id)
        assert.deepEqual(new Set(listed), shown)
        assert.equal(read.count(need) + read.count(place), shown.size)
        const found = read.search('n°', ['need', 'place']).hits.map(hit => hit.id)
        assert.equal(found.length, new Set(found).size)
        for (const id of found) assert.ok(shown.has(id))
        for (const it of read.list(need))
          if (it.from) assert.equal(it.from, read.joinedWith(it.from)[0])
      }),
      runs(15, 50),
    )
  },
)

test('a record that has not come hides no other, and things of two types are never one', () => {
  const here =
    (...ids: string[]) =>
    (id: string) =>
      ids.includes(id) ? (id === 'p' ? 'place' : 'need') : undefined
  const shown = (of: ReturnType<typeof setsOf>) =>
    Object.fromEntries([...of].map(([id, one]) => [id, one.shown]))
  assert.deepEqual(shown(setsOf([['a', 'b']], here('b'))), { a: 'b', b: 'b' })
  assert.deepEqual(shown(setsOf([['a', 'b']], here('a', 'b'))), { a: 'a', b: 'a' })
  assert.deepEqual(
    shown(
      setsOf(
        [
          ['a', 'p'],
          ['p', 'b'],
        ],
        here('a', 'b', 'p'),
      ),
    ),
    { a: 'a', b: 'a', p: 'p' },
  )
  assert.deepEqual(shown(setsOf([['x', 'y']], here())), { x: 'x', y: 'y' })
})
