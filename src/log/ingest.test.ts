import assert from 'node:assert/strict'
import fc from 'fast-check'
import { runs, testOnce as test, testEach } from '../../tests/support/pass.ts'
import {
  deliver,
  entryIn,
  everything,
  forged,
  inside,
  interleaved,
  NOON,
  openMemory,
  oracleOf,
  recordId,
  reforged,
  stateOf,
  write,
} from '../../tests/wire/boxes.ts'
import { BOXES, picks, play, scenario } from '../../tests/wire/scenario.ts'
import { Damaged, entryText, LARGEST_ENTRY, LARGEST_VALUE, type Signed } from '../core/change.ts'
import { newBox } from './box.ts'
import { fleshHash, hash8, sha256 } from './bytes.ts'
import { Forked, Gap, ingest } from './ingest.ts'
import { type Log, lastSeqs, writesIn } from './log.ts'
import { isAnyValueMissing } from './missing-values.ts'

const reader = newBox()

testEach(
  'law 4: the heads that ingest keeps step by step are those of mergeWrites on what has come ' +
    'so far, whatever the order',
  () => {
    fc.assert(
      fc.property(scenario, picks, (steps, order) => {
        const log = openMemory(reader)
        const come = new Map<string, Signed>()
        for (const signed of interleaved(play(steps), order)) {
          deliver(log, signed)
          come.set(hash8(sha256(signed.bytes)), signed)
          assert.deepEqual(stateOf(log), oracleOf(come.values()))
        }
      }),
      runs(15, 40),
    )
  },
)

testEach('law 4: in one transaction or in many, once or several times, the same log', () => {
  fc.assert(
    fc.property(scenario, picks, picks, (steps, one, other) => {
      const feeds = play(steps)
      const [apart, together] = [openMemory(reader), openMemory(reader)]
      for (const signed of interleaved(feeds, one)) deliver(apart, signed)
      inside(together, () => {
        for (const signed of interleaved(feeds, other)) ingest(together, signed)
      })
      for (const signed of feeds.flat()) assert.deepEqual(deliver(together, signed), [])
      assert.deepEqual(stateOf(apart), stateOf(together))
      assert.deepEqual(dump(apart), dump(together))
    }),
    runs(10, 25),
  )
})

/** What the file holds, without the numbers that this file gave to feeds. */
const dump = (log: Log) =>
  everything(log).map(feed =>
    feed.map(one => [
      one.bytes,
      one.signature,
      [...one.flesh].sort((a, b) => (`${a.index}${a.field}` < `${b.index}${b.field}` ? -1 : 1)),
    ]),
  )

test('a write of another space replaces nothing, whichever comes first', () => {
  const [a, b] = [openMemory(BOXES[0]), openMemory(BOXES[1])]
  write(a, { record: recordId(1), fields: { title: 'here' } })
  const [first] = everything(a).flat()
  const over = [
    { feed: entryIn(first!).feed, seq: 1, index: 0, hash8: hash8(sha256(first!.bytes)) },
  ]
  write(b, { record: recordId(1), space: 'network', fields: { title: 'there' }, over })
  const second = everything(b).flat()[0]!
  const states = [
    [first!, second],
    [second, first!],
  ].map(order => {
    const log = openMemory(reader)
    for (const signed of order) deliver(log, signed)
    return stateOf(log)
  })
  assert.deepEqual(states[0], states[1])
  assert.deepEqual(states[0]![`need ${recordId(1)} commons title`]?.shown, [
    'here',
    `${over[0]!.feed} 1 0 ${over[0]!.hash8}`,
  ])
})

