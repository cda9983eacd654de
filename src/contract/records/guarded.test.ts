import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guard } from '../../text/guard/guard.ts'
import { findingsAboutOthers } from './guarded.ts'

const said = (text: string): readonly string[] =>
  findingsAboutOthers(guard(text), text).map(one => one.said)

test('writers may give their own address, unless it names somebody’s home', () => {
  for (const own of [
    'au 3 allée des Tilleuls',
    '3 allée des Tilleuls chez nous',
    'au 12 rue du Puits, chez moi',
  ])
    assert.deepEqual(said(own), [], own)
  assert.deepEqual(said('3 allée des Tilleuls chez les Perrin'), [
    '3 allée des Tilleuls chez les Perrin',
  ])
})
