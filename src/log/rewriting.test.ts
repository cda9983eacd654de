import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { forget, openMemory, recordId, write } from '../../tests/wire/boxes.ts'
import { pieceText } from './flesh.ts'
import { checkpoint, writesToForget } from './forget.ts'
import { owesRewriting, rewriteWhole, rewritingDone } from './rewriting.ts'
import { openLogFile } from './sqlite.ts'

const canary = (n: number): string => `canari${String(n).padStart(4, '0')}x`
/** Chance that comes again: the same files at each run. */
const drawing = (seed: number) => {
  let state = seed * 7919
  return (n: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state % n
  }
}

/** A log's own file after values were deleted; the same with the file written whole again. */
function left(folder: string, seed: number, isRewritten: boolean): readonly number[] {
  const file = join(folder, `${seed}-${isRewritten}.db`)
  const db = openLogFile(file, { sync: 'NORMAL' })
  const draw = drawing(seed)
  const put = db.prepare('INSERT INTO flesh VALUES (?, ?, ?)')
  const salt = new Uint8Array(16)
  db.exec('BEGIN')
  for (let n = 0; n < 60; n++) {
    const entry = Math.floor(n / 3) + draw(3) * 4_294_967_296
    put.run(
      entry,
      n,
      JSON.stringify({
        [`f${'x'.repeat(draw(20))}`]: pieceText({
          salt,
          value: canary(n) + 'y'.repeat(draw(n % 10 === 0 ? 1_500 : 120)),
        }),
      }),
    )
  }
  db.exec('COMMIT')
  // Values that come later, so that rows grow and SQLite moves them to other pages.
  const grows = db.prepare(
    "UPDATE flesh SET pieces = json_set(pieces, '$.later', ?) WHERE change = ?",
  )
  for (let n = 0; n < 60; n++)
    if (draw(3) === 0) grows.run('z'.repeat(draw(n % 10 === 0 ? 1_500 : 400)), n)
  const gone = Array.from({ length: 9 }, (_, i) => i * 7)
  for (const n of gone) db.prepare('DELETE FROM flesh WHERE change = ?').run(n)
  const rows = () => db.prepare('SELECT * FROM piece ORDER BY entry, change').all()
  const before = rows()
  if (isRewritten) assert.ok(rewriteWhole(db))
  assert.deepEqual(rows(), before)
  assert.ok(checkpoint({ db }))
  db.close()
  const bytes = readFileSync(file, 'latin1')
  return gone.filter(n => bytes.includes(canary(n)))
}

test('no copy of a deleted row is left between the cells of a page once the file is rewritten (law 10)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-rewriting-'))
  const seeds = Array.from({ length: 200 }, (_, i) => i + 1)
  const kept = seeds.filter(seed => left(folder, seed, false).length > 0)
  assert.ok(kept.length > 0, 'none of these files shows what this is for')
  for (const seed of new Set([...kept, ...seeds.slice(0, 20)]))
    assert.deepEqual(left(folder, seed, true), [], `seed ${seed}`)
  rmSync(folder, { recursive: true })
})

test('a rewriting is owed once a value was erased, until it is done; erasing nothing owes nothing', () => {
  const log = openMemory()
  const record = recordId(1)
  write(log, { type: 'notice', record, space: 'commons', fields: { title: 'a' }, over: [] })
  const [name] = writesToForget(log, 'notice', record)
  forget(log, [{ ...name!, seq: 99 }], recordId(2))
  assert.equal(owesRewriting(log), false)
  forget(log, [name!], recordId(3))
  assert.equal(owesRewriting(log), true)
  rewritingDone(log)
  assert.equal(owesRewriting(log), false)
})

test('nothing is rewritten inside a transaction, or for a too large file', () => {
  const log = openMemory()
  log.db.exec('BEGIN')
  assert.equal(rewriteWhole(log.db), false)
  log.db.exec('COMMIT')
  assert.equal(rewriteWhole(log.db), true)
})
