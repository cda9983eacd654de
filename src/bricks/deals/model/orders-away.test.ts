import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { asks, only, pageIn, says, stateIn, villages } from '../../../../tests/exchange/villages.ts'
import {
  acts,
  boenAgain,
  brought,
  comesIn,
  inAnyOrder,
  interested,
  livedBy,
  thread,
  turned,
} from '../../../../tests/exchange/villages-threads.ts'
import type { OpenEngine } from '../../../../tests/support/open-engine.ts'
import { runs, testOnce } from '../../../../tests/support/pass.ts'
import { actsText, readActs } from './acts.ts'
import { dealAnswer, deed } from './records.ts'

/** Letters of two boxes about one deal come to the same, whatever their order. */

/** A deal that is asked, moved, agreed and done, by letters that boxes of every age read. */
async function arranged() {
  const here = await villages()
  const { sail, boen, lucie, barnabe } = here
  const bundles = await livedBy(here, [
    () => asks(here),
    () => says(boen, barnabe, { says: 'other', when: 'dimanche' }),
    () => says(sail, lucie, { says: 'yes' }),
    () => says(sail, lucie, { says: 'done' }),
  ])
  return { ...here, ...bundles }
}
const whole = (engine: OpenEngine) => {
  const row = only(engine)
  const acts = readActs(row?.said ?? null)?.map(act => act.says)
  return [row?.state, row?.when, row?.doneOn, row?.heard?.length, acts]
}

test('law 4: bundles doubled, late and in any order bring the same end', async () => {
  const here = await arranged()
  const { sail, boen, toBoen } = here
  assert.deepEqual([stateIn(sail), stateIn(boen)], ['done', 'done'])
  const [said] = boen.read.list(dealAnswer, {}, 'home')
  await fc.assert(
    fc.asyncProperty(inAnyOrder, async steps => {
      const there = boenAgain(here, 'give')
      // Whatever came before, the first letter asks; Barnabé answers at one moment, by the act
      // that the letters of Sail answer; the last bundle says all.
      await comesIn(there, toBoen[0]!)
      const asked = only(there)!.id
      const before = readActs(only(there)!.said)!.map(act => ({ ...act, place: act.id }))
      const { id, member, says, when, on } = said!
      const fields = { deal: asked, member: member!, says: says!, when: when!, on: on! }
      brought(there, [
        { type: 'deal-answer', id, fields },
        { type: 'deal', id: asked, fields: { when: when!, said: actsText(before) } },
      ])
      for (const { which, opens } of [...steps, { which: 3, opens: true }])
        await comesIn(there, toBoen[which]!, opens)
      assert.deepEqual(whole(there), whole(boen))
    }),
    runs(4, 20, 200),
  )
})

testOnce(
  'law 4: what the box that decides told, late and doubled, leaves the last of it',
  async () => {
    const { sail, boen, toSail, lucie } = await arranged()
    const before = whole(sail)
    for (const bundle of [...toSail.toReversed(), ...toSail]) await comesIn(sail, bundle)
    assert.deepEqual(whole(sail), before)
    assert.equal(boen.read.count(dealAnswer, {}, 'home'), 1)
    assert.ok(!pageIn(sail, lucie).includes('Demandé'))
  },
)

/** A thread of words, in which what is proposed is refused, and another time proposed. */
async function talked() {
  const here = await villages('lend')
  const { sail, boen, lucie, barnabe } = here
  const bundles = await livedBy(here, [
    () => interested(here, { said: 'Il est encore là ?' }),
    () => acts(sail, lucie, 'proposeIn', { when: 'samedi', where: 'au lavoir' }),
    () => {
      says(boen, barnabe, { says: 'no' })
      acts(boen, barnabe, 'word', { said: 'Plutôt lundi.' })
    },
    () => {
      acts(sail, lucie, 'proposeIn', { when: 'lundi' })
      acts(sail, lucie, 'word', { said: 'Lundi, alors.' })
    },
  ])
  return { ...here, ...bundles }
}
const stands = (engine: OpenEngine) => {
  const row = only(engine)
  return [row?.state, row?.when, row?.where, row?.heard?.length, thread(engine)]
}

test('law 4: words doubled, late and in any order bring the same thread', async () => {
  const here = await talked()
  const { boen, toBoen, barnabe } = here
  const theirs = (all: readonly string[]) => all.filter(one => one.startsWith('<'))
  await fc.assert(
    fc.asyncProperty(inAnyOrder, async steps => {
      const there = boenAgain(here, 'lend')
      for (const { which, opens } of [...steps, { which: 1, opens: true }])
        await comesIn(there, toBoen[Math.min(which, 1)]!, opens)
      says(there, barnabe, { says: 'no' })
      for (const { which, opens } of [...steps, { which: 3, opens: true }])
        await comesIn(there, toBoen[which]!, opens)
      assert.deepEqual(stands(there).slice(0, 4), stands(boen).slice(0, 4))
      assert.deepEqual(theirs(thread(there)), theirs(thread(boen)))
    }),
    runs(4, 20, 200),
  )
})

testOnce(
  'law 4: the thread that the box that decides told, late and doubled, leaves the last',
  async () => {
    const { sail, boen, toSail, lucie } = await talked()
    const before = stands(sail)
    for (const bundle of [...toSail.toReversed(), ...toSail]) await comesIn(sail, bundle)
    assert.deepEqual(stands(sail), before)
    assert.deepEqual(turned(thread(sail)), thread(boen))
    assert.ok(!pageIn(sail, lucie).includes('Demandé'))
    assert.equal(sail.read.count(deed), 0)
  },
)
