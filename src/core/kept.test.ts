import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Kept } from './kept.ts'
import {
  keyedRead,
  MINUTE,
  NEVER,
  note,
  noteAll,
  noteRow,
  PERSON,
  readBy,
  tracked,
  untracked,
} from './tracking.ts'

const asked = (kept: Kept, name: string, ...keys: readonly string[]) => {
  let made = 0
  const ask = (): number =>
    kept.of(
      name,
      () => {
        for (const key of keys) note(key)
        return ++made
      },
      () => 10,
    )
  return { ask }
}

test('a value is kept until something that it read is written', () => {
  const kept = new Kept(100_000)
  const { ask } = asked(kept, 'a', 'tables.offer+', 'tables.offer:title')
  assert.deepEqual([ask(), ask()], [1, 1])
  kept.touched(['tables.need+', 'tables.offer:where'])
  assert.equal(ask(), 1)
  kept.touched(['tables.offer:title'])
  assert.equal(ask(), 2)
  kept.touched(undefined)
  assert.equal(ask(), 3)
})

test('what is made of a kept value has read what that value read', () => {
  const kept = new Kept(100_000)
  const inner = asked(kept, 'inner', 'tables.offer+')
  inner.ask()
  const { reads } = tracked(() => inner.ask())
  assert.deepEqual([...reads], ['tables.offer+'])
  const { reads: none } = tracked(() => untracked(() => inner.ask()))
  assert.deepEqual([...none], [])
})

test('the clock drops what follows it, and another day drops all', () => {
  const kept = new Kept(100_000)
  const [minute, day] = [asked(kept, 'minute', MINUTE), asked(kept, 'day')]
  const both = () => [minute.ask(), day.ask()]
  kept.tick(0, () => 'lundi')
  assert.deepEqual(both(), [1, 1])
  kept.tick(59_999, () => 'mardi')
  assert.deepEqual(both(), [1, 1])
  kept.tick(60_000, () => 'lundi')
  assert.deepEqual(both(), [2, 1])
  kept.tick(120_000, () => 'mardi')
  assert.deepEqual(both(), [3, 2])
})

test('what was read from where no write is told is not kept', () => {
  const { ask } = asked(new Kept(100_000), 'a', NEVER)
  assert.deepEqual([ask(), ask()], [1, 2])
})

test('bytes are counted with names and keys, and what was asked longest ago leaves first', () => {
  const kept = new Kept(20_000)
  const all = Array.from({ length: 40 }, (_, n) => asked(kept, `page ${n}`, `key ${n}`))
  for (const one of all) one.ask()
  assert.ok(kept.size <= 20_000 && kept.count > 10, `${kept.size} bytes, ${kept.count} values`)
  all[39]!.ask()
  assert.equal(all[39]!.ask(), 1)
  assert.equal(all[0]!.ask(), 2)
  for (let n = 0; n < 40; n++) kept.drop(`page ${n}`)
  assert.deepEqual([kept.size, kept.count], [0, 0])
})

test('a read by key notes the rows of that key, whole', () => {
  const { reads } = tracked(() =>
    readBy('tables.offer', 'id', ['a'], () => noteRow('tables.doc', 'id', 'b')),
  )
  assert.deepEqual([...reads], ['id=b'])
})

test('results by id are made once each, and what one of them read drops all', () => {
  const kept = new Kept(100_000)
  const made: string[][] = []
  const asked = (...ids: string[]) =>
    kept.ofEach(
      'each',
      ids,
      some => {
        made.push([...some])
        for (const id of some) note(`t.id=${id}`)
        return new Map(some.filter(id => id !== 'none').map(id => [id, id.toUpperCase()]))
      },
      () => 10,
    )
  assert.deepEqual(asked('a', 'none'), ['A'])
  assert.deepEqual(asked('b', 'a', 'none'), ['B', 'A'])
  assert.deepEqual(made, [['a', 'none'], ['b']])
  kept.touched(['t.id=none'])
  assert.deepEqual(asked('a'), ['A'])
  assert.deepEqual(made.at(-1), ['a'])
})

test('of too many results by id the last asked stay, and each asker has theirs', () => {
  const kept = new Kept(10_000_000)
  const ids = (from: number, n: number) => Array.from({ length: n }, (_, i) => `${from + i}`)
  const asked = (all: readonly string[]) =>
    kept.ofEach(
      'each',
      all,
      some => new Map(some.map(id => [id, id])),
      () => 1,
    )
  asked(ids(0, 400))
  assert.deepEqual(asked(ids(300, 400)), ids(300, 400))
  assert.deepEqual(asked(ids(300, 400)), ids(300, 400))
})

test('what is kept inside a read by key has read whole tables', () => {
  const kept = new Kept(100_000)
  const read = () =>
    kept.of(
      'n',
      () => {
        noteAll(keyedRead('t')?.keys ?? ['t+'])
        return 1
      },
      () => 10,
    )
  tracked(() => readBy('t', 'id', ['x'], read))
  assert.deepEqual([kept.hasRead('n', 't+'), kept.hasRead('n', 't.id=x')], [true, false])
})

test('what asked who reads is kept by no name but of who reads', () => {
  const kept = new Kept(100_000)
  const { ask } = asked(kept, 'own', PERSON)
  assert.deepEqual([ask(), ask()], [1, 2])
  kept.ofEach(
    'each',
    ['a'],
    () => {
      note(PERSON)
      return new Map([['a', 1]])
    },
    () => 10,
  )
  assert.equal(kept.count, 0)
})

test('results by id keep what was read for them when the work pushes them out', () => {
  const kept = new Kept(20_000)
  const values = new Map([
    ['a', 'one'],
    ['b', 'one'],
  ])
  const asked = (ids: readonly string[], work = () => {}) =>
    kept.ofEach(
      'each',
      ids,
      some => {
        work()
        for (const id of some) note(`id=${id}`)
        return new Map(some.map(id => [id, values.get(id)!]))
      },
      () => 10,
    )
  asked(['a'])
  asked(['a', 'b'], () => {
    for (let n = 0; n < 60; n++)
      kept.of(
        `piece ${n}`,
        () => n,
        () => 10,
      )
  })
  values.set('a', 'two')
  kept.touched(['id=a'])
  assert.deepEqual(asked(['a']), ['two'])
})

test('what reads too much is not kept, and pushes nothing out', () => {
  const kept = new Kept(100_000)
  const { ask } = asked(kept, 'small', 'key')
  ask()
  kept.set('large', 1, new Set(Array.from({ length: 1_000 }, (_, n) => `key ${n}`)), 10)
  assert.deepEqual([kept.count, ask()], [1, 1])
})
