import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newId, TODAY } from '../../../../tests/exchange/villages.ts'
import { readActs, readOldActs } from './acts.ts'

/** A stranger’s list of acts is read, or none of it. */

test('a hostile letter about deals: nothing of it is taken that a form would not hold', () => {
  const act = { id: newId(), says: 'yes', on: TODAY, named: false, thanks: null, when: null }
  for (const reads of [readActs, readOldActs]) assert.equal(reads(JSON.stringify([act]))?.length, 1)
  for (const bad of [
    'null',
    '{}',
    '[null]',
    '[[]]',
    JSON.stringify([{ ...act, id: 'x' }]),
    JSON.stringify([{ ...act, says: 'seize' }]),
    JSON.stringify([{ ...act, on: '2026-13-45' }]),
    JSON.stringify([{ ...act, thanks: 'x'.repeat(301) }]),
    JSON.stringify([{ ...act, thanks: { a: 1 } }]),
    JSON.stringify([{ ...act, place: 'devant' }]),
    JSON.stringify([act, act]),
    JSON.stringify(Array.from({ length: 81 }, () => ({ ...act, id: newId() }))),
    ' '.repeat(40_000),
  ])
    for (const reads of [readActs, readOldActs])
      assert.equal(reads(bad), undefined, bad.slice(0, 80))
  for (const more of [
    { says: 'word' },
    { says: 'word', said: '  ' },
    { says: 'word', said: 'x'.repeat(601) },
    { says: 'word', said: ['a'] },
    { says: 'propose', when: 'x'.repeat(121) },
    { says: 'propose', where: 'x'.repeat(121) },
    { says: 'tell', story: 'x'.repeat(201) },
    { says: 'insult' },
    { says: 'insult', reports: 'him' },
    { says: 'back' },
  ])
    assert.equal(readActs(JSON.stringify([{ ...act, ...more }])), undefined, JSON.stringify(more))
  for (const says of ['word', 'late', 'propose', 'end', 'insult'])
    assert.equal(readOldActs(JSON.stringify([{ ...act, says, said: 'a' }])), undefined, says)
  fc.assert(
    fc.property(fc.json(), text => readActs(text) === undefined || readActs(text)!.length === 0),
  )
})
