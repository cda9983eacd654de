import assert from 'node:assert/strict'
import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pid, ppid } from 'node:process'
import { test } from 'node:test'
import { recordId, tempFolder } from '../../tests/support/folders.ts'
import { write } from '../../tests/wire/boxes.ts'
import { boxPem, newBox } from '../log/box.ts'
import { openLog } from '../log/log.ts'
import {
  type FolderFault,
  openBox,
  openFolder,
  placesIn,
  refuseLocked,
  takeLock,
} from './folder.ts'

/** The folder of a box that wrote. */
function written(): string {
  const folder = tempFolder()
  openFolder(folder)
  const log = openLog(placesIn(folder).log, openBox(folder))
  write(log, { record: recordId(1), fields: { title: 'Un four' } })
  log.db.close()
  writeFileSync(placesIn(folder).tables, 'rows')
  return folder
}

test('a key or a log that is lost, hurt or another’s is refused by its name', () => {
  const all: readonly (readonly [FolderFault['code'], (folder: string) => void])[] = [
    ['hurtKey', folder => writeFileSync(placesIn(folder).key, 'garbage')],
    ['hurtKey', folder => truncateSync(placesIn(folder).key, 0)],
    ['lostKey', folder => rmSync(placesIn(folder).key)],
    ['otherKey', folder => writeFileSync(placesIn(folder).key, boxPem(newBox()))],
    ['lostLog', folder => rmSync(placesIn(folder).log)],
    ['lostLog', folder => truncateSync(placesIn(folder).log, 0)],
  ]
  for (const [code, hurt] of all) {
    const folder = written()
    openFolder(folder)
    hurt(folder)
    assert.throws(() => openFolder(folder), { name: 'FolderFault', code, folder })
    openFolder(folder, { puttingBack: true })
  }
})

test('a folder that can’t be made, or where no file can be, is refused by its name', () => {
  for (const folder of [join(placesIn(written()).log, 'x'), '/proc/1/x/y', '/proc'])
    assert.throws(() => openFolder(folder), { name: 'FolderFault', code: 'unwritable', folder })
})

test('a lock counts while the process that wrote it lives, not when another has its number', () => {
  const folder = tempFolder()
  const { lock } = placesIn(folder)
  const release = takeLock(folder)
  const mine = readFileSync(lock, 'utf8')
  release()
  assert.equal(existsSync(lock), false)
  // The process that runs this one lives, and was born at another time.
  const left = [
    mine.replace(/^\d+/, String(ppid)),
    mine.replace(/^\d+/, String(2 ** 22 + 1)),
    '',
    'x',
  ]
  for (const dead of left) {
    writeFileSync(lock, dead)
    refuseLocked(folder)
    takeLock(folder)()
  }
  writeFileSync(lock, String(ppid))
  assert.throws(() => refuseLocked(folder), { code: 'locked' })
  writeFileSync(lock, String(pid))
  refuseLocked(folder)
})
