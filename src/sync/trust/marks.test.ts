import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  deliver,
  everything,
  fixedBox,
  inside,
  openMemory,
  recordId,
  write,
} from '../../../tests/wire/boxes.ts'
import { ownFeed } from '../../log/log.ts'
import { isHurtFile } from '../../log/sqlite.ts'
import { noteArrival } from './arrivals.ts'
import { decideBox } from './decisions.ts'
import { peerMark, peerMarksIn, setPeerMark } from './marks.ts'
import { isTrustedHere, knownHere } from './seen.ts'

test(
  'a question about one box reads the mark of no other: its cost does not grow with the number ' +
    'of boxes',
  () => {
    const log = openMemory(fixedBox(1))
    const there = openMemory(fixedBox(2))
    const [me, boen, other] = [log.box.name, there.box.name, fixedBox(3).name]
    inside(log, () => decideBox(log, { name: boen, called: 'Boën', paired: true }))
    assert.deepEqual(
      [peerMark(log, boen), peerMark(log, other)],
      [{ called: 'Boën', paired: true }, undefined],
    )
    // A mark that nobody can read: whoever reads it falls.
    log.sql.run('INSERT INTO mark VALUES (?, ?)', `box:${other}`, '{')
    assert.throws(() => peerMarksIn(log), isHurtFile, 'it is said as a damaged file')
    write(there, { record: recordId(1), fields: { title: 'Une échelle' } })
    for (const signed of everything(there).flat()) deliver(log, signed)
    const feed = ownFeed(there, 'commons')
    inside(log, () => {
      setPeerMark(log, boen, { heardAt: 5 })
      noteArrival(log, new Map([[feed, 0]]), 7)
      decideBox(log, { name: boen, paused: true })
    })
    assert.deepEqual(
      [isTrustedHere(log, boen), isTrustedHere(log, fixedBox(4).name), knownHere(log, me, boen)],
      [true, false, 'paired'],
    )
    assert.deepEqual(peerMark(log, boen), {
      called: 'Boën',
      paired: true,
      heardAt: 5,
      paused: true,
      arrivals: [{ at: 7, entries: 1, before: { [feed]: 0 } }],
    })
    log.db.close()
  },
)
