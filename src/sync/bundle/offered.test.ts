import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { bundleFor, lands, picture, recognises, withDisk } from '../../../tests/exchange/disks.ts'
import { deliver, everything, recordId, write } from '../../../tests/wire/boxes.ts'
import { lastStateOf } from '../session/heard.ts'
import { Bundle } from './bundle.ts'
import { bringsNothing, sinceFrom } from './offered.ts'
import { NOTHING, ownVectors } from './vector.ts'

test(
  'a box’s own bundle brings it nothing while it holds all its entries and files; a receipt ' +
    'never brings anything',
  async () => {
    const [card, boen] = [withDisk(1), withDisk(2)]
    write(card.log, { record: recordId(1), fields: { title: 'Je cherche des palettes' } })
    picture(card, recordId(2), 'le four')
    write(card.log, { record: recordId(3), fields: { title: 'Un broyeur' } })
    const bytes = await bundleFor(card, boen, { since: NOTHING })
    const opened = await Bundle.open(bytes, card.log.box)
    assert.equal(bringsNothing(card.log, opened), true)
    const [own] = everything(card.log)
    for (const held of [0, 1, 2]) {
      const old = withDisk(1)
      for (const signed of own!.slice(0, held)) deliver(old.log, signed)
      assert.equal(bringsNothing(old.log, opened), false, `${held} of 3`)
      await lands(old, bytes)
      assert.equal(bringsNothing(old.log, opened), true)
    }
    const withoutFiles = withDisk(1)
    await lands(withoutFiles, await bundleFor(card, boen, { since: NOTHING, leaves: () => false }))
    assert.equal(bringsNothing(withoutFiles.log, opened), false, 'its picture is still lacked')
    const receipt = await Bundle.open(
      await bundleFor(card, boen, { since: ownVectors(card.log) }),
      card.log.box,
    )
    assert.equal(bringsNothing(withDisk(1).log, receipt), true)
  },
)

test('a bundle made against a receipt carries the entries that its box lacks, asks for and accepts', async t => {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-offered-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const [sail, boen] = [withDisk(1), withDisk(2)]
  recognises(sail, boen)
  recognises(boen, sail)
  const hash = picture(sail, recordId(2), 'le four')
  await lands(boen, await bundleFor(sail, boen, { since: NOTHING, leaves: () => false }))
  const receipt = join(folder, 'recu.cocote')
  writeFileSync(receipt, await bundleFor(boen, sail, { since: ownVectors(boen.log) }))
  const since = await sinceFrom(receipt, sail.log)
  assert.deepEqual(since?.takes, [sail.log.box.name])
  await lands(sail, readFileSync(receipt))
  assert.deepEqual(
    since,
    lastStateOf(sail.log, boen.log.box.name),
    'the same as when it was delivered',
  )
  const given = await Bundle.open(await bundleFor(sail, boen, { since: since! }), boen.log.box)
  assert.deepEqual(
    [given.entries, given.manifest.commons.files.map(file => file.hash)],
    [0, [hash]],
  )
})