test('law 4: missing values are stored when the entry comes again, so that both orders end alike', () => {
  const a = openMemory(BOXES[0])
  write(a, { record: recordId(1), fields: { title: 'one', text: 'two' } })
  const whole = everything(a).flat()[0]!
  const bare = { ...whole, flesh: whole.flesh.filter(piece => piece.field === 'title') }
  const [first, second] = [
    [bare, whole],
    [whole, bare],
  ].map(order => {
    const log = openMemory(reader)
    const touched = order.map(signed => deliver(log, signed).length)
    assert.equal(isAnyValueMissing(log), false, 'no peer is asked for them any more')
    return { state: stateOf(log), touched }
  })
  assert.deepEqual(first!.state, second!.state)
  assert.deepEqual(first!.touched, [1, 1])
  assert.deepEqual(second!.touched, [1, 0])
})

const rowsIn = (log: Log): number =>
  ['feed', 'entry', 'flesh', 'write', 'replaced', 'forgotten'].reduce(
    (n, table) => n + Number(log.sql.get(`SELECT count(*) AS n FROM ${table}`)?.['n']),
    0,
  )

function refused(signed: Signed, error: new (...args: never[]) => Error, why?: RegExp): void {
  const log = openMemory(reader)
  assert.throws(
    () => deliver(log, signed),
    (thrown: Error) => thrown instanceof error && (why?.test(thrown.message) ?? true),
  )
  log.db.exec('BEGIN')
  assert.throws(() => ingest(log, signed), error)
  log.db.exec('COMMIT')
  assert.equal(rowsIn(log), 0, 'nothing was written, even without a rollback')
}

test('any changed byte of a signed entry is Damaged, and nothing is written', () => {
  const signed = first(BOXES[0]!)
  const log = openMemory(reader)
  for (let at = 0; at < signed.bytes.length; at++)
    for (const flip of [1, 128]) {
      const bytes = Uint8Array.from(signed.bytes)
      bytes[at] = bytes[at]! ^ flip
      assert.throws(() => inside(log, () => ingest(log, { ...signed, bytes })), Damaged)
    }
  for (let at = 0; at < signed.signature.length; at++) {
    const signature = Uint8Array.from(signed.signature)
    signature[at] = signature[at]! ^ 1
    assert.throws(() => inside(log, () => ingest(log, { ...signed, signature })), Damaged)
  }
  assert.equal(rowsIn(log), 0)
})
function first(
  box = newBox(),
  fields: Readonly<Record<string, unknown>> = { title: 'une borne à vélos', seats: 4 },
): Signed {
  const log = openMemory(box)
  write(log, { record: recordId(1), fields })
  return everything(log).flat()[0]!
}

test('bytes cut, added to, not UTF-8, with a mark before them: Damaged', () => {
  const signed = first()
  const { bytes } = signed
  for (const bad of [
    bytes.subarray(0, -1),
    new Uint8Array(),
    Buffer.concat([bytes, Buffer.from(' x')]),
    Buffer.from([0xff, 0xfe]),
    Buffer.concat([Buffer.from('\ufeff'), bytes]),
  ])
    refused({ ...signed, bytes: bad }, Damaged)
})

test('another box’s signature, a signature of another length, a name that is no key: Damaged', () => {
  const box = newBox()
  const signed = first(box)
  refused({ ...signed, signature: first().signature }, Damaged, /signature/)
  refused({ ...signed, signature: signed.signature.subarray(0, 63) }, Damaged, /signature/)
  refused(
    reforged(newBox(), signed, () => ({})),
    Damaged,
    /signature/,
  )
  refused(
    reforged(box, signed, entry => ({ feed: entry.feed.replace(box.name, '0'.repeat(52)) })),
    Damaged,
    /signature/,
  )
})

test('one key has one name: the padding of a box’s name is zero', () => {
  const box = newBox()
  const signed = first(box)
  const other = `${box.name.slice(0, 51)}${box.name[51] === '0' ? '1' : 'h'}`
  refused(
    forged(box, Buffer.from(signed.bytes).toString('utf8').replace(box.name, other), signed.flesh),
    Damaged,
    /feed/,
  )
})

