import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bundleFor, recognises, withDisk } from '../../../tests/exchange/disks.ts'
import { inside, NOON } from '../../../tests/wire/boxes.ts'
import { wordsOfBox } from '../../log/sayable.ts'
import { Bundle } from '../../sync/bundle/bundle.ts'
import { noteManifest } from '../../sync/session/heard.ts'
import { SessionCounts } from '../../sync/session/report.ts'
import { meetingSaid } from './meet-said.ts'
import { peerWords } from './words.ts'

const fr = peerWords('fr')

test('a meeting tells of the other’s clock only where our own is set', async () => {
  const [sail, boen] = [withDisk(1), withDisk(2)]
  recognises(sail, boen)
  const { log } = sail
  const { name } = boen.log.box
  const opened = await Bundle.open(await bundleFor(boen, sail, { now: NOON }), log.box)
  const said = (isSure: boolean, now: number): string => {
    inside(log, () => noteManifest(log, opened, now, { isSure, isMet: true }))
    const who = { box: name, words: wordsOfBox(name), called: 'Boën', at: NOON, nonce: '' }
    const tally = new SessionCounts({ log, box: log.box, yes: false, now: () => now }, who)
    return meetingSaid(tally.report(null), log.box.name, fr).join(' ')
  }
  assert.match(said(true, NOON + 5 * 3_600_000), /horloge/)
  assert.doesNotMatch(said(false, 0), /horloge/)
})
