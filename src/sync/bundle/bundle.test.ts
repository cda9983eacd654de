import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Unzip, UnzipPassThrough, unzipSync } from 'fflate'
import { delivered, packed, trusting } from '../../../tests/exchange/carry.ts'
import { runs, testOnce as test, testEach } from '../../../tests/support/pass.ts'
import {
  entryIn,
  everything,
  fixedBox,
  forget,
  inside,
  NOON,
  openMemory,
  recordId,
  stateOf,
  write,
} from '../../../tests/wire/boxes.ts'
import { BOXES, play, scenario } from '../../../tests/wire/scenario.ts'
import { writesToForget } from '../../log/forget.ts'
import { ingest } from '../../log/ingest.ts'
import { type Log, ownFeed, row } from '../../log/log.ts'
import { missingValuesIn } from '../../log/missing-values.ts'
import { BundleFault } from '../intake/fault.ts'
import { emptyCounts, takePage } from '../intake/take.ts'
import { UNLIMITED } from '../trust/trust.ts'
import { Bundle } from './bundle.ts'
import { entriesOfPage } from './frames.ts'
import { NOTHING, ownVectors, type PeerHoldings, unionOf } from './vector.ts'

const titleOf = (log: Log, n = 1, space: 'commons' | 'network' = 'commons') =>
  row(log, 'need', recordId(n), space).get('title')?.shown?.value

function twoBoxes() {
  const [sail, boen] = [openMemory(fixedBox(1)), openMemory(fixedBox(2))]
  write(sail, { record: recordId(1), fields: { title: 'Je cherche des palettes' } })
  write(sail, { record: recordId(2), space: 'network', fields: { title: 'canari du réseau' } })
  write(sail, { record: recordId(3), space: 'home', fields: { title: 'canari de la maison' } })
  return { sail, boen }
}

test('an empty box that takes a bundle shows the same rows; a second delivery changes nothing', async () => {
  const { sail, boen } = twoBoxes()
  const bytes = await packed(sail)
  const first = await delivered(boen, bytes, trusting(boen, sail))
  assert.deepEqual([first.taken, first.held, first.faults, first.isSealed], [1, 0, [], false])
  assert.equal(titleOf(boen), 'Je cherche des palettes')
  const before = everything(boen)
  const again = await delivered(boen, bytes, trusting(boen, sail))
  assert.deepEqual([again.taken, again.held], [0, 1])
  assert.deepEqual(everything(boen), before)
})

test('law 9: a bundle made in any year is taken, also outside the years that a ZIP can hold', async () => {
  for (const now of [-1, 0, Date.UTC(1979, 11, 31), Date.UTC(2100, 0, 1), 8.64e15]) {
    const { sail, boen } = twoBoxes()
    const { taken, faults } = await delivered(
      boen,
      await packed(sail, { now }),
      trusting(boen, sail),
    )
    assert.deepEqual([taken, faults], [1, []], `${now}`)
  }
})

test('entries travel as the bytes that were signed', async () => {
  const { sail, boen } = twoBoxes()
  await delivered(boen, await packed(sail), trusting(boen, sail))
  assert.deepEqual(
    everything(boen),
    everything(sail).filter(feed => entryIn(feed[0]!).feed.endsWith('.commons')),
  )
})

test(
  'no bundle holds entries of home; only a bundle encrypted for a box holds entries of the ' +
    'network',
  async () => {
    const { sail, boen } = twoBoxes()
    for (const names of [[], [boen.box.name]]) {
      const bytes = await packed(sail, { for: names })
      const open = [
        bytes,
        ...Object.entries(unzipSync(bytes)).flatMap(([name, part]) =>
          name.endsWith('.zst') ? unfolded(part) : [part],
        ),
      ]
      const texts = open.map(part => Buffer.from(part).toString('latin1'))
      for (const canary of ['canari', `${sail.epoch}.home`, `${sail.epoch}.network`])
        assert.ok(
          !texts.some(text => text.includes(Buffer.from(canary).toString('latin1'))),
          canary,
        )
    }
    assert.deepEqual(Object.keys(unzipSync(await packed(sail))).sort(), [
      'commons/000001.zst',
      'manifest.json',
      'manifest.sig',
    ])
  },
)
const unfolded = (part: Uint8Array): Uint8Array[] =>
  entriesOfPage(part, '').flatMap(({ bytes, flesh }) => [
    bytes,
    ...flesh.map(({ value }) => Buffer.from(value)),
  ])

