import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  bundleFor,
  type Disked,
  lands,
  picture,
  receiptFor,
  recognises,
  withDisk,
} from '../../../tests/exchange/disks.ts'
import { runs, testOnce as test, testAll, testEach } from '../../../tests/support/pass.ts'
import { entryIn, everything, forget, inside, recordId, write } from '../../../tests/wire/boxes.ts'
import { spaceOfFeed } from '../../core/change.ts'
import { sha256 } from '../../log/bytes.ts'
import { writesToForget } from '../../log/forget.ts'
import {
  checkMissingFiles,
  filesMissingIn,
  filesNamed,
  MOST_FILES_ASKED,
} from '../../log/missing-files.ts'
import { decideBox } from '../trust/decisions.ts'
import { Bundle } from './bundle.ts'
import { NOTHING, ownVectors } from './vector.ts'

function twoBoxes(): readonly [Disked, Disked] {
  const [sail, boen] = [withDisk(1), withDisk(2)]
  recognises(sail, boen)
  recognises(boen, sail)
  return [sail, boen]
}
const lacked = ({ log }: Disked): readonly string[] =>
  Object.values(filesMissingIn(log, () => true, 0)).flatMap(files => files.map(([, hash]) => hash))
const noFile = { leaves: () => false }
/** One says what it lacks, the other gives it. */
async function asks(from: Disked, of: Disked): Promise<Bundle> {
  await lands(of, await receiptFor(from, of, ownVectors(from.log)))
  const bytes = await bundleFor(of, from)
  await lands(from, bytes)
  return Bundle.open(bytes, from.log.box)
}

test('a missing file is asked for by its hash, in each space, and comes without its entry', async () => {
  const [sail, boen] = twoBoxes()
  const hashes = [
    picture(sail, recordId(1), 'le four'),
    picture(sail, recordId(2), 'la clé', 'network'),
  ]
  await lands(boen, await bundleFor(sail, boen, noFile))
  assert.deepEqual(lacked(boen).toSorted(), hashes.toSorted())
  const said = await Bundle.open(await receiptFor(boen, sail, ownVectors(boen.log)), sail.log.box)
  const feed = (space: string): string => `${sail.log.box.name}.${sail.log.epoch}.${space}`
  assert.deepEqual(said.manifest.commons.lacks, { [feed('commons')]: [[1, hashes[0]]] })
  assert.deepEqual(said.network?.lacks, { [feed('network')]: [[1, hashes[1]]] })
  const given = await asks(boen, sail)
  assert.deepEqual(
    [given.entries, given.manifest.commons.files.length, given.network?.files.length],
    [0, 1, 1],
  )
  assert.deepEqual([boen.disk, lacked(boen)], [sail.disk, []])
  // Nothing is asked for any more, and nothing is given.
  assert.deepEqual((await asks(boen, sail)).manifest.commons.files, [])
})

test('any box that has a missing file gives it, not only the author of its entry', async () => {
  const [sail, boen, third] = [withDisk(1), withDisk(2), withDisk(3)]
  for (const one of [sail, boen, third])
    recognises(one, ...[sail, boen, third].filter(other => other !== one))
  picture(sail, recordId(1), 'le four')
  await lands(boen, await bundleFor(sail, boen, { since: NOTHING }))
  await lands(third, await bundleFor(sail, third, { since: NOTHING, ...noFile }))
  await asks(third, boen)
  assert.deepEqual(third.disk, boen.disk)
})

