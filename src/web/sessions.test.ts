import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  endSession,
  endSessionsOf,
  IDLE_MS,
  type Local,
  openLocal,
  sessionOf,
  sessionsBegin,
  startSession,
} from '../files/local.ts'

const NOW = Date.UTC(2026, 10, 25)
const YEAR = 365 * 86_400_000

/** Two visits of a moment: one on a telephone of their own, one on a shared machine. */
function visited(seen: number): Readonly<{ local: Local; own: string; shared: string }> {
  const local = openLocal(':memory:')
  return {
    local,
    own: startSession(local, true, seen, 'marcel'),
    shared: startSession(local, false, seen),
  }
}
const isIn = (local: Local, token: string, now: number): boolean =>
  sessionOf(local, token, now) !== undefined

test('a clock that is known goes on: an hour later the shared machine is out, the telephone is in', () => {
  const { local, own, shared } = visited(NOW)
  const begin = sessionsBegin(local, NOW + 6 * IDLE_MS, true)
  assert.equal(begin, NOW + 6 * IDLE_MS)
  assert.deepEqual([isIn(local, own, begin), isIn(local, shared, begin)], [true, false])
})

test(
  'a box that wakes in 1970, or in 2099, and does not know the time: telephones stay in, a ' +
    'shared machine is out',
  () => {
    for (const woken of [0, Date.UTC(2099, 0, 1)]) {
      const { local, own, shared } = visited(NOW)
      const begin = sessionsBegin(local, woken, false)
      assert.equal(begin, NOW)
      assert.deepEqual([isIn(local, own, begin), isIn(local, shared, begin)], [true, false])
      // The time is set, and the box starts again: a telephone that was there meanwhile is still
      // in.
      assert.ok(isIn(local, own, begin + 3 * IDLE_MS))
      assert.ok(isIn(local, own, sessionsBegin(local, NOW + YEAR / 2, true)))
    }
  },
)

test(
  'a clock that was a year ahead, and is put right, keeps telephones in, and lets none stay ' +
    'for ever',
  () => {
    const { local, own } = visited(NOW + 2 * YEAR)
    const begin = sessionsBegin(local, NOW, true)
    assert.equal(begin, NOW)
    assert.ok(isIn(local, own, begin))
    assert.ok(!isIn(local, own, NOW + YEAR + IDLE_MS))
  },
)

test('without any visit, time begins with the clock', () => {
  assert.equal(sessionsBegin(openLocal(':memory:'), NOW, false), NOW)
})

test('on a full disk whoever signs in is in, as long as they are there, until they leave', () => {
  const local = openLocal(':memory:')
  local.db.exec('PRAGMA max_page_count = 1')
  // No room on the pages that there are either.
  for (const size of [2_000, 200, 20, 1])
    assert.throws(() => {
      for (;;)
        local.db
          .prepare('INSERT INTO session VALUES (?, ?, 0, ?)')
          .run(`${Math.random()}`, 'x'.repeat(size), NOW)
    }, /full/)
  const keeper = startSession(local, false, NOW)
  const member = startSession(local, true, NOW, 'marcel')
  assert.equal(local.unwritten.size, 2)
  assert.ok(isIn(local, keeper, NOW + IDLE_MS - 1))
  assert.ok(isIn(local, keeper, NOW + 2 * IDLE_MS - 2), 'each page counts from the one before')
  endSessionsOf(local, 'marcel')
  assert.ok(!isIn(local, member, NOW))
  assert.ok(!isIn(local, keeper, NOW + 4 * IDLE_MS))
  const again = startSession(local, false, NOW)
  endSession(local, sessionOf(local, again, NOW)!)
  assert.ok(!isIn(local, again, NOW))
  assert.equal(local.unwritten.size, 0)
})