test('the network section opens for its receiver alone, and holds only entries of its author', async () => {
  const { sail, boen } = twoBoxes()
  const third = openMemory(fixedBox(3))
  const bytes = await packed(sail, { for: [boen.box.name] })
  assert.equal((await delivered(third, bytes, trusting(third, sail))).isSealed, true)
  assert.equal(titleOf(third, 2, 'network'), undefined)
  assert.equal((await delivered(boen, bytes, trusting(boen, sail))).isSealed, false)
  assert.equal(titleOf(boen, 2, 'network'), 'canari du réseau')
  await delivered(third, await packed(boen, { for: [third.box.name] }), trusting(third, sail, boen))
  assert.equal(titleOf(third, 2, 'network'), undefined)
  assert.equal(titleOf(third), 'Je cherche des palettes')
})

test(
  'what a neighbour erased for itself stays on the card that wrote it; its other card asks for ' +
    'it, and takes it from a neighbour that has it',
  async () => {
    const [card, other] = [openMemory(fixedBox(1)), openMemory(fixedBox(1))]
    const [boen, feurs] = [openMemory(fixedBox(2)), openMemory(fixedBox(3))]
    const brings = async (from: Log, to: Log, since = NOTHING) =>
      delivered(to, await packed(from, { for: [to.box.name], since }), trusting(to, from))
    write(card, { record: recordId(2), space: 'network', fields: { title: 'mot du réseau' } })
    await brings(card, boen)
    await brings(card, feurs)
    forget(boen, writesToForget(boen, 'need', recordId(2)), recordId(9), 'network')
    await brings(boen, card)
    await brings(boen, other)
    assert.equal(titleOf(card, 2, 'network'), 'mot du réseau')
    assert.equal(titleOf(other, 2, 'network'), undefined)
    const hollow = missingValuesIn(other, () => true)
    assert.deepEqual(hollow, { [ownFeed(card, 'network')]: [1] })
    await brings(feurs, other, { ...ownVectors(other), hollow })
    assert.equal(titleOf(other, 2, 'network'), 'mot du réseau')
    assert.deepEqual(
      missingValuesIn(other, () => true),
      {},
    )
  },
)

test('a bundle for a known vector carries the missing entries, or nothing', async () => {
  const { sail, boen } = twoBoxes()
  await delivered(boen, await packed(sail), trusting(boen, sail))
  const known = ownVectors(boen)
  assert.deepEqual(
    (await Bundle.open(await packed(sail, { since: known }), boen.box)).manifest.commons.pages,
    [],
  )
  write(sail, { record: recordId(1), fields: { title: 'Je cherche dix palettes' } })
  const brought = await delivered(boen, await packed(sail, { since: known }), trusting(boen, sail))
  assert.deepEqual([brought.taken, brought.held], [1, 0])
  assert.equal(titleOf(boen), 'Je cherche dix palettes')
})

test('the manifest gives the entries of the bundle, its receiver, and the vector of its box', async () => {
  const { sail, boen } = twoBoxes()
  const { manifest } = await Bundle.open(await packed(sail, { now: NOON }), boen.box)
  assert.deepEqual(
    [manifest.box, manifest.made, manifest.commons.entries],
    [sail.box.name, NOON, 1],
  )
  assert.deepEqual(
    [manifest.commons.before, manifest.commons.after],
    [NOTHING.commons, ownVectors(sail).commons],
  )
})

testEach('each entry is sent after the entries that it has seen, across feeds', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async steps => {
      const log = openMemory(BOXES[0])
      for (const signed of play(steps).flat()) inside(log, () => ingest(log, signed))
      const opened = await Bundle.open(await packed(log), log.box)
      const given = new Set<string>()
      for await (const { entries } of opened.pages())
        for (const signed of entries) {
          const entry = entryIn(signed)
          for (const { feed, seq } of entry.seen)
            assert.ok(!feed.endsWith('.commons') || given.has(`${feed} ${seq}`))
          assert.ok(entry.seq === 1 || given.has(`${entry.feed} ${entry.seq - 1}`))
          given.add(`${entry.feed} ${entry.seq}`)
        }
    }),
    runs(8, 25),
  )
})

