import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answersTo } from '../../src/bricks/meetings/model/read.ts'
import { noticeAsked, takingOf } from '../../src/bricks/meetings/model/taking.ts'
import { learntHere } from '../../src/bricks/offers/model/matching/found.ts'
import { idFrom } from '../../src/core/id.ts'
import type { OpenEngine } from '../support/open-engine.ts'
import type { TestBox } from '../support/test-box.ts'
import { NOON } from '../wire/boxes.ts'
import { bring, carried, engineOf, paired, said } from './engines.ts'
import { does, meet, twoVillages } from './web-villages.ts'

/** Notices between two boxes: one that is shown to fewer people, and how much each takes of it. */

const NOTICE = idFrom(NOON, Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 1))
function two(): readonly [OpenEngine, OpenEngine] {
  const [one, other] = [engineOf(1), engineOf(2)]
  paired(one, other)
  bring(one, 'offer', NOTICE, {
    title: 'Rosa donne un zwyncanari',
    who: 'Rosa',
    reach: 'au bar',
    state: 'firm',
    mode: 'give',
    amount: 'une palette, 400 kg',
  })
  return [one, other]
}
const held = ({ log }: OpenEngine): string => JSON.stringify(log.sql.all('SELECT value FROM piece'))
const isRead = ({ read }: OpenEngine): boolean =>
  read.called(NOTICE)?.title.includes('zwyncanari') === true &&
  read.search('zwyncanari', ['offer']).hits.length === 1

test('a notice that is shown by card from now on is erased in the box that had it, and may come back', async () => {
  const [one, other] = two()
  await carried(one, other)
  assert.ok(isRead(other))
  const answer = said(one, 'offers.respread', { id: NOTICE, accord: 'carte' })
  assert.ok(answer.done, JSON.stringify(answer))
  assert.ok(held(one).includes('zwyncanari'), 'it is kept where its person shows it')
  await carried(one, other)
  assert.ok(!isRead(other))
  assert.ok(!held(other).includes('zwyncanari'))
  const wide = said(one, 'offers.showAround', { id: NOTICE })
  assert.ok(wide.done, JSON.stringify(wide))
  await carried(one, other)
  assert.equal(other.read.search('zwyncanari', ['offer']).hits.length, 1)
})

const taken = ({ read }: OpenEngine): string => {
  const of = noticeAsked(read.as('meetings'), NOTICE)
  const { taken, left, over } = takingOf(answersTo(read, NOTICE), of?.whole)
  return `${taken} ${left} ${over}`
}
const take = (engine: OpenEngine, name: string, combien: string): void => {
  const answer = said(engine, 'meetings.answer', { id: NOTICE, firstName: name, combien })
  assert.ok(answer.done, JSON.stringify(answer))
}

test('what people take in two villages is one count in both, in whatever order it is carried', async () => {
  const ends = []
  for (const isFirst of [true, false]) {
    const [one, other] = two()
    await carried(one, other)
    take(one, 'Paul', '300 kg')
    take(other, 'Nadia', 'la moitié')
    take(other, 'Paul', '0,05 t')
    for (const back of [isFirst, !isFirst, isFirst])
      await (back ? carried(other, one) : carried(one, other))
    assert.equal(taken(one), taken(other))
    ends.push(taken(one))
  }
  assert.equal(ends[0], ends[1])
  assert.equal(ends[0], '250 150 0', 'the last that Paul said counts')
})

test('a word of here goes to a box that meets this one, and each keeper takes it away at home', async () => {
  const { sail, boen } = twoVillages()
  const words = (box: TestBox) =>
    learntHere(box.read.as('offers')).words.all.map(one => `${one.said} = ${one.means}`)
  const dropped = (box: TestBox) => {
    const [row] = box.read.all("SELECT id FROM local_word WHERE said = 'daille'")
    return does(box, box.keeper, '/annonces/mots/retirer', { id: String(row!['id']) })
  }
  await does(sail, sail.keeper, '/annonces/mots', { said: 'daille', means: 'faux' })
  boen.later(1_000)
  await does(boen, boen.keeper, '/annonces/mots', { said: 'faux', means: 'daille' })
  await meet(sail, boen)
  assert.deepEqual([words(sail), words(boen)], [['daille = faux'], ['daille = faux']], 'no loop')
  await dropped(boen)
  await meet(boen, sail)
  assert.deepEqual([words(sail), words(boen)], [['daille = faux'], ['faux = daille']])
  await dropped(sail)
  await meet(sail, boen)
  assert.deepEqual([words(sail), words(boen)], [['faux = daille'], ['faux = daille']])
  assert.deepEqual([...sail.faults, ...boen.faults], [])
})
