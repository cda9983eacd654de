import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { bricks } from '../../src/app/bricks.ts'
import { deliverFrom } from '../../src/engine/delivery.ts'
import { openFolder } from '../../src/files/folder.ts'
import { Bundle } from '../../src/sync/bundle/bundle.ts'
import { LARGEST_PAGE, LARGEST_PAGES_OF_STRANGER } from '../../src/sync/bundle/frames.ts'
import { packed } from '../exchange/carry.ts'
import { forgedBundle, framed, openedParts, type Parts, pageName } from '../exchange/hostile.ts'
import { tempFolder } from '../support/folders.ts'
import { openEngine } from '../support/open-engine.ts'
import { fixedBox, NOON, openMemory, recordId, write } from '../wire/boxes.ts'

/** What a stranger makes: entries of its own, rightly signed, that nobody here asked for. */
async function strangers(): Promise<
  Readonly<{ of: (pages: readonly Uint8Array[], more?: Parts) => Uint8Array; page: Buffer }>
> {
  const box = fixedBox(7)
  const log = openMemory(box)
  for (let n = 1; n <= 40; n++)
    write(log, { record: recordId(n), fields: { title: 'x'.repeat(4_000) } })
  const { pages, manifest } = openedParts(await packed(log))
  return { of: (all, more) => forgedBundle(box, all, manifest, more), page: framed(pages.flat()) }
}

const readOf = async (bytes: Uint8Array, most?: number): Promise<readonly string[]> => {
  const opened = await Bundle.open(bytes, fixedBox(1))
  const read: string[] = []
  for await (const { entries, fault } of opened.pages(most))
    read.push(fault?.code ?? `${entries.length}`)
  return read
}

test(
  'a page of zeros is no page at its first byte, and the third that was made unreadable ends ' +
    'the bundle',
  async () => {
    const { of, page } = await strangers()
    const zeros = Buffer.alloc(LARGEST_PAGE)
    assert.deepEqual(await readOf(of(Array.from({ length: 60 }, () => zeros))), [
      'frames',
      'frames',
      'frames',
    ])
    assert.deepEqual(await readOf(of([zeros, page, zeros, page])), ['frames', '40', 'frames', '40'])
  },
)

test('pages that a journey hurt are left out one by one, however many they are', async () => {
  const { of, page } = await strangers()
  const hurt = Object.fromEntries([0, 1, 2, 3].map(i => [pageName(i), Buffer.from('abîmée')]))
  assert.deepEqual(await readOf(of([page, page, page, page, page], hurt)), [
    'altered',
    'altered',
    'altered',
    'altered',
    '40',
  ])
})

test(
  'of a bundle whose maker is not believed here, no more than 1 MiB is unfolded; of one that ' +
    'is, or with the keeper’s yes, all',
  async () => {
    const { of, page } = await strangers()
    const many = of(Array.from({ length: 60 }, () => page))
    const whole = Math.floor(LARGEST_PAGES_OF_STRANGER / page.length)
    assert.deepEqual(await readOf(many, LARGEST_PAGES_OF_STRANGER), [
      ...Array.from({ length: whole }, () => '40'),
      'swollen',
    ])
    const folder = tempFolder()
    openFolder(folder)
    const engine = openEngine(bricks, fixedBox(1))
    const file = join(folder, 'brought.cocote')
    writeFileSync(file, many)
    const delivered = async (yes: boolean): Promise<number> => {
      const { aside } = await deliverFrom(engine, folder, file, { now: () => NOON, yes })
      return aside.reduce((sum, one) => sum + one.entries, 0)
    }
    assert.equal(await delivered(false), 40 * whole)
    assert.equal(await delivered(true), 40 * 60)
  },
)
