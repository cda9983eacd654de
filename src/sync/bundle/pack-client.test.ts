import assert from 'node:assert/strict'
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { bring, recordId, tempFolder, within } from '../../../tests/support/folders.ts'
import { serve } from '../../app/serve.ts'
import { openBox, placesIn } from '../../files/folder.ts'
import { newBox } from '../../log/box.ts'
import { decideBox } from '../trust/decisions.ts'
import { sentOnce } from './body.ts'
import { Bundle } from './bundle.ts'
import { pack } from './pack-client.ts'

function folderWith(...titles: readonly string[]): string {
  const folder = tempFolder()
  within(folder, engine => {
    for (const [n, title] of titles.entries())
      bring(engine, { type: 'offer', id: recordId(n + 1), fields: { title } })
  })
  return folder
}

test(
  'a bundle is packed while pages are answered, is whole, and its file is gone as soon as it ' +
    'is sent',
  async () => {
    const folder = folderWith('Une remorque', 'Un broyeur')
    let answered = 0
    const packing = pack({ folder })
    const done = packing.then(() => 'packed')
    while ((await Promise.race([done, setImmediate('page')])) === 'page') answered++
    assert.ok(answered > 1)
    const { file, entries, bytes } = await packing
    assert.deepEqual([entries, statSync(file).size, statSync(file).mode & 0o077], [2, bytes, 0])
    const sent = sentOnce(file)
    assert.equal(existsSync(file), false)
    const opened = await Bundle.open(await buffer(sent), openBox(folder))
    assert.deepEqual(
      [opened.entries, opened.manifest.box, opened.isSealed],
      [2, openBox(folder).name, false],
    )
  },
)

test(
  'a bundle for one box encrypts the network for it alone; made against its state, it carries ' +
    'nothing twice',
  async () => {
    const folder = folderWith('Une remorque')
    const boen = newBox()
    within(folder, ({ log }) => decideBox(log, { name: boen.name, paired: true }))
    const whole = await Bundle.open((await pack({ folder, to: boen.name })).file, boen)
    assert.deepEqual([whole.entries, whole.network?.to], [1, boen.name])
    const since = { commons: whole.manifest.commons.after, network: whole.network!.after }
    assert.equal((await pack({ folder, to: boen.name, since })).entries, 0)
    // Nothing is confided to a box that was sent away.
    within(folder, ({ log }) => decideBox(log, { name: boen.name, dismissed: true }))
    assert.equal(
      (await Bundle.open((await pack({ folder, to: boen.name })).file, boen)).network,
      undefined,
    )
  },
)

test('temporary bundles that a stop left are deleted when the server starts', async () => {
  const folder = folderWith('Une remorque')
  const { courier } = placesIn(folder)
  mkdirSync(courier)
  writeFileSync(join(courier, 'laisse.cocote'), 'la moitié')
  const served = await serve({
    data: folder,
    port: 0,
    tlsPort: undefined,
    host: '127.0.0.1',
    names: [],
  })
  assert.equal(existsSync(courier), false)
  await served.close()
  await assert.rejects(pack({ folder: tempFolder() }), { name: 'FolderFault' })
})
