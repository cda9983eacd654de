import assert from 'node:assert/strict'
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { bring, recordId, rowsIn, tempFolder, within } from '../../tests/support/folders.ts'
import { openLog } from '../log/log.ts'
import { openBox, placesIn } from './folder.ts'
import { machineFingerprints, onThisMachine } from './marks.ts'

const idea = (n: number) => ({ type: 'idea', id: recordId(n), fields: { title: `Idée ${n}` } })
const here = new Map([
  ['system', 'a'.repeat(32)],
  ['card', 'b'.repeat(32)],
])

/**
 * The epoch after a start with these marks, and whether the start said that the folder had moved.
 */
function started(
  folder: string,
  marks: ReadonlyMap<string, string>,
): Readonly<{ epoch: string; moved: boolean }> {
  let moved = false
  const log = openLog(placesIn(folder).log, openBox(folder))
  const { epoch } = onThisMachine(folder, log, marks, () => {
    moved = true
  })
  log.db.close()
  return { epoch, moved }
}

test('a new epoch begins when the machine is another one, and only then', () => {
  const folder = tempFolder()
  try {
    const first = started(folder, here)
    assert.equal(first.moved, false)
    assert.deepEqual(started(folder, here), first)
    const fewer = new Map([...here].slice(0, 1))
    assert.deepEqual(started(folder, fewer), first, 'a mark that can’t be read says nothing')
    assert.deepEqual(started(folder, new Map()), first)
    assert.deepEqual(
      started(folder, new Map([...here, ['processor', '12ab']])),
      first,
      'nor does one that was not kept before',
    )
    const other = started(folder, new Map([...here, ['card', 'c'.repeat(32)]]))
    assert.equal(other.moved, true)
    assert.notEqual(other.epoch, first.epoch)
    assert.deepEqual(started(folder, new Map([...here, ['card', 'c'.repeat(32)]])), {
      epoch: other.epoch,
      moved: false,
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
})

const saysNothing = machineFingerprints().size === 0 && 'this machine says nothing of itself'
test('a copied folder writes what follows in feeds of its own, and keeps all that was there', {
  skip: saysNothing,
}, () => {
  const [folder, copy] = [tempFolder(), join(tempFolder(), 'copie')]
  try {
    within(folder, engine => bring(engine, idea(1)))
    cpSync(folder, copy, { recursive: true })
    // The other machine's marks, as its own start would have kept them.
    writeFileSync(
      join(copy, 'marks'),
      readFileSync(join(copy, 'marks'), 'utf8').replace(/ [0-9a-f]{32}/g, ` ${'0'.repeat(32)}`),
    )
    within(folder, engine => bring(engine, idea(2)))
    within(copy, engine => bring(engine, idea(3)))
    const feeds = (of: string) =>
      within(of, engine =>
        engine.log.sql
          .all<{ name: string }>('SELECT name FROM feed WHERE last > 0 ORDER BY no')
          .map(feed => feed.name),
      )
    assert.equal(feeds(folder).length, 1)
    const [old, ...others] = feeds(copy)
    assert.equal(old, feeds(folder)[0])
    assert.equal(others.length, 1)
    assert.notEqual(others[0], old)
    assert.deepEqual(
      rowsIn(copy, 'idea').map(row => (row as { title: string }).title),
      ['Idée 1', 'Idée 3'],
    )
  } finally {
    rmSync(folder, { recursive: true })
    rmSync(join(copy, '..'), { recursive: true })
  }
})

test(
  'marks are kept as hashes: neither the number of the machine nor that of its card stands in ' +
    'the folder',
  () => {
    const folder = tempFolder()
    try {
      started(folder, here)
      const kept = readFileSync(join(folder, 'marks'), 'utf8')
      for (const mark of here.values()) assert.ok(!kept.includes(mark))
      assert.match(kept, /^system [0-9a-f]{32}\ncard [0-9a-f]{32}\n$/)
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
)

test('a machine that says nothing of itself, or only zeros, has no marks and goes on', () => {
  const said: Readonly<Record<string, string>> = {
    '/etc/machine-id': 'uninitialized\n',
    '/proc/cpuinfo': 'Model : x\nSerial\t\t: 0000000000000000\n',
  }
  assert.equal(machineFingerprints(file => said[file]).size, 0)
  assert.deepEqual(
    [
      ...machineFingerprints(file =>
        file === '/proc/cpuinfo' ? 'Serial\t\t: 10000000abcdef01\n' : undefined,
      ),
    ],
    [['processor', '10000000abcdef01']],
  )
  const folder = tempFolder()
  try {
    assert.equal(started(folder, new Map()).moved, false)
    assert.ok(!existsSync(join(folder, 'marks')))
  } finally {
    rmSync(folder, { recursive: true })
  }
})
