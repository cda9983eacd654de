import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openEngine } from '../../tests/support/open-engine.ts'
import { type Brick, brick } from '../contract/brick.ts'
import type { Publishes } from '../contract/published.ts'
import type { Reader } from '../contract/reader.ts'
import { recordType } from '../core/schema.ts'
import { newBox } from '../log/box.ts'
import { readerFor } from './published.ts'

const notice = recordType({
  name: 'notice',
  title: 'title',
  fields: { title: { kind: 'text' }, author: { kind: 'text', space: 'home' } },
})
const ledger = recordType({ name: 'ledger', title: 'title', fields: { title: { kind: 'text' } } })
const plain = { types: {} }
const words = { fr: plain, en: plain }
const bare = { commands: [], pages: [], records: [], words } as const

const foundAtOf: Publishes['foundAtOf'] = (read, id) =>
  String(read.all('SELECT author FROM notice_home WHERE id = ?', id)[0]?.['author'] ?? 'nowhere')
const notices = brick({
  ...bare,
  name: 'notices',
  records: [notice],
  projections: [
    {
      types: ['notice'],
      tables: ['CREATE TABLE spoken(id TEXT PRIMARY KEY)'],
      apply: () => undefined,
    },
  ],
  publishes: { foundAtOf },
})
const asking = (reads: Brick['reads'], work?: (read: Reader) => unknown): Brick =>
  brick({
    ...bare,
    name: 'asking',
    records: [ledger],
    ...(reads ? { reads } : {}),
    slots: { knows: read => work?.(read) !== undefined },
  })
const readerOf = (reads: Brick['reads'], ...others: readonly Brick[]): Reader =>
  openEngine([asking(reads), ...others], newBox()).read.as('asking')

test('a brick gets a published read that it names; its publisher reads its own tables for it', () => {
  const read = readerOf({ published: ['foundAtOf'] }, notices)
  assert.equal(read.published.foundAtOf?.('x'), 'nowhere')
})

test('a published read of an absent brick is absent', () => {
  assert.equal(readerOf({ published: ['foundAtOf'] }).published.foundAtOf, undefined)
})

test('a read that a brick does not name throws, published here or not; the engine may use all', () => {
  const engine = openEngine([asking(undefined), notices], newBox())
  const read = engine.read.as('asking')
  assert.throws(() => read.published.foundAtOf, { name: 'NotNamed' })
  assert.throws(() => read.published.keeper, { name: 'NotNamed' })
  assert.equal(engine.read.published.foundAtOf?.('x'), 'nowhere')
  assert.equal(engine.read.published.keeper, undefined)
})

test('two bricks that publish one name are refused', () => {
  const again = brick({ ...bare, name: 'again', publishes: { foundAtOf } })
  assert.throws(() => openEngine([notices, again], newBox()), /notices, again: both foundAtOf/)
})

test('a brick reads with its own reader, the same one each time, whoever calls it', () => {
  const readers: Reader[] = []
  const engine = openEngine([asking({}, read => readers.push(read)), notices], newBox())
  const [found] = engine.bricks.filter(({ name }) => name === 'asking')
  found?.slots?.knows?.(engine.read, '')
  found?.slots?.knows?.(engine.read, '')
  assert.deepEqual(
    readers.map(read => read === engine.read.as('asking')),
    [true, true],
  )
  assert.ok(!('as' in readers[0]!), 'a brick comes to no other reader by its own')
})

/** Faults planted in a brick: each is a way to come to a table of another one. */
const UNNAMED: Readonly<Record<string, (read: Reader) => unknown>> = {
  'a SELECT': read => read.all('SELECT title FROM notice'),
  'a SELECT that counts': read => read.all('SELECT count(*) FROM notice'),
  'a join': read => read.all('SELECT 1 FROM ledger JOIN notice ON notice.id = ledger.id'),
  'a subquery': read => read.all('SELECT 1 FROM ledger WHERE id IN (SELECT id FROM notice)'),
  'a record': read => read.one(notice, 'x'),
  'a list': read => read.list(notice),
  'a count': read => read.count(notice),
  'the condition of its own list': read =>
    read.list(ledger, { where: 'id IN (SELECT id FROM notice)' }),
  'the order of its own list': read =>
    read.list(ledger, { order: '(SELECT count(*) FROM notice), id' }),
  'a table of a projection': read => read.all('SELECT id FROM spoken'),
}
for (const [what, work] of Object.entries(UNNAMED))
  test(`in tests, ${what} of another brick that is not named throws`, () => {
    const read = readerOf({}, notices)
    assert.throws(() => work(read), { name: 'ReadUnnamed' })
    assert.throws(() => work(read), { name: 'ReadUnnamed' }, 'the second time too')
  })

test('in tests, a brick reads the tables that it names, those of home only when their brick opens them', () => {
  const tables = ['notice', 'notice_home', 'spoken']
  const read = readerOf({ tables }, notices)
  assert.deepEqual(read.list(notice), [])
  assert.deepEqual(read.all('SELECT id FROM spoken'), [])
  assert.throws(() => read.one(notice, 'x', 'home'), { name: 'ReadUnnamed' })
  const open = brick({ ...notices, opens: ['notice_home'] })
  assert.equal(readerOf({ tables }, open).one(notice, 'x', 'home'), undefined)
})

test('in tests, a brick that reads every type does so by the type, and names the tables of its SQL', () => {
  const read = readerOf({ everyType: true }, notices)
  assert.equal(read.one(notice, 'x', 'home'), undefined)
  assert.deepEqual(read.list(notice), [])
  assert.equal(read.count(notice, {}, 'home'), 0)
  assert.equal(read.storedTitle(notice, 'x'), '')
  for (const work of [
    () => read.all('SELECT title FROM notice'),
    () => read.list(ledger, { where: 'id IN (SELECT id FROM notice)' }),
    () => read.list(notice, { where: 'id IN (SELECT id FROM spoken)' }),
  ])
    assert.throws(work, { name: 'ReadUnnamed' })
})

test('in tests, a brick reads its own tables and the engine’s', () => {
  const read = readerOf({}, notices)
  assert.deepEqual(read.list(ledger, {}, 'home'), [])
  for (const table of ['doc', 'joined', 'code_home', 'proposal_home'])
    assert.deepEqual(read.all(`SELECT id FROM ${table}`), [])
})

test('outside tests nothing watches the reads of bricks', () => {
  const engine = openEngine([asking({}), notices], newBox())
  const read = readerFor(engine.bricks, engine.read).as('asking')
  assert.deepEqual(read.all('SELECT title FROM notice'), [])
})
