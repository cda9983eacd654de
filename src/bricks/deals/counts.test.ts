import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lackingBrick } from '../../../tests/support/folders.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { twoNeighbours } from '../../../tests/support/two-neighbours.ts'
import { linesOn } from '../../../tests/support/waiting-acts.ts'
import { meetingCounts } from './model/awaited.ts'
import { wholesFrom } from './model/read.ts'
import { deal } from './model/records.ts'

/** Whether people count on the meeting of a thread: such a meeting is told before others. */

const TODAY = '2026-12-05'
const [THAT_DAY, LATER] = ['samedi 5 décembre, 18 h', 'samedi 12 décembre, 9 h']
/** Of the newest thread: whether anybody counts on its meeting, on that day. */
function countsIn({ engine: { read } }: TestBox) {
  const rows = read.list(deal, { order: 'id' }, 'home')
  return meetingCounts(wholesFrom(read, rows).at(-1)!, read, TODAY)
}
const skip = lackingBrick('offers')

test('nobody counts on what was never agreed: talked of, proposed, refused or taken back', {
  skip,
}, async () => {
  const { box, elodie, mathieu, interested, does } = await twoNeighbours()
  using _box = box
  const { location: at } = await interested(elodie)
  assert.equal(countsIn(box), undefined, 'talked of')
  for (const refuses of [mathieu, elodie]) {
    await does(elodie, `${at}/proposer`, { when: THAT_DAY })
    assert.equal(countsIn(box), undefined, 'proposed')
    await does(refuses, `${at}/repondre`, { says: 'no' })
    assert.equal(countsIn(box), undefined, 'refused')
  }
  await does(elodie, `${at}/finir`)
  assert.equal(countsIn(box), undefined, 'closed')
})

test('a talk that was closed without any moment counts for nobody', { skip }, async () => {
  const { box, elodie, interested, does } = await twoNeighbours()
  using _box = box
  const { location: at } = await interested(elodie)
  await does(elodie, `${at}/finir`)
  assert.equal(countsIn(box), undefined)
})

test('people count on what was agreed, also moved, called off or closed, and not asked anew', {
  skip,
}, async () => {
  const { box, elodie, mathieu, interested, does } = await twoNeighbours()
  using _box = box
  const { location: at } = await interested(elodie)
  const says = (who: typeof elodie, says: string, more = {}) =>
    does(who, `${at}/repondre`, { says, ...more })
  await does(elodie, `${at}/proposer`, { when: THAT_DAY })
  await says(mathieu, 'yes')
  assert.equal(countsIn(box), 'today', 'agreed')
  await says(mathieu, 'other', { when: LATER })
  assert.equal(countsIn(box), 'today', 'asked at another moment')
  await says(elodie, 'no')
  assert.equal(countsIn(box), 'today', 'kept')
  await says(elodie, 'not')
  assert.equal(countsIn(box), 'today', 'called off')
  await does(elodie, `${at}/proposer`, { when: THAT_DAY })
  await says(mathieu, 'no')
  assert.equal(countsIn(box), undefined, 'asked anew, and refused')
  await does(elodie, `${at}/proposer`, { when: LATER })
  await says(mathieu, 'yes')
  await says(mathieu, 'other', { when: THAT_DAY })
  await does(elodie, `${at}/finir`)
  assert.equal(countsIn(box), 'later', 'closed while another moment was asked')
})

test('people count on what was agreed with somebody who takes their ticket back', {
  skip,
}, async () => {
  for (const isAgreed of [true, false]) {
    const { box, mathieu, ticketed, does } = await twoNeighbours()
    using _box = box
    const { visitor, at, id } = await ticketed()
    await does(mathieu, `/arrangements/${id}/proposer`, { when: THAT_DAY })
    if (isAgreed) await does(visitor, `${at}/repondre`, { says: 'yes' })
    await does(visitor, `${at}/reprendre`)
    assert.equal(countsIn(box), isAgreed ? 'today' : undefined)
  }
})

test('what was agreed with somebody who is forgotten counts on the day that is left', {
  skip,
}, async () => {
  const { box, elodie, mathieu, interested, does } = await twoNeighbours()
  using _box = box
  const { location: at } = await interested(elodie)
  await does(elodie, `${at}/proposer`, { when: THAT_DAY })
  await does(mathieu, `${at}/repondre`, { says: 'yes' })
  await does(elodie, '/moi/oublier')
  assert.equal(countsIn(box), 'today')
})

test('the keeper reads an agreed meeting that is off before a proposal taken back for today', {
  skip,
}, async () => {
  using box = testBox()
  box.territory()
  const karim = await box.member('Karim')
  const begins = async (who: string, when: string): Promise<string> => {
    const title = `${who} prête son four`
    const annonce = box.bring('offer', { title, who, reach: 'au bar', state: 'firm', mode: 'lend' })
    const at = await box.leadsTo(karim, '/arrangements/interet', { annonce })
    await box.doneBy(karim, `${at}/proposer`, { when })
    return at
  }
  const takenBack = await begins('Simone', THAT_DAY)
  await box.doneBy(karim, `${takenBack}/repondre`, { says: 'no' })
  const off = await begins('Odette', LATER)
  await box.doneBy(box.keeper, `${off}/repondre`, { says: 'yes', party: '1' })
  await box.doneBy(karim, `${off}/repondre`, { says: 'not' })
  const lines = (await linesOn(box.keeper)).map(({ href }) => href)
  assert.deepEqual(
    lines.filter(href => href === off || href === takenBack),
    [off, takenBack],
  )
})
