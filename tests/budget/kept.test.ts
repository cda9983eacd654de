import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { MOST_KEPT } from '../../src/app/served-data.ts'
import { Kept } from '../../src/core/kept.ts'
import { measureAfter } from './after.ts'
import { makeBox } from './box.ts'
import { held } from './hold.ts'
import { keepsTo } from './keeps.ts'
import { measure } from './measure.ts'
import { withKeeping } from './memory.ts'

/** What stays: a record on the disk, what pages leave in memory, and a page after a notice. */

const measured = await measure('file', 'memory', 'after')
const box = makeBox(200)
after(box.end)

test('no record takes more of a file than its budget', t => keepsTo(t, 'file', measured.file!))

/** Units   bytes, of a process. */
const BOUND = 8 * 1024 * 1024
test('what is kept of every page takes no more than its budget', t => {
  assert.ok(MOST_KEPT <= BOUND)
  keepsTo(t, 'memory', measured.memory!)
})

test('no page asks more after a notice than its budget, and most ask nothing', t =>
  keepsTo(t, 'after', measured.after!))

test('planted: pages that hear of no record but of a write ask again', async () => {
  const { faults } = held('after', await measureAfter(box.folder, false))
  for (const page of ['place', 'group', 'project', 'event', 'agenda', 'directory'])
    assert.match(
      faults.join('\n'),
      new RegExp(`${page}: statements is \\d+, above its budget of 0`),
    )
})

/** Units   bytes. Ten such pages fit. */
const SMALL = 512 * 1024
test('ten times as many pages as fit are asked, and what is kept stays under its bound', () => {
  const small = new Kept(SMALL)
  return withKeeping(box.folder, small, async ({ ask }) => {
    let most = 0
    for (let n = 0; n < 10 * Math.max(5, most); n++) {
      await ask(`/annuaire?n=${n}`)
      assert.ok(small.size <= SMALL, `${small.size} bytes after ${n} pages`)
      most = Math.max(most, small.count)
    }
    assert.ok(most > 2 && small.count > 2, `${small.count} of ${most}`)
  })
})
