import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { runs, testOnce as test, testEach } from '../../tests/support/pass.ts'
import {
  deliver,
  entryIn,
  everything,
  forged,
  forget,
  inside,
  interleaved,
  NOON,
  openMemory,
  oracleOf,
  recordId,
  stateOf,
  write,
} from '../../tests/wire/boxes.ts'
import { BOXES, picks, play, scenario } from '../../tests/wire/scenario.ts'
import { entryText, type Signed } from '../core/change.ts'
import { editProse, proseState, proseText } from '../core/prose.ts'
import { newBox } from './box.ts'
import { fleshHash, hash8, sha256 } from './bytes.ts'
import { checkpoint, type FleshName, forgetFlesh, writesToForget } from './forget.ts'
import { type Log, openLog, row, writesIn } from './log.ts'

const reader = newBox()
const keyOf = ({ feed, seq, index, field }: FleshName) => `${feed} ${seq} ${index} ${field}`
const namesIn = (signed: Signed): FleshName[] => {
  const { feed, seq, changes } = entryIn(signed)
  return changes.flatMap((change, index) =>
    Object.keys(change.fields).map(field => ({
      feed,
      seq,
      index,
      field,
      hash8: hash8(sha256(signed.bytes)),
    })),
  )
}
/** What anybody may see of a state: by field, the writes that show or stand in conflict. */
const visible = (state: ReturnType<typeof stateOf>): Set<string> =>
  new Set(
    Object.entries(state).flatMap(([field, { shown, conflict }]) =>
      [...(Array.isArray(shown) ? [shown[1]] : []), ...conflict].map(key => `${field} ${key}`),
    ),
  )

testEach(
  'law 10: forgetting any subset of writes shows nothing that was not visible before, ' +
    'whatever has come and in whatever order',
  () => {
    fc.assert(
      fc.property(
        scenario,
        picks,
        fc.infiniteStream(fc.boolean()),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (steps, order, gone, share) => {
          const feeds = play(steps)
          const come = interleaved(feeds, order)
          const some = come.slice(0, Math.ceil(come.length * share))
          const names = feeds
            .flat()
            .flatMap(namesIn)
            .filter(() => gone.next().value)
          const [kept, after, before] = [openMemory(reader), openMemory(reader), openMemory(reader)]
          inside(before, () => forgetFlesh(before, names))
          for (const signed of some) for (const log of [kept, after, before]) deliver(log, signed)
          inside(after, () => forgetFlesh(after, names))
          const was = visible(stateOf(kept))
          for (const key of visible(stateOf(after))) assert.ok(was.has(key), `${key} was hidden`)
          assert.deepEqual(stateOf(after), oracleOf(new Set(some), new Set(names.map(keyOf))))
          assert.deepEqual(
            stateOf(before),
            stateOf(after),
            'forgetting before or after comes to the same',
          )
        },
      ),
      runs(15, 40),
    )
  },
)

test('a head that waits for a missing write hides the others: forgetting it shows no older value', () => {
  const a = openMemory(BOXES[0])
  for (const title of ['06 11 11 11 11', '06 22 22 22 22', '06 33 33 33 33'])
    write(a, { record: recordId(1), fields: { title } })
  const b = openMemory(BOXES[1])
  for (const signed of everything(a).flat()) deliver(b, signed)
  write(b, { record: recordId(1), fields: { title: '06 44 44 44 44' }, now: NOON + 60_000 })
  const log = openMemory(reader)
  deliver(log, everything(a).flat()[0]!)
  const last = everything(b)
    .flat()
    .find(signed => entryIn(signed).feed.startsWith(b.box.name))!
  deliver(log, last)
  assert.equal(
    row(log, 'need', recordId(1), 'commons').get('title')?.shown?.value,
    '06 44 44 44 44',
  )
  inside(log, () => forgetFlesh(log, namesIn(last)))
  assert.equal(row(log, 'need', recordId(1), 'commons').get('title')?.shown, undefined)
})

