import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  deliver,
  entryIn,
  everything,
  forged,
  openMemory,
  recordId,
  write,
} from '../../tests/wire/boxes.ts'
import { type ChangeBones, type Entry, entryText, type Flesh } from '../core/change.ts'
import { keyOf } from '../core/merge.ts'
import { newBox } from './box.ts'
import { fleshHash } from './bytes.ts'
import { headById, headerById, keepEntry, type Log, writesIn } from './log.ts'

/** Units   bytes of all entries that the log keeps in memory. */
const MOST_KEPT = 4 * 1024 * 1024

/** A change of a record, and its values. */
function changed(
  index: number,
  type: string,
  values: Readonly<Record<string, unknown>>,
): Readonly<{ bones: ChangeBones; flesh: readonly Flesh[] }> {
  const salt = Buffer.alloc(16, index)
  const flesh = Object.entries(values).map(([field, value]): Flesh => {
    return { index, field, salt, value: JSON.stringify(value) }
  })
  const fields = Object.fromEntries(
    flesh.map(({ field, value }) => [field, { flesh: fleshHash(salt, value), over: [] }]),
  )
  return { bones: { type, record: recordId(1), fields }, flesh }
}
const inOrder = (entry: Entry): string => entryText(entry)
/** As a program may write it that has its own order, its own spaces and its own escapes. */
const changesFirst = (entry: Entry): string => {
  const { changes, ...head } = JSON.parse(entryText(entry)) as Record<string, unknown>
  return JSON.stringify({ changes, ...head })
}
const spaced = (entry: Entry): string => JSON.stringify(JSON.parse(entryText(entry)), null, 1)
const escaped = (entry: Entry): string =>
  entryText(entry).replace('"type":"base"', '"type":"b\\u0061se"')
const more = (entry: Entry): string =>
  entryText(entry).replace('"changes":[', '"later":{"x":1,"changes":[]},"changes":[')

const plain = changed(0, 'need', { title: 'Une scie', base: 'au mur' })
/** Beside its own field, one that stands nowhere: no reader may take its value for the title. */
const base = changed(1, 'base', { 'need.detail': 'Une scie à main', detail: 'rien' })

for (const [how, text] of Object.entries({ inOrder, changesFirst, spaced, escaped, more }))
  test(`the head of an entry says what the whole entry says: ${how}`, () => {
    const [from, log] = [openMemory(newBox()), openMemory()]
    write(from, { record: recordId(9), fields: { title: 'first' } })
    write(from, { record: recordId(9), fields: { title: 'second' } })
    const [first, second] = everything(from).flat().map(entryIn) as [Entry, Entry]
    const forgedOf = (of: Entry, changes: readonly ChangeBones[], flesh: readonly Flesh[]): void =>
      void deliver(log, forged(from.box, text({ ...of, changes }), flesh))
    forgedOf(first, [plain.bones, base.bones], [...plain.flesh, ...base.flesh])
    const prev = String(
      Buffer.from(log.sql.get<{ hash: Uint8Array }>('SELECT hash FROM feed')!.hash).toString(
        'base64url',
      ),
    )
    const name = writesIn(log, { type: 'need', record: recordId(1), space: 'commons' })[0]!.name
    const over = changed(0, 'need', { title: 'Deux scies' })
    const replacing = {
      ...over.bones,
      fields: { title: { ...over.bones.fields['title']!, over: [0] } },
    }
    forgedOf({ ...second, prev, seen: [name] }, [replacing], over.flesh)
    // What was kept of them when they were stored goes: they are read from the file.
    keepEntry(first, Buffer.alloc(32), MOST_KEPT)
    agrees(log)
    const values = writesIn(log, { type: 'need', record: recordId(1), space: 'commons' }).map(
      ({ field, type, value, over: replaced }) => [field, type, value, replaced.map(keyOf)],
    )
    assert.deepEqual(
      new Set(values),
      new Set([
        ['base', 'need', 'au mur', []],
        ['detail', 'base', 'Une scie à main', []],
        ['title', 'need', 'Une scie', []],
        ['title', 'need', 'Deux scies', [keyOf(name)]],
      ]),
    )
  })

/** Each entry is asked twice: the second answer comes from the cache. */
function agrees(log: Log): void {
  const ids = log.sql.all<{ id: number }>('SELECT id FROM entry').map(one => one.id)
  const read = () => ids.map(id => headById(log, id)!)
  for (const heads of [read(), read()])
    for (const [at, { head, hash8 }] of heads.entries()) {
      const { entry, hash8: said } = headerById(log, ids[at]!)!
      assert.deepEqual({ ...head, changes: undefined }, { ...entry, changes: undefined })
      assert.equal(hash8, said)
    }
}

test('an entry that replaces nothing is read by its head alone', () => {
  const log = openMemory()
  write(log, { record: recordId(1), fields: { title: 'Une scie', detail: '' } })
  const { id } = log.sql.get<{ id: number }>('SELECT id FROM entry')!
  const written = () => writesIn(log, { type: 'need', record: recordId(1), space: 'commons' })
  const stored = written()
  keepEntry(headerById(log, id)!.entry, Buffer.alloc(32), MOST_KEPT)
  assert.ok(!('changes' in headById(log, id)!.head))
  assert.deepEqual(written(), stored)
})