test('a value with another hash, without a header, twice, or with a short salt: Damaged', () => {
  const signed = first()
  const [piece] = signed.flesh
  const bad = [
    { ...piece!, value: '"autre chose"' },
    { ...piece!, salt: Buffer.alloc(16) },
    { ...piece!, salt: piece!.salt.subarray(0, 15) },
    { ...piece!, field: 'absent' },
    { ...piece!, field: 'constructor' },
    { ...piece!, index: 7 },
  ]
  for (const one of bad) refused({ ...signed, flesh: [one] }, Damaged, /flesh/)
  refused({ ...signed, flesh: [piece!, piece!] }, Damaged, /twice/)
})

test('a value that boxes would read differently is Damaged, though well signed and hashed', () => {
  const box = newBox()
  const signed = first(box, { title: 'x' })
  const salt = Buffer.alloc(16, 7)
  const holding = (value: string): Signed => {
    const entry = entryIn(signed)
    const changes = [
      { ...entry.changes[0]!, fields: { title: { flesh: fleshHash(salt, value), over: [] } } },
    ]
    return forged(box, entryText({ ...entry, changes }), [
      { index: 0, field: 'title', salt, value },
    ])
  }
  for (const bad of [
    '{"a":1,"a":2}',
    '{"__proto__":1}',
    '9007199254740993',
    '"\\ud800"',
    '"\\u0000"',
    '[[[[[[[[1]]]]]]]]',
    'NaN',
    '',
    '1 2',
    `"${'x'.repeat(LARGEST_VALUE - 1)}"`,
  ])
    refused(holding(bad), Damaged)
  const log = openMemory(reader)
  deliver(log, holding(`"${'x'.repeat(LARGEST_VALUE - 2)}"`))
  assert.equal(
    String(writesIn(log, { type: 'need', record: recordId(1), space: 'commons' })[0]?.value).length,
    LARGEST_VALUE - 2,
  )
})

test('an entry over 4 MiB with its flesh is Damaged before anything of it is read', () => {
  const box = newBox()
  const signed = first(box)
  const text = Buffer.from(signed.bytes).toString('utf8')
  refused(forged(box, text + ' '.repeat(LARGEST_ENTRY - signed.bytes.length + 1)), Damaged, /large/)
  const accents = { ...signed.flesh[0]!, value: `"${'é'.repeat(LARGEST_ENTRY / 2)}"` }
  refused({ ...signed, flesh: [accents] }, Damaged, /large/)
})

test('a well signed entry of another form: Damaged', () => {
  const box = newBox()
  const signed = first(box)
  const name = { feed: entryIn(signed).feed, seq: 1, index: 0, hash8: 'AAAAAAAAAAA' }
  const change = entryIn(signed).changes[0]!
  const shapes: readonly object[] = [
    { seq: 0 },
    { seq: 1.5 },
    { seq: -1 },
    { seq: 2 ** 32 },
    { seq: '1' },
    { prev: 'x' },
    { stamp: '1-0' },
    { stamp: 12 },
    { wall: -1 },
    { wall: 1.5 },
    { sure: 1 },
    { sure: 'yes' },
    { by: 'mayor' },
    { by: 'Élodie' },
    { feed: 'x' },
    { changes: {} },
    { changes: [null] },
    { changes: [[]] },
    { seen: [{ ...name, seq: 2 ** 32 + 1 }] },
    { seen: [{ ...name, hash8: 'AAAAAAAAAAB' }] },
    { seen: [{ ...name, index: -1 }] },
    { changes: [change, change] },
    { changes: [{ ...change, record: 'short' }] },
    { changes: [{ ...change, type: 'a b' }] },
    { changes: [{ ...change, type: '__proto__' }] },
    {
      changes: [
        { ...change, fields: { 'a"b': { flesh: change.fields['title']!.flesh, over: [] } } },
      ],
    },
    { changes: [{ ...change, fields: { title: { flesh: 'short', over: [] } } }] },
    {
      changes: [
        { ...change, fields: { title: { flesh: change.fields['title']!.flesh, over: [0] } } },
      ],
    },
    {
      changes: [
        { ...change, fields: { title: { flesh: change.fields['title']!.flesh, over: [-1] } } },
      ],
    },
  ]
  for (const shape of shapes) refused({ ...reforged(box, signed, () => shape), flesh: [] }, Damaged)
  for (const text of ['null', '[]', '1', '{}', '"x"', '{"feed":1}'])
    refused(forged(box, text), Damaged)
})