test('no file of home, of a dismissed or unknown box, or without a request is taken or given', async () => {
  const [sail, boen] = twoBoxes()
  const [shown, later] = [
    picture(sail, recordId(1), 'le four'),
    picture(sail, recordId(2), 'plus tard'),
  ]
  await lands(boen, await bundleFor(sail, boen, noFile))
  inside(boen.log, () =>
    decideBox(boen.log, { name: sail.log.box.name, dismissed: true, hideSince: 0 }),
  )
  const said = await Bundle.open(await receiptFor(boen, sail, ownVectors(boen.log)), sail.log.box)
  assert.equal(said.manifest.commons.lacks, undefined)
  const all = await bundleFor(sail, boen, {
    since: {
      ...NOTHING,
      lacks: { [`${sail.log.box.name}.${sail.log.epoch}.commons`]: [[1, shown]] },
    },
  })
  await lands(boen, all)
  assert.equal(boen.disk.size, 0)
  // A name that the entry does not bear, and a feed of home, give nothing.
  const feeds = (['commons', 'home'] as const).map(
    space => `${sail.log.box.name}.${sail.log.epoch}.${space}`,
  )
  sail.disk.set(`commons ${'a'.repeat(64)}`, Buffer.from('x'))
  const lacks = {
    [feeds[0]!]: [
      [1, 'a'.repeat(64)],
      [1, later],
    ] as const,
    [feeds[1]!]: [[1, shown]] as const,
  }
  const opened = await Bundle.open(
    await bundleFor(sail, boen, { since: { ...ownVectors(sail.log), lacks } }),
    boen.log.box,
  )
  assert.deepEqual(opened.manifest.commons.files, [])
  // What nobody here lacks is left in the bundle.
  const third = withDisk(3)
  recognises(third, sail)
  await lands(third, await bundleFor(sail, third, { since: ownVectors(sail.log), ...{ lacks } }))
  assert.equal(third.disk.size, 0)
})

test('a file that was given to one paired box goes to no other, whoever asks (law 6)', async () => {
  const [sail, boen, third] = [withDisk(1), withDisk(2), withDisk(3)]
  recognises(sail, boen, third)
  recognises(third, sail)
  recognises(boen, sail)
  const hash = picture(third, recordId(1), 'la clé est chez Basile', 'network')
  await lands(sail, await bundleFor(third, sail))
  assert.ok(sail.disk.has(`network ${hash}`))
  const lacks = { [`${third.log.box.name}.${third.log.epoch}.network`]: [[1, hash]] as const }
  const opened = await Bundle.open(
    await bundleFor(sail, boen, { since: { ...NOTHING, lacks } }),
    boen.log.box,
  )
  assert.deepEqual([opened.manifest.commons.files, opened.network?.files], [[], []])
  // Whose it is may have it back.
  const back = await Bundle.open(
    await bundleFor(sail, third, { since: { ...ownVectors(third.log), lacks } }),
    third.log.box,
  )
  assert.deepEqual(
    [back.manifest.commons.files, back.network?.files.map(file => file.hash)],
    [[], [hash]],
  )
})

test('a file whose name was erased, there or here, is neither asked for nor given', async () => {
  const [sail, boen] = twoBoxes()
  const hashes = [1, 2, 3].map(n => picture(sail, recordId(n), `image ${n}`))
  await lands(boen, await bundleFor(sail, boen, noFile))
  const forgotten = (at: Disked, n: number): void =>
    forget(at.log, writesToForget(at.log, 'need', recordId(n)), recordId(100 + n))
  forgotten(boen, 1)
  assert.deepEqual(lacked(boen).toSorted(), hashes.slice(1).toSorted())
  await lands(sail, await receiptFor(boen, sail, ownVectors(boen.log)))
  forgotten(sail, 2)
  await lands(boen, await bundleFor(sail, boen))
  assert.deepEqual([[...boen.disk.keys()], lacked(boen)], [[`commons ${hashes[2]}`], []])
})

test('a photo that its own box replaced is neither asked for nor given', async () => {
  const [sail, boen] = twoBoxes()
  picture(sail, recordId(1), 'avant')
  await lands(boen, await bundleFor(sail, boen, noFile))
  const present = picture(sail, recordId(1), 'après')
  await lands(boen, await bundleFor(sail, boen, noFile))
  assert.deepEqual(lacked(boen), [present])
  await asks(boen, sail)
  assert.deepEqual([[...boen.disk.keys()], lacked(boen)], [[`commons ${present}`], []])
})

