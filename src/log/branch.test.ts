import assert from 'node:assert/strict'
import fc from 'fast-check'
import { runs, testOnce as test, testEach } from '../../tests/support/pass.ts'
import {
  entryIn,
  everything,
  fixedBox,
  forget,
  inside,
  interleaved,
  openMemory,
  oracleOf,
  recordId,
  stateOf,
  write,
} from '../../tests/wire/boxes.ts'
import { picks } from '../../tests/wire/scenario.ts'
import type { Signed } from '../core/change.ts'
import { admitAny, hasEntry } from './branch.ts'
import { writesToForget } from './forget.ts'
import { Gap } from './ingest.ts'
import { type Log, lastSeqs, openLog, row } from './log.ts'
import { missingValuesIn } from './missing-values.ts'

const deliver = (log: Log, signed: Signed) =>
  inside(log, () => admitAny(log, entryIn(signed), signed))

/** One card and its clone, which write apart after two entries in common. */
function clones() {
  const [card, clone] = [openMemory(fixedBox(1)), openMemory(fixedBox(1))]
  clone.sql.run("UPDATE mark SET value = ? WHERE key = 'epoch'", card.epoch)
  const cloned = { ...clone, epoch: card.epoch }
  write(card, { record: recordId(1), fields: { title: 'Four' } })
  write(card, { record: recordId(1), fields: { title: 'Four banal' } })
  for (const signed of everything(card).flat()) deliver(cloned, signed)
  for (const [log, word] of [
    [card, 'ici'],
    [cloned, 'là'],
  ] as const) {
    write(log, { record: recordId(1), fields: { title: `Four banal, ${word}` } })
    write(log, { record: recordId(2), fields: { title: `Pressoir, ${word}` } })
  }
  return { card, clone: cloned, feeds: [everything(card).flat(), everything(cloned).flat()] }
}

testEach(
  'both branches of a fork are kept and merged, whichever comes first, twice as once',
  () => {
    fc.assert(
      fc.property(picks, drawn => {
        const { feeds } = clones()
        const reader = openMemory(fixedBox(2))
        for (const signed of interleaved(feeds, drawn)) deliver(reader, signed)
        const all = new Map(
          feeds.flat().map(signed => [Buffer.from(signed.bytes).toString(), signed]),
        )
        assert.deepEqual(stateOf(reader), oracleOf(all.values()))
        assert.equal(lastSeqs(reader).size, 2)
        for (const signed of all.values()) assert.ok(hasEntry(reader, entryIn(signed), signed))
      }),
      runs(10, 30),
    )
  },
)

test('a write of one branch replaces what it saw there, and leaves the other branch’s in conflict', () => {
  const { card, clone } = clones()
  write(clone, { record: recordId(2), fields: { title: 'Pressoir, là, réparé' } })
  const reader = openMemory(fixedBox(2))
  for (const signed of [...everything(clone).flat(), ...everything(card).flat()])
    deliver(reader, signed)
  const values = row(reader, 'need', recordId(2), 'commons')
    .get('title')!
    .heads.map(head => head.value)
  assert.deepEqual(new Set(values), new Set(['Pressoir, ici', 'Pressoir, là, réparé']))
})

test('an entry of a branch without a known predecessor is a Gap', () => {
  const { feeds } = clones()
  const reader = openMemory(fixedBox(2))
  for (const signed of feeds[0]!) deliver(reader, signed)
  assert.throws(() => deliver(reader, feeds[1]![3]!), Gap)
  assert.equal(lastSeqs(reader).size, 1)
})

test('a forgotten value stays forgotten on a branch that comes later (law 10)', () => {
  const { card, feeds } = clones()
  forget(card, writesToForget(card, 'need', recordId(2)), recordId(90))
  const reader = openMemory(fixedBox(2))
  for (const signed of [...everything(card).flat(), ...feeds[1]!]) deliver(reader, signed)
  assert.equal(row(reader, 'need', recordId(2), 'commons').get('title')!.shown, undefined)
})

test('missing values are asked for until they come or are forgotten', () => {
  const card = openLog(':memory:', fixedBox(1))
  write(card, { record: recordId(1), fields: { title: 'Four' } })
  write(card, { record: recordId(2), fields: { title: 'Pressoir' } })
  const [one, two] = everything(card).flat() as [Signed, Signed]
  const reader = openMemory(fixedBox(2))
  for (const signed of [one, two]) deliver(reader, { ...signed, flesh: [] })
  const feed = entryIn(one).feed
  assert.deepEqual(
    missingValuesIn(reader, () => true),
    { [feed]: [1, 2] },
  )
  deliver(reader, one)
  assert.deepEqual(
    missingValuesIn(reader, () => true),
    { [feed]: [2] },
  )
  assert.equal(row(reader, 'need', recordId(1), 'commons').get('title')!.shown?.value, 'Four')
  forget(card, writesToForget(card, 'need', recordId(2)), recordId(90))
  deliver(reader, everything(card).flat().at(-1)!)
  assert.deepEqual(
    missingValuesIn(reader, () => true),
    {},
  )
})

testEach(
  'law 4: a base erases the updates that it has seen, on its own branch only, in any order',
  () => {
    const { card, feeds } = clones()
    const heads = row(card, 'need', recordId(2), 'commons')
      .get('title')!
      .heads.map(head => head.name)
    write(card, {
      type: 'base',
      record: recordId(2),
      fields: { 'need.title': 'ce qu’il en reste' },
      over: heads,
    })
    const [mine, other] = [everything(card).flat(), feeds[1]!]
    fc.assert(
      fc.property(picks, drawn => {
        const reader = openMemory(fixedBox(2))
        for (const signed of interleaved([mine, other], drawn)) deliver(reader, signed)
        const values = reader.sql
          .all<{ value: string }>('SELECT value FROM piece')
          .map(({ value }) => value)
        assert.ok(
          !values.includes('"Pressoir, ici"') && values.includes('"Pressoir, là"'),
          values.join(' '),
        )
        assert.deepEqual(
          missingValuesIn(reader, () => true),
          {},
        )
      }),
      runs(10, 30),
    )
  },
)
