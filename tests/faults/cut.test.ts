import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { bricks } from '../../src/app/bricks.ts'
import { runBatch, type TurnAsked } from '../../src/engine/turn.ts'
import { machineClock } from '../../src/files/clock.ts'
import { openBox, placesIn } from '../../src/files/folder.ts'
import { checkpoint } from '../../src/log/forget.ts'
import { openEngine } from '../support/open-engine.ts'
import { at, testLater } from '../support/pass.ts'
import { chanceFrom, SEED } from './chance.ts'
import { SPACES_WRITTEN, turnOf } from './turns.ts'
import { inspect } from './whole.ts'

const CUTS = at(6, 150, 2_100)
const ZEROED = at(0, 75, 1_050)
/** So many lengths of the log at least: else the harms all came to the same. */
const LENGTHS = at(2, 10, 20)
/** What a disk writes at once, or not at all. */
const SECTOR = 512
const TURNS = 60

const chance = chanceFrom(SEED)
/**
 * In memory where the system has a place for that: here the bytes are cut by hand, and no disk is
 * asked to keep any.
 */
const PLACE = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
const folder = mkdtempSync(join(PLACE, 'cocote-cut-'))
/** The files as a plug pulled would leave them, nothing closed; -shm is made again from the WAL. */
const kept = join(folder, 'kept')
const FILES = ['log.db', 'log.db-wal', 'tables.db', 'tables.db-wal', 'box.key'] as const

before(() => {
  mkdirSync(kept)
  const engine = openEngine(bricks, openBox(folder), placesIn(folder))
  // One or two turns a batch: whatever the chance, fifteen commits at least lie in the WAL alone.
  for (let n = 1; n <= TURNS; ) {
    const batch = Array.from({ length: Math.min(1 + chance.below(2), TURNS + 1 - n) }, () =>
      asked(n++),
    )
    for (const answer of runBatch(engine, batch, machineClock()))
      assert.ok(answer.done, JSON.stringify(answer))
    // Half of the turns lie in the files, the others in the WAL only.
    if (n > TURNS / 2 && !existsSync(join(folder, 'half'))) {
      assert.ok(checkpoint(engine.log) && checkpoint(engine.tables))
      writeFileSync(join(folder, 'half'), '')
    }
  }
  for (const file of FILES) copyFileSync(join(folder, file), join(kept, file))
  engine.tables.db.close()
  engine.log.db.close()
})
after(() => rmSync(folder, { recursive: true, force: true }))

function asked(n: number): TurnAsked {
  const { records } = turnOf(n, 1 + chance.below(3))
  const input = { records: JSON.stringify(records) }
  return {
    brick: 'plain',
    command: 'bring',
    input,
    by: 'keeper',
    id: randomBytes(13).toString('hex'),
    lang: 'fr',
  }
}

type Wal = 'log.db-wal' | 'tables.db-wal'
/** A copy of the folder, with what `hurt` makes of each WAL. */
function copied(hurt: (wal: Wal, bytes: Buffer) => Buffer): string {
  const to = mkdtempSync(join(folder, 'copy-'))
  for (const file of FILES) {
    if (file.endsWith('-wal'))
      writeFileSync(join(to, file), hurt(file as Wal, readFileSync(join(kept, file))))
    else copyFileSync(join(kept, file), join(to, file))
  }
  return to
}

/**
 * Opens, holds whole turns only, none missing in the middle; the tables are as a rebuild makes
 * them. How many turns are left.
 */
function opensWhole(to: string, what: string): number {
  const { faults, turns } = inspect(to)
  assert.deepEqual(faults, [], what)
  assert.deepEqual(
    turns,
    Array.from({ length: turns.length }, (_, i) => i + 1),
    `${what}: turns are missing in the middle`,
  )
  assert.ok(turns.length >= TURNS / 2 - 4, `${what}: turns that lay in the file are gone`)
  rmSync(to, { recursive: true })
  return turns.length
}

/**
 * In turn only the log's WAL, only the tables', both: a plug pulled between two fsyncs may hurt
 * either.
 */
const hurtOnes = (turn: number): readonly Wal[] =>
  [['log.db-wal'], ['tables.db-wal'], ['log.db-wal', 'tables.db-wal']][turn % 3] as Wal[]

test(`a WAL cut at any byte opens and holds no half turn (${CUTS} cuts)`, t => {
  t.diagnostic(`FAULTS_SEED=${SEED}; turns write in ${SPACES_WRITTEN} space(s)`)
  const left = new Set<number>()
  for (let i = 0; i < CUTS; i++) {
    const hurt = hurtOnes(i)
    const cuts: string[] = []
    const to = copied((wal, bytes) => {
      if (!hurt.includes(wal)) return bytes
      const at = chance.below(bytes.length + 1)
      cuts.push(`${wal} at ${at}`)
      return bytes.subarray(0, at)
    })
    left.add(opensWhole(to, `cut ${i}: ${cuts.join(', ')}`))
  }
  assert.ok(left.size >= LENGTHS, 'cuts all came to the same: they hurt nothing')
  assert.ok(left.has(TURNS), 'the tables’ WAL alone was never cut')
})

testLater(`a WAL with a zeroed sector opens and holds no half turn (${ZEROED} sectors)`, t => {
  t.diagnostic(`FAULTS_SEED=${SEED}`)
  const left = new Set<number>()
  for (let i = 0; i < ZEROED; i++) {
    const hurt = hurtOnes(i)
    const sectors: string[] = []
    const to = copied((wal, bytes) => {
      if (!hurt.includes(wal)) return bytes
      const at = chance.below(Math.ceil(bytes.length / SECTOR)) * SECTOR
      sectors.push(`${wal} at ${at}`)
      return bytes.fill(0, at, Math.min(at + SECTOR, bytes.length))
    })
    left.add(opensWhole(to, `sector ${i}: ${sectors.join(', ')}`))
  }
  assert.ok(left.size >= LENGTHS, 'zeroed sectors all came to the same: they hurt nothing')
})
