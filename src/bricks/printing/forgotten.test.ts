import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import {
  bring,
  close,
  houseIn,
  NOON,
  recordId,
  sampleClock,
  tempFolder,
} from '../../../tests/support/folders.ts'
import type { OpenEngine } from '../../../tests/support/open-engine.ts'
import { runBatch } from '../../../tests/support/turns.ts'
import { deliverFrom } from '../../engine/delivery.ts'
import { inTransaction } from '../../engine/transaction.ts'
import { packTo } from '../../sync/bundle/pack-to.ts'
import { decideBox } from '../../sync/trust/decisions.ts'
import { printing } from './brick.ts'
import { editionLine } from './model/records.ts'

const NOTICE = recordId(1)
const REWORDED = 'Zoulikha, au 12 rue Haute, prête sa remorque'
const said = (engine: OpenEngine): number =>
  Number(
    engine.log.sql.get<{ n: number }>(
      "SELECT count(*) AS n FROM piece WHERE value LIKE '%Zoulikha%'",
    )!.n,
  )
function reword(engine: OpenEngine): void {
  bring(engine, {
    type: editionLine.name,
    id: recordId(2),
    fields: { week: '2026-11-30', about: NOTICE, words: REWORDED },
    space: 'home',
  })
  assert.equal(said(engine), 1)
}
const forget = (engine: OpenEngine): unknown =>
  runBatch(
    engine,
    [
      {
        brick: 'plain',
        command: 'forget',
        input: { type: 'offer', id: NOTICE },
        by: 'keeper',
        id: recordId(90),
        lang: 'fr',
      },
    ],
    sampleClock,
  )

test(
  `what the keeper said of a notice on the sheet of ${printing.name} goes when the notice is ` +
    'forgotten',
  () => {
    const engine = houseIn(tempFolder())
    bring(engine, { type: 'offer', id: NOTICE, fields: { title: 'Une remorque' } })
    reword(engine)
    forget(engine)
    assert.equal(said(engine), 0)
    close(engine)
  },
)

test('and when it is another box that forgets its notice', async () => {
  const [sailFolder, boenFolder] = [tempFolder(), tempFolder()]
  const [sail, boen] = [houseIn(sailFolder), houseIn(boenFolder)]
  for (const [here, there] of [
    [sail, boen],
    [boen, sail],
  ] as const)
    inTransaction(here, () =>
      decideBox(here.log, { name: there.log.box.name, paired: true, called: 'là-bas' }),
    )
  const file = join(tempFolder(), 'nouvelles.cocote')
  const carry = async (): Promise<void> => {
    await packTo({
      folder: sailFolder,
      log: sail.log,
      file,
      now: NOON,
      to: undefined,
      since: undefined,
    })
    await deliverFrom(boen, boenFolder, file, { now: () => NOON, yes: true })
  }
  bring(sail, { type: 'offer', id: NOTICE, fields: { title: 'Une remorque' } })
  await carry()
  reword(boen)
  await carry()
  assert.equal(said(boen), 1, 'nothing goes while the notice stands')
  forget(sail)
  await carry()
  assert.equal(said(boen), 0)
  close(sail)
  close(boen)
})
