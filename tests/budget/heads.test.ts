import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Entry } from '../../src/core/change.ts'
import { entryById, headById, keepEntry } from '../../src/log/log.ts'
import { recordId } from '../wire/boxes.ts'
import { close, makeBox, openCounted, openPages, turn, withHouse } from './box.ts'
import { Count } from './count.ts'

const MOST_KEPT = 4 * 1024 * 1024
const NONE = {} as Entry
const PLACES = 500
const place = (n: number) => ({
  type: 'place',
  id: recordId(n),
  fields: {
    name: `Fontaine ${n}`,
    kind: 'hall',
    description: 'Un bassin de pierre, à l’ombre.',
    commune: '42195',
  },
})
/** A box with these places, so many in an entry. `entry`: the id of the last entry. */
function boxOf(inAnEntry: number) {
  const held = makeBox()
  const entry = withHouse(held.folder, engine => {
    for (let n = 0; n < PLACES; n += inAnEntry)
      turn(engine, {
        by: 'keeper',
        brick: 'plain',
        command: 'bring',
        input: {
          records: JSON.stringify(Array.from({ length: inAnEntry }, (_, i) => place(n + i))),
        },
      })
    const written = "SELECT max(entry) AS entry FROM write WHERE type = 'place'"
    return Number(engine.log.sql.get(written)?.['entry'])
  })
  return { ...held, entry }
}
/** Units   bytes by which the two pages may differ: words of places nearby. */
const ALIKE = 8_192

test('the page of a place reads no more of an entry of 500 changes than of an entry of one', async () => {
  const [one, many] = [boxOf(1), boxOf(PLACES)]
  try {
    // The server did not write these entries itself: what is kept of them goes.
    keepEntry(NONE, Buffer.alloc(32), MOST_KEPT)
    const [alone, among] = [await readBy(one.folder), await readBy(many.folder)]
    assert.ok(among <= alone + ALIKE, `${among} bytes, ${alone} when the entry has one change`)
    const [head, whole] = [
      inEntry(many, headById),
      // The fault that this guard is for: an entry is read whole to say who wrote.
      inEntry(many, entryById),
    ]
    assert.ok(head <= ALIKE && whole > alone + ALIKE, `${head} bytes, ${whole} of the entry whole`)
  } finally {
    for (const { end } of [one, many]) end()
  }
})

async function readBy(folder: string): Promise<number> {
  const pages = openPages(folder)
  try {
    pages.count.clear()
    await pages.ask(`/annuaire/lieux/${recordId(250)}`)
    return pages.count.bytes
  } finally {
    pages.close()
  }
}

function inEntry(
  { folder, entry }: Readonly<{ folder: string; entry: number }>,
  read: typeof headById | typeof entryById,
): number {
  const count = new Count()
  const engine = openCounted(folder, count)
  try {
    read(engine.log, entry)
    return count.bytes
  } finally {
    close(engine)
  }
}