testEach(
  'bundles in any order and number give the same rows as all entries at once (law 4)',
  async () => {
    await fc.assert(
      fc.asyncProperty(scenario, fc.array(fc.nat(2), { maxLength: 6 }), async (steps, order) => {
        const feeds = play(steps)
        const givers = BOXES.map(box => openMemory(box))
        for (const signed of feeds.flat())
          for (const log of givers)
            if (entryIn(signed).feed.startsWith(log.box.name))
              inside(log, () => ingest(log, signed))
        const reader = openMemory(fixedBox(9))
        for (const at of [...order, 0, 1, 2])
          await delivered(
            reader,
            await packed(givers[at]!, { for: [reader.box.name] }),
            trusting(reader, ...givers),
          )
        const all = openMemory(fixedBox(8))
        for (const signed of feeds.flat()) inside(all, () => ingest(all, signed))
        assert.deepEqual(stateOf(reader), stateOf(all))
      }),
      runs(6, 16),
    )
  },
)

test('any ZIP tool opens a bundle, reading from its beginning', async () => {
  const names: string[] = []
  const unzip = new Unzip(file => names.push(file.name))
  unzip.register(UnzipPassThrough)
  unzip.push(await packed(twoBoxes().sail), true)
  assert.deepEqual(names, ['commons/000001.zst', 'manifest.json', 'manifest.sig'])
})

test(
  'files travel by their hash, plain in the commons, encrypted in the network; a damaged file ' +
    'is not taken',
  async () => {
    const { sail, boen } = twoBoxes()
    const file = {
      hash: '20c0b0d8a0d22be74b5b51fc9ea5dc5ab8b4d3b4a51e65f3f1f4aebbd9f0f5e4',
      bytes: Buffer.from('une image'),
    }
    const { sha256 } = await import('../../log/bytes.ts')
    const hash = sha256(file.bytes).toString('hex')
    for (const space of ['commons', 'network'] as const)
      write(sail, {
        record: recordId(7),
        space,
        fields: {
          pictures: [
            { hash, name: 'a.png' },
            { hash: file.hash, name: 'b.png' },
          ],
        },
      })
    const held = (_space: string, of: string) =>
      of === hash || of === file.hash ? file.bytes : undefined
    const opened = await Bundle.open(
      await packed(sail, { for: [boen.box.name], file: held }),
      boen.box,
    )
    for (const space of ['commons', 'network'] as const) {
      assert.deepEqual(Buffer.from((await opened.file(space, hash))!), file.bytes)
      assert.equal(await opened.file(space, file.hash), undefined)
    }
  },
)

test('law 8: a damaged entry stops its own feed, and the rest of the page is taken', () => {
  const { sail, boen } = twoBoxes()
  const marcilly = openMemory(fixedBox(3))
  for (const n of [4, 5])
    write(marcilly, { record: recordId(n), fields: { title: 'Je prête une échelle' } })
  const [first, second] = everything(marcilly).flat()
  const [good] = everything(sail)
    .filter(feed => entryIn(feed[0]!).feed.endsWith('.commons'))
    .flat()
  const hurt = { ...first!, signature: Uint8Array.from(first!.signature, byte => byte ^ 1) }
  const report = emptyCounts()
  inside(boen, () =>
    takePage(boen, [hurt, second!, good!], {
      trust: trusting(boen, sail, marcilly),
      quota: UNLIMITED,
      now: NOON,
      report,
    }),
  )
  assert.deepEqual(
    [report.taken, report.isFull, [...report.stopped.values()].map(one => one.why)],
    [1, false, ['damaged']],
  )
  assert.equal(titleOf(boen), 'Je cherche des palettes')
})

test('an altered page is left out alone: its feed stops before it, every other goes on (law 8)', async () => {
  const [sail, boen, third] = [
    openMemory(fixedBox(1)),
    openMemory(fixedBox(2)),
    openMemory(fixedBox(3)),
  ]
  write(boen, { record: recordId(50), fields: { title: 'de Boën' } })
  await delivered(sail, await packed(boen), trusting(sail, boen))
  for (let n = 1; n <= 8; n++)
    write(sail, { record: recordId(n), fields: { title: String(n).repeat(60_000) } })
  const bytes = await packed(sail)
  const second = bytes.indexOf('commons/000002.zst') + 60
  bytes[second]! ^= 255
  const brought = await delivered(third, bytes, trusting(third, sail, boen))
  assert.deepEqual(brought.faults, ['altered commons/000002.zst'])
  assert.deepEqual(
    [...brought.stopped.values()].map(one => one.why),
    ['gap'],
  )
  assert.equal(titleOf(third, 50), 'de Boën')
  assert.ok(titleOf(third, 1))
  assert.ok(!titleOf(third, 8))
  await delivered(
    third,
    await packed(sail, { since: ownVectors(third) }),
    trusting(third, sail, boen),
  )
  assert.deepEqual(stateOf(third), stateOf(sail))
})

