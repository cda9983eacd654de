import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testBox } from '../../../tests/support/test-box.ts'
import { Kept } from '../../core/kept.ts'

test('a page is made of one state of each file, whatever is written meanwhile', () => {
  using box = testBox({ kept: new Kept(1_000_000) })
  box.territory()
  const { read, within } = box.source
  const wall = () => read.all('SELECT count(*) AS n FROM offer')[0]!['n']
  const write = () =>
    box.done('offers.offer', { title: 'Une échelle', who: 'Jo', reach: 'au local' })
  assert.equal(wall(), 0)
  within!(() => {
    assert.equal(wall(), 0)
    write()
    assert.equal(wall(), 0)
  })
  assert.equal(wall(), 1)
  assert.throws(() => within!(() => assert.fail('a page that fails')))
  write()
  assert.equal(wall(), 2)
})

test('so is the page of who holds a card, which another connection reads', () => {
  using box = testBox({ kept: new Kept(1_000_000) })
  box.territory()
  const { byCard, within } = box.source
  const wall = () => byCard!.read.all('SELECT count(*) AS n FROM place')[0]!['n']
  assert.equal(wall(), 0)
  within!(() => {
    assert.equal(wall(), 0)
    box.bring('place', { name: 'La halle', kind: 'hall' })
    assert.equal(wall(), 0)
  })
  assert.equal(wall(), 1)
})
