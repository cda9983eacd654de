import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Stall, stallPart } from './stall.ts'

const NOTHING: Stall = {
  exhibitors: null,
  stallPriceCents: null,
  stallReach: null,
  stallConditions: null,
}
const said = (stall: Partial<Stall>): string => {
  const part = stallPart({ ...NOTHING, ...stall }, 'fr')
  return part === false ? '' : part.html
}

test('where nobody said a word of exhibitors, nothing is said of them', () => {
  assert.equal(said({}), '')
})
test('the price of a stall is said, free too, and who to call can be called', () => {
  const all = said({ exhibitors: true, stallPriceCents: 450, stallReach: 'Solène, 04 99 00 00 12' })
  assert.match(all, /4,50\u00a0€/)
  assert.match(all, /tel:\+33499000012/)
  assert.match(said({ stallPriceCents: 0 }), /gratuit/)
})
test('a box left empty says neither yes nor no', () => {
  assert.equal(said({ exhibitors: false }), '')
  assert.match(said({ exhibitors: true }), /Qui fabrique ou cultive/)
  assert.doesNotMatch(said({ exhibitors: false, stallReach: 'Solène' }), /Qui fabrique ou cultive/)
})
