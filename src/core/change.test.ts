import assert from 'node:assert/strict'
import fc from 'fast-check'
import { runs, testOnce as test, testEach } from '../../tests/support/pass.ts'
import {
  boxOfFeed,
  Damaged,
  type Entry,
  entryText,
  feedName,
  isFeedName,
  isSeq,
  LAST_SEQ,
  readEntry,
  spaceOfFeed,
  trustedEntry,
} from './change.ts'
import { base32, idFrom } from './id.ts'
import { SPACES } from './schema.ts'
import { nextStamp } from './stamp.ts'

const bytes = (n: number) => fc.uint8Array({ minLength: n, maxLength: n })
const hash = bytes(32).map(raw => Buffer.from(raw).toString('base64url'))
const hash8 = bytes(8).map(raw => Buffer.from(raw).toString('base64url'))
const feed = fc
  .tuple(bytes(32), bytes(8), fc.constantFrom(...SPACES))
  .map(([key, epoch, space]) => feedName(base32(key), Buffer.from(epoch).toString('hex'), space))
const seq = fc.integer({ min: 1, max: LAST_SEQ })
const writeName = fc.record({ feed, seq, index: fc.nat(500), hash8 })
const label = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,20}$/)
const record = fc.tuple(fc.nat(), bytes(10)).map(([now, chance]) => idFrom(now, chance))
const entry: fc.Arbitrary<Entry> = fc
  .record({
    feed,
    seq,
    prev: hash,
    stamp: fc.nat().map(ms => nextStamp(undefined, ms)),
    wall: fc.nat(),
    sure: fc.boolean(),
    by: fc.oneof(fc.constantFrom('visitor', 'keeper'), record),
    seen: fc.array(writeName, { maxLength: 4 }),
  })
  .chain(head => {
    const over =
      head.seen.length === 0
        ? fc.constant([])
        : fc.array(fc.nat(head.seen.length - 1), { maxLength: 3 })
    const fields = fc.dictionary(
      fc.oneof(
        label,
        fc.tuple(label, label).map(two => two.join('.')),
      ),
      fc.record({ flesh: hash, over }),
      { maxKeys: 4, noNullPrototype: true },
    )
    const changes = fc.uniqueArray(
      fc.record({ type: label, record, fields }, { noNullPrototype: true }),
      {
        maxLength: 4,
        selector: change => change.record,
      },
    )
    return changes.map(
      all =>
        JSON.parse(
          JSON.stringify({ ...head, prev: head.seq === 1 ? '' : head.prev, changes: all }),
        ) as Entry,
    )
  })

testEach('a written entry is read back the same, from another box and from the file', () => {
  fc.assert(
    fc.property(entry, one => {
      assert.deepEqual(readEntry(entryText(one)), one)
      assert.deepEqual(trustedEntry(entryText(one)), one)
    }),
    runs(80, 300),
  )
})

testEach('readEntry gives an entry or throws Damaged, for any text', () => {
  const cut = fc.tuple(entry, fc.nat(), fc.string({ maxLength: 3 })).map(([one, at, put]) => {
    const text = entryText(one)
    const place = at % text.length
    return text.slice(0, place) + put + text.slice(place + 1)
  })
  fc.assert(
    fc.property(fc.oneof(cut, fc.json(), fc.string()), text => {
      try {
        readEntry(text)
      } catch (error) {
        assert.ok(error instanceof Damaged, String(error))
      }
    }),
    runs(500, 2_000),
  )
})

test('a feed’s name holds its box and its space, and has one form', () => {
  fc.assert(
    fc.property(bytes(32), fc.constantFrom(...SPACES), (key, space) => {
      const name = feedName(base32(key), '0123456789abcdef', space)
      assert.ok(isFeedName(name))
      assert.deepEqual([boxOfFeed(name), spaceOfFeed(name)], [base32(key), space])
      assert.equal(
        isFeedName(`${name.slice(0, 51)}1${name.slice(52)}`),
        false,
        'no bit of padding is set',
      )
    }),
  )
  for (const other of ['', 'x', 1, null, undefined, {}, [], 'a.b.commons'])
    assert.equal(isFeedName(other), false)
})

test('a seq is a whole number from 1 to the last seq', () => {
  for (const seq of [1, 2, LAST_SEQ]) assert.equal(isSeq(seq), true)
  for (const seq of [0, -1, 1.5, 2 ** 32, Number.NaN, '1', null, undefined])
    assert.equal(isSeq(seq), false)
})

test('one entry writes one field of a record once, in as many changes as it likes', () => {
  const [one] = fc.sample(
    entry.filter(sample => Object.keys(sample.changes[0]?.fields ?? {}).length > 0),
    { numRuns: 1, seed: 3 },
  )
  const [change] = one!.changes
  assert.throws(() => readEntry(entryText({ ...one!, changes: [change!, change!] })), Damaged)
  const elsewhere = [change!, { ...change!, type: 'other' }, { ...change!, record: '0'.repeat(26) }]
  assert.equal(readEntry(entryText({ ...one!, changes: elsewhere })).changes.length, 3)
})

test('a field may have the name of an inherited property', () => {
  const [one] = fc.sample(entry, { numRuns: 1, seed: 5 })
  const flesh = 'A'.repeat(43)
  const fields = Object.fromEntries(
    ['constructor', 'toString', 'hasOwnProperty', 'valueOf'].map(name => [
      name,
      { flesh, over: [] },
    ]),
  )
  const changes = [{ type: 'constructor', record: '0'.repeat(26), fields }]
  assert.deepEqual(readEntry(entryText({ ...one!, changes })).changes, changes)
})
