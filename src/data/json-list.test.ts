import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { itemsIn } from './json-list.ts'

async function read(
  bytes: Uint8Array,
  sizes: readonly number[],
): Promise<{ items: readonly string[]; outside: string; most: number }> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0, i = 0; at < bytes.length; i++) {
      const size = sizes[i % sizes.length]!
      yield bytes.subarray(at, at + size)
      at += size
    }
  }
  const items: string[] = []
  const reading = itemsIn(pieces(), 'records')
  let most = 0
  for (;;) {
    const made = await reading.next()
    if (made.done) return { items, outside: made.value, most }
    most = Math.max(most, made.value.length)
    items.push(...made.value)
  }
}
const key = fc.constantFrom('a', 'é', 'records', '"records": [', '\\', '{[', ',')
const { value } = fc.letrec(tie => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string({ unit: 'grapheme' }),
    key,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3 }),
  ),
}))

test(
  'the items of a list are those of JSON.parse, wherever the file is cut into pieces, and ' +
    'what stands around is left',
  async () => {
    const around = fc.dictionary(fc.constantFrom('type', 'é', 'reçords'), value, { maxKeys: 2 })
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(
        around,
        fc.array(value, { maxLength: 6 }),
        around,
        fc.constantFrom(0, 2),
        sizes,
        async (before, records, after, indent, cuts) => {
          const whole = { ...before, records, ...after }
          const { items, outside } = await read(
            Buffer.from(JSON.stringify(whole, null, indent)),
            cuts,
          )
          assert.deepEqual(
            items.map(text => JSON.parse(text)),
            JSON.parse(JSON.stringify(records)),
          )
          assert.deepEqual(
            JSON.parse(outside),
            JSON.parse(JSON.stringify({ ...whole, records: [] })),
          )
        },
      ),
    )
  },
)

test('what is no list, no JSON, or too long for an export is left to be refused', async () => {
  const bad = [
    '{"records":[1,]}',
    '{"records":[,1]}',
    '{"records":[{]}',
    '{"records":[1]',
    '{"records":[1}',
    '{"records":{}',
    '{"records":["a]}',
  ]
  for (const text of bad)
    await assert.rejects(async () => {
      const { items, outside } = await read(Buffer.from(text), [3])
      for (const one of [...items, outside]) JSON.parse(one)
    }, text)
  await assert.rejects(
    read(
      Buffer.concat([Buffer.from('{"records":["'), Buffer.alloc(17 * 1024 * 1024, 97)]),
      [65_536],
    ),
    {
      name: 'BadJson',
    },
  )
  await assert.rejects(read(Buffer.from([0x7b, 0x22, 0xff]), [1]), TypeError)
})

test('no more than what a piece ends is held at once', async () => {
  const records = Array.from({ length: 5_000 }, (_, i) => ({
    id: i,
    fields: { title: `chaise ${i}` },
  }))
  const { items, most } = await read(
    Buffer.from(JSON.stringify({ type: 'place', records })),
    [1_000],
  )
  assert.equal(items.length, 5_000)
  assert.ok(most < 50, `${most} items at once`)
})
