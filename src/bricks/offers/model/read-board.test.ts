import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testBox } from '../../../../tests/support/test-box.ts'
import { fold } from '../../../core/letters/words.ts'
import { onBoard } from './read-board.ts'

const TODAY = '2026-12-05'

test('the board shows several people where one wrote many, and that one’s others after them', () => {
  const box = testBox()
  box.territory()
  const bring = (who: string | null, title: string): void => {
    box.later(1_000)
    const reach = who && fold(who) === 'rosa' ? 'au 04 77 24 11 22' : 'au bar'
    box.bring('offer', { title, ...(who ? { who } : {}), reach, state: 'firm' })
  }
  for (const [who, title] of [
    ['Paul', 'Paul prête sa scie'],
    [null, 'du bois à prendre'],
    ['Rosa', 'Rosa donne du foin'],
    ['Rosa', 'Rosa donne des noix'],
    ['rosa', 'rosa donne des pommes'],
    ['Rosa', 'Rosa donne du miel'],
  ] as const)
    bring(who, title)
  const read = (most: number): readonly (string | null)[] =>
    onBoard.offers(box.engine.read, TODAY, most).map(({ row }) => row.title)
  assert.deepEqual(read(3), ['Rosa donne du miel', 'du bois à prendre', 'Paul prête sa scie'])
  assert.deepEqual(read(4), [...read(3), 'rosa donne des pommes'])
  assert.equal(new Set(read(6)).size, 6)
})

test('two people with one first name are two on the board, without proof that they are one', () => {
  const box = testBox()
  box.territory()
  const ginette = { who: 'Ginette', reach: 'au bar' }
  const bring = (title: string, more: Readonly<Record<string, string>> = ginette): string => {
    box.later(1_000)
    return box.bring('need', { title, state: 'open', ...more })
  }
  const read = (): readonly (string | null)[] =>
    onBoard.needs(box.engine.read, TODAY, 3).map(({ row }) => row.title)
  bring('Paul cherche du bois', { who: 'Paul', reach: 'au bar' })
  bring('Rosa cherche une scie', { who: 'Rosa', reach: 'au bar' })
  const first = bring('Ginette cherche le docteur')
  const second = bring('Ginette cherche du foin')
  const both = ['Ginette cherche du foin', 'Ginette cherche le docteur', 'Rosa cherche une scie']
  assert.deepEqual(read(), both)
  // Who passes the word on to several people has one number.
  for (const id of [first, second])
    box.bringAll({ type: 'need', id, fields: { reach: '04 77 24 11 22', reachBy: 'relay' } })
  assert.deepEqual(read(), both)
  const card = box.welcome({ name: 'Ginette' })
  box.bringAll({ type: 'need', id: first, fields: { author: card }, space: 'home' })
  assert.deepEqual(read(), both)
  box.bringAll({ type: 'need', id: second, fields: { author: card }, space: 'home' })
  assert.deepEqual(read(), [
    'Ginette cherche du foin',
    'Rosa cherche une scie',
    'Paul cherche du bois',
  ])
})
