import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Signed } from '../../src/core/change.ts'
import { hashText, sha256 } from '../../src/log/bytes.ts'
import type { Log } from '../../src/log/log.ts'
import { BundleFault } from '../../src/sync/intake/fault.ts'
import { QUOTA } from '../../src/sync/trust/trust.ts'
import { BadArchive } from '../../src/zip/read.ts'
import { chanceFrom } from '../faults/chance.ts'
import { seeds, testOnce } from '../support/pass.ts'
import { fixedBox, openMemory, recordId, stateOf, write } from '../wire/boxes.ts'
import { delivered, packed, trusting } from './carry.ts'
import { forgedBundle, framed, openedParts, pageName, signedBundle } from './hostile.ts'
import { hurtEntries } from './whole.ts'

/** A bundle is somebody else's bytes. A seed that fails is named. */
const SEEDS = seeds(400, 100_000, 1_000_000)
const MOST_MEMORY = 300 * 1024 * 1024

const sail = openMemory(fixedBox(1))
const boen = openMemory(fixedBox(2))
for (let n = 1; n <= 2; n++) write(boen, { record: recordId(n), fields: { title: `à Boën ${n}` } })
await delivered(sail, await packed(boen), trusting(sail, boen))
for (let n = 1; n <= 2; n++)
  write(sail, { record: recordId(n), fields: { title: `à Sail ${n}`, text: 'x'.repeat(n * 40) } })
const stranger = fixedBox(7)
const good = await packed(sail)
const whole = openedParts(good)

/**
 * What is left in the file is what every door lets in, chained and signed. What was found whole
 * once, row by row, is looked at no more.
 */