test('what a later version adds to an entry is kept byte for byte and passed on', () => {
  const box = newBox()
  const signed = first(box)
  const text = Buffer.from(signed.bytes).toString('utf8').replace(/^{/, '{"later": 1.0, ')
  const more = forged(box, text, signed.flesh)
  const log = openMemory(reader)
  deliver(log, more)
  assert.deepEqual(Buffer.from(everything(log).flat()[0]!.bytes).toString('utf8'), text)
})

test(
  'an entry before its turn is a Gap and leaves nothing, not even a feed; it comes in after ' +
    'the one it waits for',
  () => {
    const log = openMemory(BOXES[0])
    write(log, { record: recordId(1), fields: { title: 'one' } })
    write(log, { record: recordId(1), fields: { title: 'two' } })
    const [one, two] = everything(log).flat()
    refused(two!, Gap)
    const late = openMemory(reader)
    deliver(late, one!)
    deliver(late, two!)
    assert.deepEqual(stateOf(late), stateOf(log))
  },
)

test(
  'two entries at one seq, or a chain that does not hold: Forked, and the first branch stays ' +
    'as it was',
  () => {
    const box = newBox()
    const log = openMemory(box)
    write(log, { record: recordId(1), fields: { title: 'one' } })
    write(log, { record: recordId(1), fields: { title: 'two' } })
    const [one, two] = everything(log).flat()
    const held = openMemory(reader)
    deliver(held, one!)
    const before = stateOf(held)
    assert.throws(
      () =>
        deliver(
          held,
          reforged(box, one!, () => ({ wall: 1 })),
        ),
      Forked,
    )
    assert.throws(
      () =>
        deliver(
          held,
          reforged(box, two!, entry => ({ prev: `${'B'.repeat(42)}A`, wall: entry.wall })),
        ),
      Forked,
    )
    assert.deepEqual(stateOf(held), before)
    deliver(held, two!)
  },
)

test('law 8: a damaged entry stops its own feed only', () => {
  const [a, b] = [openMemory(BOXES[0]), openMemory(BOXES[1])]
  for (let n = 0; n < 4; n++)
    for (const log of [a, b]) write(log, { record: recordId(n), fields: { title: n } })
  const bad = everything(a)
    .flat()
    .map((signed, n) => (n === 2 ? { ...signed, signature: Buffer.alloc(64) } : signed))
  const log = openMemory(reader)
  const errors: string[] = []
  for (const signed of interleaved([bad, everything(b).flat()], [0.1, 0.6, 0.3, 0.7]))
    try {
      deliver(log, signed)
    } catch (error) {
      errors.push((error as Error).name)
    }
  assert.deepEqual(new Set(errors), new Set(['Damaged', 'Gap']))
  assert.deepEqual([...lastSeqs(log).values()].sort(), [2, 4])
  for (const signed of everything(a).flat()) deliver(log, signed)
  assert.deepEqual(stateOf(log), oracleOf([...everything(a).flat(), ...everything(b).flat()]))
})

test('law 9: boxes of 1970 and of 2099 give and get everything', () => {
  const logs = [0, Date.UTC(2099, 0, 1), NOON].map((now, n) => {
    const log = openMemory(BOXES[n])
    for (let i = 0; i < 5; i++) write(log, { record: recordId(n), fields: { title: i }, now })
    return log
  })
  const all = logs.flatMap(log => everything(log).flat())
  for (const log of logs) {
    for (const signed of all) deliver(log, signed)
    write(log, { record: recordId(9), fields: { title: log.box.name }, now: NOON })
  }
  for (const log of logs)
    for (const other of logs) for (const signed of everything(other).flat()) deliver(log, signed)
  for (const log of logs) assert.deepEqual(stateOf(log), stateOf(logs[0]!))
})
