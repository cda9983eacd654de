import assert from 'node:assert/strict'
import { test } from 'node:test'
import { valuesIn } from '../../../../tests/exchange/mail.ts'
import {
  bothWays,
  carry,
  idIn,
  only,
  pageIn,
  says,
  stateIn,
  turn,
  villages,
} from '../../../../tests/exchange/villages.ts'
import { acts, interested, thread } from '../../../../tests/exchange/villages-threads.ts'
import type { OpenEngine } from '../../../../tests/support/open-engine.ts'
import { deals } from '../brick.ts'
import { fr } from '../words/fr.ts'
import { deal } from './records.ts'

/** A thread with a box that reads no words yet. */

test('a box that reads no words understands the rest of a thread', async () => {
  const here = await villages()
  const { sail, boen: newer, lucie, barnabe } = here
  const boen = older(newer)
  interested(here)
  await carry(sail, boen)
  assert.equal(boen.read.count(deal, {}, 'home'), 0, 'a word alone begins nothing there')
  await carry(boen, sail)
  assert.ok(pageIn(sail, lucie).includes(fr.boxReadsNoWords('Boën')))
  acts(sail, lucie, 'proposeIn', { when: 'samedi' })
  await carry(sail, boen)
  assert.deepEqual(
    [stateIn(boen), only(boen)?.when, thread(boen)],
    ['proposed', 'samedi', ['< yes samedi']],
  )
  says(boen, barnabe, { says: 'yes' })
  await carry(boen, sail)
  assert.equal(stateIn(sail), 'agreed')
  acts(sail, lucie, 'word', { said: 'Merci zwyntrolubak' })
  says(sail, lucie, { says: 'done' })
  await bothWays(sail, boen)
  assert.deepEqual([stateIn(sail), stateIn(boen)], ['done', 'done'])
  assert.ok(!valuesIn(boen).includes('zwyntrolubak'))
})

/** The same box before it could read words: it knows no such letter, nor what stands beside one. */
function older(engine: OpenEngine): OpenEngine {
  const letters = (deals.letters ?? [])
    .filter(({ name }) => name === 'says' || name === 'told')
    .map((one): typeof one => ({
      ...one,
      decide: (input, ...more) => one.decide({ ...input, beside: '' }, ...more),
    }))
  const brick = { ...deals, letters }
  Object.assign(engine, { bricks: engine.bricks.map(one => (one.name === 'deals' ? brick : one)) })
  return engine
}

test('an older box that asks is told again in letters that it reads', async () => {
  const here = await villages()
  const { boen, lucie, barnabe, bed } = here
  const sail = older(here.sail)
  idIn(turn(sail, lucie, 'deals.propose', { annonce: bed, what: 'le lit', when: 'samedi' }))
  await carry(sail, boen)
  says(boen, barnabe, { says: 'no' })
  acts(boen, barnabe, 'word', { said: 'Pas samedi.' })
  acts(boen, barnabe, 'proposeIn', { when: 'lundi' })
  await carry(boen, sail)
  assert.deepEqual([stateIn(sail), only(sail)?.when], ['proposed', 'lundi'])
  says(sail, lucie, { says: 'yes' })
  await bothWays(sail, boen)
  assert.deepEqual([stateIn(sail), stateIn(boen)], ['agreed', 'agreed'])
  acts(boen, barnabe, 'end')
  await carry(boen, sail)
  assert.equal(stateIn(sail), 'takenBack')
})
