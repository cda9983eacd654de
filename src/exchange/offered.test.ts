import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bundleFor, lands, picture, withDisk } from '../../tests/exchange/disks.ts'
import { deliver, everything, recordId, write } from '../../tests/wire/boxes.ts'
import { Bundle } from './bundle.ts'
import { bringsNothing } from './offered.ts'
import { heldIn, NOTHING } from './vector.ts'

test('its own bundle brings a box nothing once it holds all that it held then, files too; a receipt never does', async () => {
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
  const receipt = await Bundle.open(await bundleFor(card, boen, { since: heldIn(card.log) }), card.log.box)
  assert.equal(bringsNothing(withDisk(1).log, receipt), true)
})