test('a file that is no bundle, or that another box signed, is refused with its code', async () => {
  const { sail, boen } = twoBoxes()
  const { zipSync } = await import('fflate')
  const parts = unzipSync(await packed(sail))
  const manifest = JSON.parse(Buffer.from(parts['manifest.json']!).toString()) as Record<
    string,
    unknown
  >
  const code = async (change: (all: Record<string, Uint8Array>) => void): Promise<string> => {
    const all = { ...parts }
    change(all)
    const error = await Bundle.open(zipSync(all), boen.box).then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    assert.ok(error instanceof BundleFault)
    return error.code
  }
  const saying = (more: object) => (all: Record<string, Uint8Array>) => {
    all['manifest.json'] = Buffer.from(JSON.stringify({ ...manifest, ...more }))
  }
  assert.equal(await code(all => delete all['manifest.json']), 'notBundle')
  assert.equal(await code(all => delete all['manifest.sig']), 'unsigned')
  assert.equal(await code(saying({ kind: 'autre' })), 'notBundle')
  assert.equal(await code(saying({ format: 2 })), 'newer')
  assert.equal(await code(saying({ box: boen.box.name })), 'unsigned')
  assert.equal(await code(saying({ box: 7 })), 'manifest')
  assert.equal(await code(saying({ made: -1 })), 'unsigned')
  const commons = manifest['commons'] as { pages: unknown[] }
  const { signedBundle } = await import('../../../tests/exchange/hostile.ts')
  const twice = signedBundle(
    sail.box,
    { ...manifest, commons: { ...commons, pages: [...commons.pages, ...commons.pages] } },
    {},
  )
  for (const signed of [twice, signedBundle(sail.box, { ...manifest, made: -1 }, {})])
    await assert.rejects(
      Bundle.open(signed, boen.box),
      (error: unknown) => error instanceof BundleFault && error.code === 'manifest',
    )
})

test(
  'a limited bundle says how far it goes; asked on from there, page by page, every entry comes, ' +
    'none twice',
  async () => {
    const { sail, boen } = twoBoxes()
    for (let n = 10; n < 40; n++)
      write(sail, {
        record: recordId(n),
        space: n % 3 ? 'commons' : 'network',
        fields: { title: `${n}`.repeat(50) },
      })
    let asks = NOTHING
    let left: PeerHoldings | undefined = NOTHING
    let [bundles, taken] = [0, 0]
    for (; left; bundles++) {
      left = undefined
      const bytes = await packed(sail, {
        since: asks,
        for: [boen.box.name],
        softLimit: 500,
        offered: (upTo, isMore) => (left = isMore ? upTo : undefined),
      })
      const opened = await Bundle.open(bytes, boen.box)
      assert.deepEqual(
        opened.manifest.commons.upTo ?? opened.manifest.commons.after,
        (left ?? ownVectors(sail)).commons,
      )
      assert.ok(opened.entries > 0 && opened.entries < 8)
      const brought = await delivered(boen, bytes, trusting(boen, sail))
      assert.equal(brought.held, 0)
      taken += brought.taken
      asks = left ?? asks
    }
    assert.deepEqual([taken, bundles > 5], [32, true])
    assert.deepEqual(
      [titleOf(boen, 39, 'network'), titleOf(boen, 38)],
      ['39'.repeat(50), '38'.repeat(50)],
    )
  },
)

test('entries that were offered and set aside do not hold back the entries after them', async () => {
  const { sail, boen } = twoBoxes()
  const third = openMemory(fixedBox(3))
  for (let n = 10; n < 20; n++)
    write(third, { record: recordId(n), fields: { title: `${n}`.repeat(50) } })
  await delivered(sail, await packed(third), trusting(sail, third))
  let upTo: PeerHoldings | undefined = NOTHING
  for (let rounds = 0; upTo && rounds < 20; rounds++) {
    const since = { commons: unionOf(ownVectors(boen).commons, upTo.commons), network: {} }
    upTo = undefined
    await delivered(
      boen,
      await packed(sail, {
        since,
        softLimit: 300,
        offered: (at, isMore) => (upTo = isMore ? at : undefined),
      }),
      trusting(boen, sail),
    )
  }
  assert.equal(upTo, undefined)
  assert.equal(titleOf(boen), 'Je cherche des palettes')
  assert.equal(titleOf(boen, 10), undefined)
})
