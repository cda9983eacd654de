import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testEngine } from '../../../../tests/support/test-engine.ts'
import { bricks } from '../../../app/bricks.ts'

/** A kit that is lent may be the bag of an evening; another brick may lack: it is never named. */
const hasKits = bricks.some(({ publishes }) => publishes?.kitsToPack !== undefined)

test('a bag is packed from any kit that is lent, and says what of it is missing', {
  skip: !hasKits && 'nothing is lent in this house',
}, () => {
  using house = testEngine({ bricks })
  const pieces = ['projecteur', 'box', 'écran']
  const kit = house.bring('thing', { title: 'Malle de projection', kind: 'kit', pieces })
  const page = () => house.page('/mallette', { by: 'keeper' }) ?? ''
  assert.match(page(), /<option[^>]*>Malle de projection<\/option>/)
  const day = '2026-12-05'
  house.done('box.prepareBag', { day, where: 'au four', malle: kit })
  assert.match(page(), /Parti\u00a0: projecteur/)
  assert.doesNotMatch(page(), /la borne<|crayons/)
  const paper = JSON.stringify(house.paper('mallette'))
  assert.match(paper, /Malle de projection.*écran/s)

  const id = String(house.read.all('SELECT id FROM kit_bag_home')[0]?.['id'])
  const piece = (name: string) => `piece:${name}`
  const left = pieces.map(piece)
  const back = [piece('projecteur'), piece('écran')]
  house.done('box.tickBag', { id, parti: left, revenu: back, vide: '1' })
  assert.match(page(), /box\u00a0: parti le/)
  house.done('box.findThing', { bag: id, thing: piece('box') })
  assert.doesNotMatch(page(), /box\u00a0: parti le/)
  // The next bag is the box's own list again.
  house.done('box.prepareBag', { day, where: 'au bar', malle: 'nothing' })
  assert.match(page(), /Parti\u00a0: clés USB/)
})
