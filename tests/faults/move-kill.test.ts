import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { setTimeout as after } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { movedFrom, moveLog } from '../../src/log/moving.ts'
import { formatOf, openLogFile } from '../../src/log/sqlite.ts'
import { asFirstFormat, rowsOfLog } from '../support/first-format.ts'
import { at } from '../support/pass.ts'
import { openMemory, recordId, write } from '../wire/boxes.ts'
import { chanceFrom, SEED } from './chance.ts'

const KILLS = at(8, 60, 600)
const RECORDS = 600
const MOVES = fileURLToPath(new URL('moves.ts', import.meta.url))

/**
 * Moves the log in a process of its own, killed so many milliseconds after it begins. `how`: on a
 * disk that gives no file a second name.
 */
async function movedUntil(file: string, ms: number, ...how: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [MOVES, file, ...how], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = new Promise(resolve => child.on('close', resolve))
  await new Promise(resolve => child.stdout.once('data', resolve))
  await Promise.race([after(ms, undefined, { ref: false }), gone])
  child.kill('SIGKILL')
  await gone
}

test('law 1: a move that is killed at any moment leaves the old log or the new one, whole', async t => {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-move-kill-'))
  t.diagnostic(`FAULTS_SEED=${SEED}`)
  const chance = chanceFrom(SEED)
  const log = openMemory()
  for (let n = 0; n < RECORDS; n++)
    write(log, {
      record: recordId(n % (RECORDS / 2)),
      fields: { title: `n° ${n}`, detail: 'x'.repeat(chance.below(900)) },
    })
  const wanted = rowsOfLog(log.db)
  const left = join(folder, 'left.db')
  const open = asFirstFormat(log.db, left)
  t.after(() => {
    open.close()
    rmSync(folder, { recursive: true })
  })
  const begun = performance.now()
  await movedUntil(copied(left, join(folder, 'timed.db')), 60_000)
  const takesMs = performance.now() - begun
  const met = new Set<number>()
  for (let n = 0; n < KILLS; n++) {
    const file = copied(left, join(folder, `${n}.db`))
    for (let again = 0; again < 2; again++)
      await movedUntil(file, chance.below(takesMs), ...(n % 2 ? ['without links'] : []))
    // A look at a copy: SQLite rolls an open journal back.
    const found = new DatabaseSync(copied(file, join(folder, 'found.db')))
    met.add(formatOf(found))
    assert.equal(found.prepare('SELECT count(*) AS n FROM entry').get()?.['n'], RECORDS)
    found.close()
    moveLog(file)
    const moved = openLogFile(file)
    assert.deepEqual(rowsOfLog(moved), wanted)
    moved.close()
    assert.ok(statSync(movedFrom(file)).size > 0 && !existsSync(`${file}.moving`))
    for (const end of ['', '.1']) rmSync(file + end)
  }
  t.diagnostic(`formats met after a kill: ${[...met].join(', ')}`)
})

/** The file of a program that was killed: a part of it may be in its WAL or its journal alone. */
function copied(from: string, to: string): string {
  for (const end of ['', '-wal', '-journal'])
    if (existsSync(from + end)) copyFileSync(from + end, to + end)
    else rmSync(to + end, { force: true })
  return to
}