test('in a limited bundle new entries come first, then one missing file at a time until all came', async () => {
  const [sail, boen] = twoBoxes()
  for (let n = 1; n <= 5; n++) picture(sail, recordId(n), `image ${n}`)
  await lands(boen, await bundleFor(sail, boen, noFile))
  write(sail.log, { record: recordId(9), fields: { title: 'Un broyeur' } })
  const left: number[] = []
  for (let meetings = 0; meetings < 6; meetings++) {
    await lands(sail, await receiptFor(boen, sail, ownVectors(boen.log)))
    await lands(boen, await bundleFor(sail, boen, { softLimit: 1 }))
    left.push(lacked(boen).length)
  }
  assert.deepEqual(left, [5, 4, 3, 2, 1, 0])
})

testAll(
  'an entry with more files than a limited bundle holds lands, and the other files are asked ' +
    'for',
  async () => {
    const [sail, boen] = twoBoxes()
    const files = Array.from({ length: 4 }, (_, n) => Buffer.alloc(12 * 1024 * 1024, n))
    const hashes = files.map(bytes => sha256(bytes).toString('hex'))
    for (const [n, bytes] of files.entries()) sail.disk.set(`commons ${hashes[n]}`, bytes)
    write(sail.log, {
      record: recordId(1),
      fields: { pictures: hashes.map(hash => ({ hash, name: 'a.webp' })) },
    })
    const first = await bundleFor(sail, boen, { softLimit: 4 * 1024 * 1024 })
    assert.ok(first.length < 48 * 1024 * 1024)
    await lands(boen, first)
    assert.deepEqual([boen.disk.size, lacked(boen).length], [3, 1])
    await lands(sail, await receiptFor(boen, sail, ownVectors(boen.log)))
    await lands(boen, await bundleFor(sail, boen, { softLimit: 4 * 1024 * 1024 }))
    assert.deepEqual([boen.disk.size, lacked(boen)], [4, []])
    // On a key there is room for all.
    const third = withDisk(3)
    recognises(third, sail)
    await lands(third, await bundleFor(sail, third, { since: NOTHING }))
    assert.deepEqual([third.disk.size, lacked(third)], [4, []])
  },
)

test('a damaged file is not given, and holds back no other', async () => {
  const [sail, boen] = twoBoxes()
  const [hurt, whole] = [
    picture(sail, recordId(1), 'abîmée'),
    picture(sail, recordId(2), 'entière'),
  ]
  await lands(boen, await bundleFor(sail, boen, noFile))
  sail.disk.set(`commons ${hurt}`, Buffer.from('autre chose'))
  await lands(sail, await receiptFor(boen, sail, ownVectors(boen.log)))
  await lands(boen, await bundleFor(sail, boen, { softLimit: 1 }))
  assert.deepEqual([[...boen.disk.keys()], lacked(boen)], [[`commons ${whole}`], [hurt]])
})

test(
  'a list of missing files that is too long starts elsewhere each time: lost files never hide ' +
    'those that somebody has',
  () => {
    const { log } = withDisk(1)
    const files = (from: number) =>
      Array.from({ length: 250 }, (_, n) => ({
        hash: sha256(Buffer.from(`${from + n}`)).toString('hex'),
        name: 'a.webp',
      }))
    for (let n = 0; n < 5; n++)
      write(log, { record: recordId(n), fields: { pictures: files(250 * n) } })
    inside(log, () => checkMissingFiles(log, () => false))
    const asked = (from: number): readonly string[] =>
      Object.values(filesMissingIn(log, () => true, from)).flatMap(all =>
        all.map(([seq, hash]) => `${seq} ${hash}`),
      )
    assert.deepEqual(
      [asked(0).length, new Set([...asked(0), ...asked(1_000)]).size],
      [MOST_FILES_ASKED, 1_250],
    )
  },
)