test('law 10: a forgotten value stays forgotten when it comes again, before or after the request', () => {
  fc.assert(
    fc.property(scenario, picks, picks, (steps, one, other) => {
      const whole = play(steps)
      const authors = BOXES.map((box, n) => {
        const log = openMemory(box)
        // Each box takes its own feeds back, so that its request goes on in them.
        for (const signed of whole.flat().filter(entry => entryIn(entry).feed.startsWith(box.name)))
          deliver(log, signed)
        for (const record of [0, 1]) {
          const names = writesToForget(log, 'need', recordId(record), n === 0 ? undefined : 'title')
          if (names.length > 0) forget(log, names, recordId(100 + n * 10 + record), 'commons')
        }
        return log
      })
      const requests = authors.map(log =>
        everything(log)
          .flat()
          .filter(signed => entryIn(signed).changes[0]?.type === 'forget'),
      )
      const [first, second] = [openMemory(reader), openMemory(reader)]
      for (const signed of interleaved([...whole, ...requests], one)) deliver(first, signed)
      for (const signed of interleaved([...requests, ...whole].reverse(), other))
        deliver(second, signed)
      for (const signed of whole.flat()) assert.deepEqual(deliver(first, signed), [])
      assert.deepEqual(stateOf(first), stateOf(second))
      for (const writing of [0, 1].flatMap(record =>
        writesIn(first, { type: 'need', record: recordId(record), space: 'commons' }),
      ))
        if (writing.field === 'title' || writing.name.feed.startsWith(BOXES[0]!.name))
          assert.equal(writing.value, undefined)
    }),
    { numRuns: 20 },
  )
})

test('law 10: a request that comes without its names is obeyed once they come', () => {
  const a = openMemory(BOXES[0])
  write(a, { record: recordId(1), fields: { title: 'a word to forget' } })
  const [said] = everything(a).flat()
  forget(a, writesToForget(a, 'need', recordId(1), undefined), recordId(2))
  const request = everything(a).flat().at(-1)!
  const log = openMemory(reader)
  const titleHere = () =>
    writesIn(log, { type: 'need', record: recordId(1), space: 'commons' })[0]?.value
  for (const signed of [said!, { ...request, flesh: [] }]) deliver(log, signed)
  assert.equal(titleHere(), 'a word to forget')
  deliver(log, request)
  assert.equal(titleHere(), undefined)
})

test('a request of another box erases in its own feeds only; one of this box, everywhere', () => {
  const [a, b] = [openMemory(BOXES[0]), openMemory(BOXES[1])]
  write(a, { record: recordId(1), fields: { title: 'written by a' } })
  for (const signed of everything(a).flat()) deliver(b, signed)
  write(b, { record: recordId(1), fields: { text: 'written by b' } })
  const names = writesToForget(b, 'need', recordId(1))
  assert.equal(names.length, 2)
  forget(b, names, recordId(2))
  assert.deepEqual(
    writesIn(b, { type: 'need', record: recordId(1), space: 'commons' }).map(w => w.value),
    [undefined, undefined],
  )
  const log = openMemory(reader)
  for (const signed of [...everything(a).flat(), ...everything(b).flat()])
    if (signed.flesh.length > 0 || entryIn(signed).feed.startsWith(b.box.name)) deliver(log, signed)
  const held = new Map(
    writesIn(log, { type: 'need', record: recordId(1), space: 'commons' }).map(w => [
      w.field,
      w.value,
    ]),
  )
  assert.deepEqual([...held].sort(), [
    ['text', undefined],
    ['title', 'written by a'],
  ])
})

/**
 * An entry of a faulty or hostile box: one change of type `forget`, its value whatever it likes.
 */
function hostile(log: Log, value: string): Signed {
  const salt = Buffer.alloc(16, 3)
  const changes = [
    {
      type: 'forget',
      record: recordId(50),
      fields: { writes: { flesh: fleshHash(salt, value), over: [] } },
    },
  ]
  const stamp = '001000000000000-0000' as ReturnType<typeof entryIn>['stamp']
  const text = entryText({
    feed: `${log.box.name}.${'0'.repeat(16)}.commons`,
    seq: 1,
    prev: '',
    stamp,
    wall: 1,
    sure: false,
    by: 'keeper',
    seen: [],
    changes,
  })
  return forged(log.box, text, [{ index: 0, field: 'writes', salt, value }])
}

