import assert from 'node:assert/strict'
import { statSync } from 'node:fs'
import { test } from 'node:test'
import { placesIn } from '../../src/files/folder.ts'
import { bring, close, houseIn, lacking, recordId, tempFolder, turn } from '../support/folders.ts'

/**
 * Units   bytes. Of a memory card's life: twenty turns of this size are what one photo costs it.
 */
const MOST_A_TURN = 20 * 1024
const TURNS = 60
const RECORDS = 2_000

test('a turn writes at most 20 KB to the log, in a log that holds two thousand records', {
  skip: lacking('offer'),
}, () => {
  const folder = tempFolder()
  const engine = houseIn(folder)
  const offer = (n: number) => ({
    type: 'offer',
    id: recordId(n),
    fields: {
      title: `Remorque ${n} à prêter, avec sa bâche`,
      detail: 'Bonne pour le bois et les encombrants, à rendre vide.',
      commune: '42195',
    },
  })
  for (let n = 0; n < RECORDS; n += 500)
    bring(engine, ...Array.from({ length: 500 }, (_, i) => offer(1_000 + n + i)))
  const written = "SELECT count(DISTINCT record) AS n FROM write WHERE type = 'offer'"
  assert.equal(engine.log.sql.get(written)?.['n'], RECORDS)
  engine.log.db.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA wal_autocheckpoint = 0')
  const size = (): number => statSync(`${placesIn(folder).log}-wal`).size
  const before = size()
  for (let n = 0; n < TURNS; n++) {
    const { id: _, ...of } = offer(n)
    const answer = turn(engine, 'write', {
      type: of.type,
      ...of.fields,
      reach: 'au local, le mercredi',
    })
    assert.ok(answer.done, JSON.stringify(answer))
  }
  const each = (size() - before) / TURNS
  close(engine)
  assert.ok(each > 1_000 && each <= MOST_A_TURN, `${each} bytes a turn`)
})