test(
  'at a start the disk is looked at: what is named and not there is asked for, what is there ' +
    'or named no more is not',
  () => {
    const [sail] = twoBoxes()
    const [lost, back] = [
      picture(sail, recordId(1), 'perdue'),
      picture(sail, recordId(2), 'revenue'),
    ]
    const look = (...there: readonly string[]): readonly string[] => {
      inside(sail.log, () => checkMissingFiles(sail.log, (_space, hash) => there.includes(hash)))
      return lacked(sail).toSorted()
    }
    write(sail.log, {
      record: recordId(3),
      space: 'home',
      fields: { pictures: [{ hash: 'b'.repeat(64), name: 'a.webp' }] },
    })
    assert.deepEqual(look(), [lost, back].toSorted())
    assert.deepEqual(look(back), [lost])
    const before = sail.log.db.prepare('SELECT total_changes() AS n').get()!['n']
    assert.deepEqual(look(back), [lost])
    assert.equal(sail.log.db.prepare('SELECT total_changes() AS n').get()!['n'], before)
    forget(sail.log, writesToForget(sail.log, 'need', recordId(1)), recordId(101))
    assert.deepEqual(look(), [back])
  },
)

testEach(
  'after bundles lost, doubled, in any order, with or without files, one bundle for the missing ' +
    'rest brings all of it',
  async () => {
    const step = fc.oneof(
      fc.record({
        does: fc.constant('writes' as const),
        n: fc.nat(5),
        space: fc.constantFrom('commons', 'network'),
      }),
      fc.record({ does: fc.constant('forgets' as const), n: fc.nat(5), by: fc.nat(1) }),
      fc.record({
        does: fc.constant('packs' as const),
        by: fc.nat(1),
        files: fc.nat(7),
        softLimit: fc.constantFrom(1, 400, undefined),
      }),
      fc.record({ does: fc.constant('lands' as const), which: fc.nat(9), isLast: fc.boolean() }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async steps => {
        const boxes = twoBoxes()
        const [sail, boen] = boxes
        const mail: { to: Disked; bytes: Buffer }[] = []
        // What each record shows; the photos that it replaced are former.
        const shown = new Map<string, string>()
        let writes = 0
        for (const one of steps) {
          if (one.does === 'writes')
            shown.set(
              `${one.space} ${one.n}`,
              picture(sail, recordId(one.n), `image ${writes++}`, one.space),
            )
          if (one.does === 'forgets') {
            const at = boxes[one.by]!
            const names = writesToForget(at.log, 'need', recordId(one.n)).filter(name =>
              name.feed.endsWith('commons'),
            )
            forget(at.log, names, recordId(1_000 + writes++))
          }
          if (one.does === 'packs') {
            const [from, to] = one.by === 0 ? [sail, boen] : [boen, sail]
            const leaves = (hash: string): boolean =>
              (Number.parseInt(hash[0]!, 16) & one.files) > 0
            mail.push({
              to,
              bytes: await bundleFor(from, to, {
                leaves,
                ...(one.softLimit ? { softLimit: one.softLimit } : {}),
              }),
            })
          }
          const brought =
            one.does === 'lands' && mail.at(one.isLast ? -1 : one.which % Math.max(1, mail.length))
          if (brought) await lands(brought.to, brought.bytes)
        }
        await lands(boen, await bundleFor(sail, boen, { since: NOTHING, ...noFile }))
        await asks(boen, sail)
        const named = (at: Disked): Set<string> =>
          new Set(
            everything(at.log).flatMap(feed =>
              feed.flatMap(one => filesNamed(one.flesh).map(hash => `${spaceIn(one)} ${hash}`)),
            ),
          )
        const [there, here] = [named(sail), named(boen)]
        for (const [record, hash] of shown) {
          const file = `${record.split(' ')[0]} ${hash}`
          if (there.has(file) && here.has(file)) assert.ok(boen.disk.has(file), file)
        }
        const isFormer = (hash: string): boolean => ![...shown.values()].includes(hash)
        assert.deepEqual(
          lacked(boen).filter(
            hash => isFormer(hash) || there.has(`commons ${hash}`) || there.has(`network ${hash}`),
          ),
          [],
        )
      }),
      {
        ...runs(8, 24),
        examples: [
          [
            [
              { does: 'writes', n: 0, space: 'network' },
              { does: 'packs', by: 0, files: 0, softLimit: 1 },
              { does: 'writes', n: 0, space: 'network' },
              { does: 'lands', which: 0, isLast: false },
            ],
          ],
        ],
      },
    )
  },
)
const spaceIn = (one: Parameters<typeof entryIn>[0]): string => spaceOfFeed(entryIn(one).feed)