test('law 8: a malformed request is stored and passed on, and erases nothing', () => {
  const a = openMemory(BOXES[0])
  write(a, { record: recordId(1), fields: { title: 'stays' } })
  const [kept] = everything(a).flat()
  const { feed } = entryIn(kept!)
  const bad = openMemory(BOXES[1])
  const own = `${bad.box.name}.${'0'.repeat(16)}.commons`
  const values: readonly unknown[] = [
    null,
    1,
    'x',
    {},
    [1],
    [null],
    [[]],
    [[feed]],
    [[feed, 1, 0, 'title']],
    [[1, 1, 0, 'title']],
    [['constructor', 1, 0, 'title']],
    // Filed as feed × 2³² + seq, such a seq would be the next feed's first entry.
    ...[-2, -1, 1, 2].map(n => [[own, n * 2 ** 32 + 1, 0, 'title']]),
    [[own, 1.5, 0, 'title']],
    [[own, '1', 0, 'title']],
    [[own, 1, 0, {}]],
  ]
  for (const value of values) {
    const log = openMemory(reader)
    for (const signed of [kept!, hostile(bad, JSON.stringify(value))]) deliver(log, signed)
    const other = openMemory(reader)
    for (const signed of [hostile(bad, JSON.stringify(value)), kept!]) deliver(other, signed)
    for (const one of [log, other]) {
      assert.equal(
        row(one, 'need', recordId(1), 'commons').get('title')?.shown?.value,
        'stays',
        JSON.stringify(value),
      )
      assert.equal(everything(one).flat().length, 2)
    }
  }
})

test('a request to forget is never forgotten, or its values would come back elsewhere', () => {
  const a = openMemory(BOXES[0])
  write(a, { record: recordId(1), fields: { title: 'gone' } })
  const whole = everything(a).flat()[0]!
  forget(a, writesToForget(a, 'need', recordId(1)), recordId(2))
  forget(a, writesToForget(a, 'forget', recordId(2)), recordId(3))
  const requests = everything(a).flat().slice(1)
  for (const order of [
    [whole, ...requests],
    [{ ...whole, flesh: [] }, ...requests, whole],
  ]) {
    const log = openMemory(reader)
    for (const signed of order) deliver(log, signed)
    assert.deepEqual(
      writesIn(log, { type: 'need', record: recordId(1), space: 'commons' }).map(w => w.value),
      [undefined],
    )
  }
})

test('a request to forget is stored even when a request against it comes first, in another feed', () => {
  const a = openMemory(BOXES[0])
  write(a, { record: recordId(1), fields: { title: 'gone' } })
  forget(a, writesToForget(a, 'need', recordId(1)), recordId(2))
  forget(a, writesToForget(a, 'forget', recordId(2)), recordId(3), 'network')
  const [commons, network] = ['commons', 'network'].map(
    space => everything(a).find(feed => entryIn(feed[0]!).feed.endsWith(space))!,
  )
  const log = openMemory(reader)
  for (const signed of [...network!, ...commons!]) deliver(log, signed)
  assert.equal(
    writesIn(log, { type: 'forget', record: recordId(2), space: 'commons' })[0]?.value ===
      undefined,
    false,
  )
  assert.deepEqual(
    writesIn(log, { type: 'need', record: recordId(1), space: 'commons' }).map(w => w.value),
    [undefined],
  )
})

test('a plain field of a plain change is never read as the flesh of a base', () => {
  const log = openMemory(BOXES[0])
  write(log, { record: recordId(1), fields: { text: 'gone', 'need.text': 'another field' } })
  inside(log, () => forgetFlesh(log, writesToForget(log, 'need', recordId(1), 'text')))
  assert.equal(row(log, 'need', recordId(1), 'commons').get('text')?.shown, undefined)
})

const yjs = (update: Uint8Array) => ({ yjs: Buffer.from(update).toString('base64') })
const updatesIn = (log: Log) =>
  [...(row(log, 'need', recordId(1), 'commons').get('text')?.heads ?? [])].flatMap(head =>
    head.value === undefined ? [] : [Buffer.from((head.value as { yjs: string }).yjs, 'base64')],
  )
const prose = (log: Log) => proseText(updatesIn(log))
function edit(log: Log, wanted: string, client: number, shown = updatesIn(log)): void {
  write(log, {
    record: recordId(1),
    fields: { text: yjs(editProse(shown, updatesIn(log), wanted, { client, other: client + 1 })!) },
    over: [],
  })
}
/**
 * The erased text leaves by a base: the state of the document without it, over every update that is
 * held.
 */
function erase(log: Log, wanted: string, client: number): void {
  edit(log, wanted, client)
  const state = proseState(updatesIn(log))
  write(log, {
    type: 'base',
    record: recordId(1),
    fields: { 'need.text': yjs(state) },
    over: row(log, 'need', recordId(1), 'commons')
      .get('text')!
      .heads.map(head => head.name),
  })
}
const CANARY = 'quatre-vingt-dix'

