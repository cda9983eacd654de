import assert from 'node:assert/strict'
import { existsSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { bring, recordId, tempFolder, turn, within } from '../../tests/support/folders.ts'
import type { Space } from '../core/schema.ts'
import { copyFiles, dropUnnamed, readFile, storeFile, sweepFiles, YOUNG_MS } from './files.ts'
import { placesIn } from './folder.ts'

test('a file that no value names is deleted, but not before the turn that may name it', () => {
  const folder = tempFolder()
  try {
    within(folder, engine => {
      const [kept, left] = ['gardé', 'laissé'].map(text =>
        storeFile(folder, 'home', Buffer.from(text), { name: 'notes.txt', type: 'text/plain' }),
      )
      const here = () => readdirSync(join(placesIn(folder).files, 'home')).sort()
      const both = [kept!.hash, left!.hash].sort()
      assert.deepEqual(
        [...sweepFiles(folder, engine.log.sql, Date.now())].sort(),
        both,
        'neither is named yet',
      )
      assert.deepEqual(here(), both)
      bring(engine, {
        type: 'meeting',
        id: recordId(1),
        fields: { title: 'Soirée', date: '2026-12-01', notes: [kept] },
      })
      assert.deepEqual(sweepFiles(folder, engine.log.sql, Date.now()), [left!.hash])
      assert.deepEqual(here(), both)
      assert.deepEqual(sweepFiles(folder, engine.log.sql, Date.now() + YOUNG_MS + 1_000), [])
      assert.deepEqual(here(), [kept!.hash])
      assert.ok(turn(engine, 'forget', { type: 'meeting', id: recordId(1) }).done)
      assert.deepEqual(sweepFiles(folder, engine.log.sql, Date.now() + YOUNG_MS + 1_000), [])
      assert.deepEqual(here(), [])
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a file that was there already is young again when it is sent once more', () => {
  const folder = tempFolder()
  try {
    within(folder, engine => {
      const send = () =>
        storeFile(folder, 'home', Buffer.from('deux fois'), {
          name: 'notes.txt',
          type: 'text/plain',
        })
      const file = join(placesIn(folder).files, 'home', send().hash)
      utimesSync(file, new Date(0), new Date(0))
      send()
      assert.equal(sweepFiles(folder, engine.log.sql, Date.now()).length, 1)
      assert.ok(existsSync(file))
      utimesSync(file, new Date(0), new Date(0))
      assert.deepEqual(sweepFiles(folder, engine.log.sql, Date.now()), [])
      assert.ok(!existsSync(file))
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a file that bears a date to come, from before the clock was set back, is not young for ever', () => {
  const folder = tempFolder()
  try {
    within(folder, engine => {
      const file = join(
        placesIn(folder).files,
        'home',
        storeFile(folder, 'home', Buffer.from('demain'), { name: 'notes.txt', type: 'text/plain' })
          .hash,
      )
      const [hour, years] = [3_600_000, 70 * 365 * 86_400_000].map(ms => new Date(Date.now() + ms))
      utimesSync(file, hour!, hour!)
      assert.equal(sweepFiles(folder, engine.log.sql, Date.now()).length, 1)
      utimesSync(file, years!, years!)
      assert.deepEqual(
        [sweepFiles(folder, engine.log.sql, Date.now()), existsSync(file)],
        [[], false],
      )
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a file shown wider stands in both spaces, and leaves both when nothing names it any more', () => {
  const folder = tempFolder()
  try {
    within(folder, engine => {
      const holding = {
        ...engine,
        copyFiles: (space: Space, hashes: readonly string[]) => copyFiles(folder, space, hashes),
      }
      const store = (text: string) =>
        storeFile(folder, 'home', Buffer.from(text), { name: 'photo-1.webp', type: 'image/webp' })
      const photo = { ...store('grande'), small: store('petite').hash }
      const here = (space: Space) =>
        [photo.hash, photo.small].map(hash => readFile(folder, space, hash)?.toString())
      assert.deepEqual(here('commons'), [undefined, undefined])
      const id = recordId(1)
      bring(holding, {
        type: 'offer',
        id,
        fields: { title: 'Odile donne sa table', reach: 'au bar', photos: [photo] },
      })
      assert.deepEqual(here('commons'), ['grande', 'petite'], 'the turn itself puts them there')
      const later = Date.now() + YOUNG_MS + 1_000
      sweepFiles(folder, engine.log.sql, later)
      assert.deepEqual(
        [here('home'), here('commons')],
        [
          ['grande', 'petite'],
          ['grande', 'petite'],
        ],
      )
      assert.ok(turn(holding, 'forget', { type: 'offer', id }).done)
      sweepFiles(folder, engine.log.sql, later)
      assert.deepEqual(
        [...here('home'), ...here('commons')],
        [undefined, undefined, undefined, undefined],
      )
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a file that is nowhere in this box yet is no fault of the turn that names it', () => {
  const folder = tempFolder()
  try {
    copyFiles(folder, 'commons', ['a'.repeat(64), '../../etc/hostname'])
    assert.ok(!existsSync(join(placesIn(folder).files, 'commons', 'a'.repeat(64))))
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('photos of a form that was never sent whole leave; those that a turn named stay', () => {
  const folder = tempFolder()
  try {
    within(folder, engine => {
      const [kept, left] = ['gardée', 'laissée'].map(text =>
        storeFile(folder, 'home', Buffer.from(text), { name: 'photo-1.webp', type: 'image/webp' }),
      )
      bring(engine, {
        type: 'offer',
        id: recordId(1),
        fields: { title: 'Odile donne sa table', reach: 'au bar', photos: [kept] },
      })
      const both = new Set([kept!.hash, left!.hash])
      assert.deepEqual(
        dropUnnamed(folder, engine.log.sql, both, Date.now()),
        [left!.hash],
        'young: its form may still come back',
      )
      assert.deepEqual(dropUnnamed(folder, engine.log.sql, both, Date.now() + YOUNG_MS + 1_000), [])
      assert.ok(readFile(folder, 'home', kept!.hash))
      assert.equal(readFile(folder, 'home', left!.hash), undefined)
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
})
