import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { LARGEST_ENTRY, LARGEST_VALUE, readEntry } from '../../src/core/change.ts'
import { DEEPEST } from '../../src/core/json.ts'
import { proseText } from '../../src/core/prose.ts'
import { FURTHEST_AHEAD_MS } from '../../src/core/stamp.ts'
import { MOST_CHANGES } from '../../src/log/append.ts'
import { hashText, sha256 } from '../../src/log/bytes.ts'
import { row, writesIn } from '../../src/log/log.ts'
import { LARGEST_FILE } from '../../src/sync/bundle/bundle.ts'
import { MOST_ACCEPTED } from '../../src/sync/bundle/manifest.ts'
import { deliver, fixedBox, openMemory, oracleOf, recordId, stateOf } from './boxes.ts'
import { replay } from './replay.ts'
import { vectors, vectorsText } from './vectors.ts'
import { WIRE_VECTORS, wireVectors, wireVectorsText } from './wire-vectors.ts'

const document = readFileSync(new URL('../../docs/wire-format.md', import.meta.url), 'utf8')

test('the document holds the vectors as the code makes them', () => {
  assert.ok(vectors().length >= 10)
  const held = document.slice(document.indexOf('**1.**'))
  assert.equal(
    held.trim(),
    vectorsText().trim(),
    'run `node tests/wire/vectors.ts` and put what it prints at the end of docs/wire-format.md',
  )
})

test('the document says the limits that the doors keep, and the keys of the two boxes', () => {
  assert.deepEqual(
    [
      LARGEST_VALUE,
      LARGEST_ENTRY,
      DEEPEST,
      MOST_CHANGES,
      FURTHEST_AHEAD_MS,
      LARGEST_FILE,
      MOST_ACCEPTED,
    ],
    [256 * 1024, 4 * 1024 * 1024, 8, 500, 3_600_000, 16 * 1024 * 1024, 10_000],
  )
  for (const said of [
    '256 KiB',
    '4 MiB',
    'eight deep',
    '500 changes',
    'one hour',
    '16 MiB at most as it travels',
    '10,000 at most',
    fixedBox(1).name,
    fixedBox(2).name,
  ])
    assert.ok(document.includes(said), said)
})

test(
  'each vector comes in at the door of another box, in this order, and they come to what ' +
    'mergeWrites says',
  () => {
    const log = openMemory()
    for (const { bytes, signature, flesh, vector } of vectors()) {
      assert.equal(hashText(sha256(bytes)), vector.hash)
      assert.equal(readEntry(vector.bytes).feed.length, bytes.indexOf('","seq"') - 9)
      deliver(log, { bytes, signature, flesh })
    }
    const title = row(log, 'need', recordId(1), 'commons').get('title')
    assert.equal(title?.shown?.value, 'Je cherche dix palettes à Boën')
    assert.deepEqual(title?.conflict, [])
    assert.equal(
      writesIn(log, { type: 'need', record: recordId(1), space: 'commons' }).filter(
        write => write.field === 'title' && write.value === undefined,
      ).length,
      2,
    )
    assert.equal(row(log, 'loom', recordId(4), 'commons').get('made-1')?.heads.length, 1)
  },
)

test('before anything is forgotten, the heads are those that the document’s rules give', () => {
  const before = vectors().slice(0, 8)
  const log = openMemory()
  for (const { bytes, signature, flesh } of before) deliver(log, { bytes, signature, flesh })
  assert.deepEqual(
    stateOf(log),
    oracleOf(before.map(({ bytes, signature, flesh }) => ({ bytes, signature, flesh }))),
  )
  const detail = row(log, 'need', recordId(1), 'commons').get('detail')?.shown?.value as {
    yjs: string
  }
  assert.equal(proseText([Buffer.from(detail.yjs, 'base64')]), 'On plante samedi.')
})

const held = readFileSync(WIRE_VECTORS, 'utf8')

test(
  'docs/wire-vectors.json holds the vectors as the code makes them, a hundred at least, each ' +
    'under its own name',
  () => {
    const [file, made] = [held.split('\n'), wireVectorsText().split('\n')]
    const parts = made.find((line, i) => line !== file[i])
    assert.equal(
      parts,
      undefined,
      'run `node tests/wire/wire-vectors.ts`: it writes docs/wire-vectors.json again',
    )
    assert.equal(file.length, made.length)
    const all = wireVectors()
    assert.ok(all.length >= 100, String(all.length))
    assert.equal(new Set(all.map(one => one.name)).size, all.length)
  },
)

test('each vector of docs/wire-vectors.json, read from the file alone, gives what it says', async () => {
  for (const { name, kind, given, gives } of JSON.parse(held) as ReturnType<typeof wireVectors>)
    assert.deepEqual(await replay(kind, given), gives, name)
})

test('the document tells of every kind of vector and of every word of damage', () => {
  for (const { kind } of wireVectors())
    assert.match(document, new RegExp(`^\\| \`${kind}\` \\|`, 'm'))
  for (const { kind, gives } of wireVectors())
    if (typeof gives === 'string' && ['entry', 'manifest', 'page', 'bundle'].includes(kind))
      assert.ok(document.includes(`\`${gives}\``), gives)
})