test(
  'a base in prose: the erased text is nowhere, late edits still apply, and it stays so in ' +
    'any order',
  () => {
    const [a, b] = [openMemory(BOXES[0]), openMemory(BOXES[1])]
    edit(a, `On plante samedi. Appeler le ${CANARY}. Merci.`, 11)
    for (const signed of everything(a).flat()) deliver(b, signed)
    const first = everything(a).flat()[0]!
    edit(b, `On plante samedi matin. Appeler le ${CANARY}. Merci bien.`, 22)
    const late = everything(b)
      .flat()
      .find(signed => entryIn(signed).feed.startsWith(b.box.name))!
    erase(a, 'On plante samedi. Merci.', 11)
    const [, ...more] = everything(a).flat()
    for (const order of [
      [first, ...more, late],
      [first, late, ...more],
      [late, first, ...more],
      [late, { ...first, flesh: [] }, ...more, first],
    ]) {
      const log = openMemory(reader)
      for (const signed of order) deliver(log, signed)
      assert.match(prose(log), /^On plante samedi matin\. *Merci bien\.$/)
      const flesh = everything(log)
        .flat()
        .flatMap(signed => signed.flesh)
        .map(({ value }) => Buffer.from((JSON.parse(value) as { yjs: string }).yjs, 'base64'))
      assert.ok(flesh.every(bytes => !bytes.includes(CANARY)))
    }
  },
)

test('a base of this box also erases updates of other boxes, here', () => {
  const [a, b] = [openMemory(BOXES[0]), openMemory(BOXES[1])]
  edit(b, `Appeler le ${CANARY}.`, 22)
  for (const signed of everything(b).flat()) deliver(a, signed)
  erase(a, 'Appeler.', 11)
  assert.equal(prose(a), 'Appeler.')
  const left = everything(a)
    .flat()
    .flatMap(signed => signed.flesh)
    .map(({ value }) => Buffer.from((JSON.parse(value) as { yjs: string }).yjs, 'base64'))
  assert.ok(left.every(bytes => !bytes.includes(CANARY)))
})

test('two bases written apart come to one text, in both orders', () => {
  const [a, b] = [openMemory(BOXES[0]), openMemory(BOXES[1])]
  edit(a, 'Un deux trois quatre cinq.', 11)
  for (const signed of everything(a).flat()) deliver(b, signed)
  erase(a, 'Un trois quatre cinq.', 33)
  erase(b, 'Un deux trois cinq.', 44)
  const feeds = [
    everything(a).flat(),
    everything(b)
      .flat()
      .filter(signed => entryIn(signed).feed.startsWith(b.box.name)),
  ]
  const texts = [feeds.flat(), [...feeds].reverse().flat()].map(order => {
    const log = openMemory(reader)
    for (const signed of order) deliver(log, signed)
    return prose(log)
  })
  assert.equal(texts[0], texts[1])
  assert.match(texts[0]!, /^Un +trois +cinq\.$/)
})

test('law 10: after a checkpoint no byte of a forgotten value is in the log’s files', t => {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-forget-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const log = openLog(join(folder, 'log.db'), newBox())
  t.after(() => log.db.close())
  const canary = (n: number) => `canari${'%'}${n}%${'z'.repeat(n % 7)}`
  for (let n = 0; n < 200; n++)
    write(log, {
      record: recordId(n),
      fields: { title: canary(n), text: `${canary(n)} ${'x'.repeat(n * 40)}` },
    })
  const bytes = () =>
    Buffer.concat(readdirSync(folder).map(name => readFileSync(join(folder, name))))
  assert.ok(bytes().includes('canari%7%'))
  for (let n = 0; n < 200; n += 2)
    forget(log, writesToForget(log, 'need', recordId(n)), recordId(1000 + n))
  assert.equal(checkpoint(log), true)
  const left = bytes()
  for (let n = 0; n < 200; n++) assert.equal(left.includes(`canari%${n}%`), n % 2 === 1, `n° ${n}`)
})

test('a checkpoint gives false when a reader is in the way', t => {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-busy-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const log = openLog(join(folder, 'log.db'), newBox())
  log.db.exec('PRAGMA busy_timeout = 20')
  write(log, { record: recordId(1), fields: { title: 'one' } })
  const other = openLog(join(folder, 'log.db'), log.box)
  other.db.exec('BEGIN')
  other.sql.get('SELECT count(*) FROM entry')
  write(log, { record: recordId(1), fields: { title: 'two' } })
  assert.equal(checkpoint(log), false)
  other.db.exec('COMMIT')
  assert.equal(checkpoint(log), true)
  for (const { db } of [log, other]) db.close()
})
