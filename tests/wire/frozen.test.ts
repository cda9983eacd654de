import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Bundle } from '../../src/sync/bundle/bundle.ts'
import type { Tip } from '../../src/sync/bundle/vector.ts'
import { delivered, trusting } from '../exchange/carry.ts'
import { deliver, fixedBox, openMemory, stateOf } from './boxes.ts'
import { boundedBundle, freshBundle, frozenFile, releases, rowsOf, thisRelease } from './frozen.ts'
import { vectors } from './vectors.ts'

const frozen = (version: string): Buffer => readFileSync(frozenFile(version, 'cocote'))
type Rows = {
  reader: { taken: number; isSealed: boolean; fields: object }
  stranger: { taken: number; isSealed: boolean }
}
const rows = (version: string): Rows =>
  JSON.parse(readFileSync(frozenFile(version, 'json'), 'utf8')) as Rows

test('this release has its bundle', () => {
  assert.ok(
    releases().includes(thisRelease()),
    `run \`npm run freeze\`: release ${thisRelease()} has no bundle in tests/wire/`,
  )
})

for (const version of releases())
  test(
    `the bundle of release ${version} opens as on its first day, and gives exactly the same ` +
      'rows',
    async () => {
      assert.deepEqual(await rowsOf(frozen(version)), rows(version))
      const { reader, stranger } = rows(version)
      assert.ok(
        reader.taken > stranger.taken && !reader.isSealed && stranger.isSealed,
        'the network is sealed, and opened by one box',
      )
    },
  )

test(
  'the first bundle holds the entries of docs/wire-format.md that leave, and comes to what ' +
    'they come to',
  async () => {
    const reader = openMemory(fixedBox(3))
    await delivered(reader, frozen('0.1.0-1'), trusting(reader, fixedBox(1).name, fixedBox(2).name))
    const all = openMemory(fixedBox(4))
    for (const { bytes, signature, flesh, entry } of vectors())
      if (!entry.feed.endsWith('.home')) deliver(all, { bytes, signature, flesh })
    assert.deepEqual(stateOf(reader), stateOf(all))
  },
)

test('what this code would freeze today comes to the same rows as what this release froze', async () => {
  const { reader, stranger } = (await rowsOf(await freshBundle())) as Rows
  const held = rows(thisRelease())
  assert.deepEqual(
    { reader, stranger },
    { reader: held.reader, stranger: held.stranger },
    'new entries of frozen.ts belong to a new version',
  )
})

test(
  'the bounded bundle says all that a manifest can, for the box that it was sealed for; what ' +
    'this code would make of it today says the same',
  async () => {
    const told = async (bytes: Uint8Array) => {
      const opened = await Bundle.open(bytes, fixedBox(3))
      opened.close()
      const { commons, network } = opened.manifest
      const [first, third] = [fixedBox(1).name, fixedBox(3).name]
      assert.ok(network && opened.network)
      assert.deepEqual(Object.keys(commons.hollow ?? {}), [`${first}.0123456789abcdef.commons`])
      assert.deepEqual(Object.keys(commons.lacks ?? {}), [`${third}.0000000000000003.commons`])
      assert.deepEqual(
        [opened.network.to, opened.network.takes],
        [third, [first, third].toSorted()],
      )
      const [[[upTo]], [[held]]] = [
        Object.values(opened.network.upTo ?? {}),
        Object.values(opened.network.after),
      ] as [[[Tip]], [[Tip]]]
      assert.ok(upTo[0] === opened.network.entries && upTo[0] < held[0], `${upTo} of ${held}`)
      assert.equal(commons.upTo, undefined)
      assert.deepEqual(
        [Object.keys(commons.asks ?? {}), opened.network.asks],
        [[`${first}.0123456789abcdef.commons`], {}],
      )
      const { pages, ...said } = opened.network
      return [{ ...commons, pages: [] }, said, pages.map(({ name, entries }) => [name, entries])]
    }
    assert.deepEqual(await told(frozen('0.1.0-2')), await told(await boundedBundle()))
  },
)

test('what is frozen is never frozen again', () => {
  const before = frozen(thisRelease())
  const again = spawnSync(
    process.execPath,
    [fileURLToPath(new URL('./freeze.ts', import.meta.url))],
    { encoding: 'utf8' },
  )
  assert.deepEqual([again.status, again.stderr.includes('is frozen')], [1, true])
  assert.deepEqual(frozen(thisRelease()), before)
})