function isWhole(log: Log): void {
  const tables = log.sql.all<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name",
  )
  const rows = hashText(
    sha256(
      Buffer.from(
        JSON.stringify(
          tables.map(({ name }) => log.sql.all(`SELECT * FROM ${name}`)),
          asText,
        ),
      ),
    ),
  )
  if (foundWhole.has(rows)) return
  assert.deepEqual(hurtEntries(log), [])
  foundWhole.add(rows)
}
const foundWhole = new Set<string>()
const asText = (_key: string, value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value

/**
 * One box reads them all, each as its first one: what a bundle brought is looked at, then taken
 * back.
 */
const reader = openMemory(fixedBox(9))
const trust = trusting(reader, sail, boen)
const changes = (): number => reader.sql.get<{ n: number }>('SELECT total_changes() AS n')!.n

/** What came of it: the name of the error that refused the whole, or nothing. */
async function brought(bytes: Uint8Array): Promise<string | undefined> {
  const before = changes()
  reader.db.exec('BEGIN')
  try {
    await delivered(reader, bytes, trust, { quota: QUOTA }, takes => takes())
    isWhole(reader)
    return undefined
  } catch (error) {
    if (!(error instanceof BadArchive || error instanceof BundleFault)) throw error
    assert.equal(changes(), before, 'what is refused has written nothing')
    return `${error.name} ${error.code}`
  } finally {
    reader.db.exec('ROLLBACK')
  }
}

type Chance = (below: number) => number

/**
 * Bytes changed anywhere: flipped, cut, doubled, taken out, overwritten with numbers that say too
 * much.
 */
function hurt(bytes: Uint8Array, chance: Chance): Buffer {
  let out = Buffer.from(bytes)
  for (let i = chance(4); i >= 0; i--) {
    const at = chance(out.length)
    const length = 1 + chance(40)
    const how = chance(6)
    if (how <= 1) out[at] = out[at]! ^ (1 << chance(8))
    else if (how === 2) out = out.subarray(0, at + 1)
    else if (how === 3)
      out = Buffer.concat([out.subarray(0, at), out.subarray(at, at + length), out.subarray(at)])
    else if (how === 4)
      out = Buffer.concat([out.subarray(0, at), out.subarray(Math.min(out.length, at + length))])
    else out.fill(chance(2) === 0 ? 0xff : 0, at, Math.min(out.length, at + 4))
    if (out.length === 0) out = Buffer.from([0])
  }
  return out
}

const ODD: readonly unknown[] = [
  null,
  -1,
  0,
  1e308,
  2 ** 53,
  'x',
  '',
  [],
  {},
  [[[[[[[[[]]]]]]]]],
  true,
  '../../etc/passwd',
  'a'.repeat(5_000),
]
/** One value of the manifest replaced by something odd, wherever it stands. */
function oddly(json: unknown, chance: Chance): unknown {
  if (typeof json !== 'object' || json === null || chance(4) === 0) return ODD[chance(ODD.length)]
  if (Array.isArray(json))
    return json.length === 0
      ? [ODD[chance(ODD.length)]]
      : json.with(chance(json.length), oddly(json[0], chance))
  const keys = Object.keys(json)
  const key = keys[chance(keys.length)] ?? 'x'
  return { ...json, [key]: oddly((json as Record<string, unknown>)[key], chance) }
}

function shuffled(page: readonly Signed[], chance: Chance): Signed[] {
  const out = [...page]
  for (let i = 0; i < 3; i++) {
    const [taken] = out.splice(chance(out.length), 1)
    if (taken) out.splice(chance(out.length + 1), 0, taken)
  }
  return chance(3) === 0 ? [...out, ...out] : out
}

/** What a box that we trust could send, its manifest rightly signed. */
function forged(chance: Chance): Uint8Array {
  const box = chance(2) === 0 ? sail.box : stranger
  const page = whole.pages[0]!
  const how = chance(5)
  if (how === 0)
    return forgedBundle(box, [hurt(framed(page), chance)], { ...whole.manifest, box: box.name })
  if (how === 1)
    return forgedBundle(box, [framed(shuffled(page, chance))], { ...whole.manifest, box: box.name })
  if (how === 2) {
    const at = chance(page.length)
    const one = page[at]!
    const which = chance(3)
    const changed: Signed = {
      bytes: which === 0 ? hurt(one.bytes, chance) : one.bytes,
      signature: which === 1 ? Buffer.alloc(64, chance(256)) : one.signature,
      flesh:
        which === 2
          ? one.flesh.map(piece => ({
              ...piece,
              value: hurt(Buffer.from(piece.value), chance).toString('latin1'),
            }))
          : one.flesh,
    }
    return forgedBundle(box, [framed(page.with(at, changed))], { ...whole.manifest, box: box.name })
  }
  if (how === 3)
    return signedBundle(box, oddly({ ...whole.manifest, box: box.name }, chance), {
      [pageName(0)]: framed(page),
    })
  return signedBundle(
    box,
    hurt(Buffer.from(JSON.stringify({ ...whole.manifest, box: box.name })), chance).toString(
      'latin1',
    ),
    {},
  )
}

test(`${SEEDS.length} mutated bundles: named errors only, nothing half written, memory bounded`, async () => {
  const answers = new Map<string, number>()
  for (const seed of SEEDS) {
    const chance = chanceFrom(seed).below
    const bytes = chance(2) === 0 ? hurt(good, chance) : forged(chance)
    try {
      const refused = (await brought(bytes)) ?? 'taken'
      answers.set(refused, (answers.get(refused) ?? 0) + 1)
    } catch (error) {
      throw new Error(`seed ${seed}`, { cause: error })
    }
  }
  assert.ok((answers.get('taken') ?? 0) > SEEDS.length / 20, JSON.stringify([...answers]))
  for (const expected of [
    'BadArchive cut',
    'BadArchive damaged',
    'BundleFault manifest',
    'BundleFault unsigned',
  ])
    assert.ok(answers.has(expected), `${expected} among ${JSON.stringify([...answers])}`)
  assert.ok(foundWhole.size > 5, 'bundles were taken in part')
  assert.ok(
    process.memoryUsage().rss < MOST_MEMORY,
    `${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB`,
  )
})

testOnce(
  'a page that unfolds without end, and one that announces more than it holds, stop at ' +
    'their own door',
  async () => {
    const page = framed(whole.pages[0]!)
    const announcing = Buffer.from(page)
    announcing.writeUInt32BE(0xffffffff, 0)
    for (const [bad, fault] of [
      [Buffer.alloc(400 * 1024 * 1024), 'swollen'],
      [announcing, 'frames'],
    ] as const) {
      const log = openMemory(fixedBox(9))
      const report = await delivered(
        log,
        forgedBundle(sail.box, [bad, page], whole.manifest),
        trusting(log, sail, boen),
      )
      assert.deepEqual(report.faults, [`${fault} ${pageName(0)}`])
      assert.deepEqual(stateOf(log), stateOf(sail))
    }
  },
)

testOnce('names that lead out of the folder, or come twice, refuse the whole', async () => {
  for (const name of ['../box.key', '/etc/passwd', 'C:\\a', 'commons/../../x'])
    assert.equal(
      await brought(signedBundle(sail.box, whole.manifest, { [name]: Buffer.from('x') })),
      'BadArchive path',
    )
})

testOnce('a neighbour brings its quota and no more; the rest comes with a yes', async () => {
  const log = openMemory(fixedBox(9))
  const trust = trusting(log, sail, boen)
  const some = await delivered(log, good, trust, { quota: { entries: 3, bytes: 1e6 } })
  assert.deepEqual([some.taken, some.isFull], [3, true])
  isWhole(log)
  const heavy = await delivered(openMemory(fixedBox(8)), good, trust, {
    quota: { entries: 100, bytes: 900 },
  })
  assert.equal(heavy.isFull, true)
  await delivered(log, good, trust)
  assert.deepEqual(stateOf(log), stateOf(sail))
})
