import assert from 'node:assert/strict'
import { test } from 'node:test'
import { valuesIn } from '../../../../tests/exchange/mail.ts'
import {
  bothWays,
  carry,
  clock,
  KEEPER,
  NOW,
  only,
  refusedBy,
  says,
  stateIn,
  turn,
  villages,
} from '../../../../tests/exchange/villages.ts'
import { acts, interested, thread } from '../../../../tests/exchange/villages-threads.ts'
import type { OpenEngine } from '../../../../tests/support/open-engine.ts'
import { fade } from '../../../engine/forgetting/fading.ts'
import { fr } from '../words/fr.ts'
import { meetingCounts } from './awaited.ts'
import { FADES_AFTER_MS } from './fading.ts'
import { wholeFrom } from './read.ts'
import { dealAnswer, deed } from './records.ts'

/** How a thread of two boxes ends, and what goes of it. */

test('either ends it over a letter: nothing more is said on either side', async () => {
  for (const ends of ['sail', 'boen'] as const) {
    const here = await villages()
    const { sail, boen, lucie, barnabe } = here
    interested(here)
    await bothWays(sail, boen)
    acts(here[ends], ends === 'sail' ? lucie : barnabe, 'end')
    await bothWays(sail, boen)
    await bothWays(boen, sail)
    assert.deepEqual([stateIn(sail), stateIn(boen)], ['ended', 'ended'])
    for (const [engine, who] of [
      [sail, lucie],
      [boen, barnabe],
    ] as const) {
      const id = only(engine)?.id ?? ''
      assert.equal(refusedBy(turn(engine, who, 'deals.word', { id, said: 'a' })), fr.saidNoMore)
      assert.equal(refusedBy(turn(engine, who, 'deals.end', { id })), fr.saidNoMore)
      assert.equal(refusedBy(turn(engine, who, 'deals.proposeIn', { id, when: 'a' })), fr.notNow)
    }
    assert.notEqual(interested(here), only(boen)?.peer, 'another word begins another thread')
  }
})

test('a word that hurt is told to the keeper of who got it, and hidden on both sides', async () => {
  const here = await villages()
  const { sail, boen, lucie, barnabe } = here
  interested(here)
  await carry(sail, boen)
  acts(boen, barnabe, 'word', { said: 'Espèce de cruchonnette.' })
  acts(boen, barnabe, 'word', { said: 'Oui.' })
  await carry(boen, sail)
  const word = wholeFrom(sail.read, only(sail)!).said.find(one =>
    /cruchonnette/.test(one.said ?? ''),
  )!
  const own = wholeFrom(sail.read, only(sail)!).said[0]!
  assert.equal(
    refusedBy(turn(sail, lucie, 'deals.report', { id: only(sail)!.id, word: own.id })),
    fr.notNow,
    'not one’s own',
  )
  acts(sail, lucie, 'report', { word: word.id })
  await bothWays(sail, boen)
  assert.deepEqual(hiddenIn(boen), [], 'the other one is not told')
  assert.ok(!thread(boen).some(one => one.includes('insult')))
  const [told] = sail.read.list(dealAnswer, { where: "says = 'insult'" }, 'home')
  assert.equal(
    refusedBy(turn(boen, KEEPER, 'deals.judge', { id: told!.id, judged: 'hidden' })),
    fr.notNow,
    'the keeper of the other box has nothing to judge',
  )
  assert.ok(turn(sail, KEEPER, 'deals.judge', { id: told!.id, judged: 'hidden' }).done)
  await bothWays(sail, boen)
  for (const engine of [sail, boen]) assert.deepEqual(hiddenIn(engine), [word.id])
})

const hiddenIn = (engine: OpenEngine): readonly string[] => {
  const { said } = wholeFrom(engine.read, only(engine)!)
  return said.flatMap(one => (one.says === 'insult' && one.judged === 'hidden' ? one.reports! : []))
}

test('what is forgotten on one side goes on the other, in letters too', async () => {
  for (const forgets of ['sail', 'boen'] as const) {
    const here = await villages()
    const { sail, boen, lucie, barnabe } = here
    interested(here, { said: 'zwyntrolubak' })
    await bothWays(sail, boen)
    acts(boen, barnabe, 'word', { said: 'krombifluche' })
    await bothWays(boen, sail)
    acts(sail, lucie, 'proposeIn', { when: 'samedi' })
    await bothWays(sail, boen)
    const [gone, stays] = forgets === 'sail' ? [sail, boen] : [boen, sail]
    const [theirs, own] =
      forgets === 'sail' ? ['zwyntrolubak', 'krombifluche'] : ['krombifluche', 'zwyntrolubak']
    assert.ok(valuesIn(stays).includes(theirs))
    const erased = { type: 'deal', id: only(gone)?.id ?? '' }
    assert.ok(turn(gone, KEEPER, 'others.erase', erased).done)
    for (const { id } of gone.read.list(dealAnswer, {}, 'home'))
      assert.ok(turn(gone, KEEPER, 'others.erase', { type: 'deal-answer', id }).done)
    await bothWays(gone, stays)
    assert.ok(!valuesIn(stays).includes(theirs), `${theirs} is gone`)
    assert.ok(valuesIn(stays).includes(own), 'one’s own words stay')
    assert.equal(only(stays)?.state, 'fallen')
    for (const secret of [theirs, own]) assert.ok(!valuesIn(gone).includes(secret), secret)
  }
})

test('what was agreed with a box that forgot it is counted on still, and what was asked is not', async () => {
  for (const forgets of ['sail', 'boen'] as const)
    for (const isAgreed of [true, false]) {
      const here = await villages()
      const { sail, boen, lucie, barnabe } = here
      interested(here, {})
      await bothWays(sail, boen)
      acts(sail, lucie, 'proposeIn', { when: 'samedi' })
      await bothWays(sail, boen)
      if (isAgreed) says(boen, barnabe, { says: 'yes' })
      await bothWays(boen, sail)
      const [gone, stays] = forgets === 'sail' ? [sail, boen] : [boen, sail]
      const erased = { type: 'deal', id: only(gone)?.id ?? '' }
      assert.ok(turn(gone, KEEPER, 'others.erase', erased).done)
      await bothWays(gone, stays)
      assert.equal(only(stays)?.state, 'fallen')
      const whole = wholeFrom(stays.read, only(stays)!)
      const counts = meetingCounts(whole, stays.read, '2026-12-04')
      assert.equal(counts, isAgreed ? 'later' : undefined, forgets)
    }
})

test(
  'a thread of two boxes goes by itself on each, letters too; what is told stays told, and is ' +
    'taken back by one',
  async () => {
    for (const first of ['sail', 'boen'] as const) {
      const here = await villages()
      const { sail, boen, lucie, barnabe } = here
      interested(here, { said: 'zwyntrolubak' })
      await bothWays(sail, boen)
      acts(boen, barnabe, 'word', { said: 'krombifluche' })
      acts(boen, barnabe, 'proposeIn', { when: 'samedi, zwyntrolubak', where: 'krombifluche' })
      await carry(boen, sail)
      says(sail, lucie, { says: 'yes' })
      await bothWays(sail, boen)
      says(boen, barnabe, { says: 'done' })
      await carry(boen, sail)
      says(sail, lucie, { says: 'thank', tell: '1', named: '1' })
      await carry(sail, boen)
      says(boen, barnabe, { says: 'thank', tell: '1', named: '1' })
      await bothWays(boen, sail)
      assert.deepEqual([sail.read.count(deed), boen.read.count(deed)], [1, 1])
      const order = first === 'sail' ? [sail, boen] : [boen, sail]
      for (const engine of order) {
        fade(engine, { ...clock, now: () => NOW + 2 * FADES_AFTER_MS })
        await bothWays(sail, boen)
        await bothWays(boen, sail)
      }
      for (const engine of order)
        for (const word of ['zwyntrolubak', 'krombifluche'])
          assert.ok(!valuesIn(engine).includes(word), `${word}, ${first} first`)
      const letters = "SELECT id FROM letter_home WHERE command IN ('words', 'toldWords')"
      for (const engine of order)
        assert.deepEqual(engine.read.all(`${letters} AND removed IS NOT 1`), [])
      assert.deepEqual([sail.read.count(deed), boen.read.count(deed)], [1, 1])
      says(sail, lucie, { says: 'keep' })
      await bothWays(sail, boen)
      assert.deepEqual([sail.read.count(deed), boen.read.count(deed)], [0, 0])
    }
  },
)

test('a thread of words alone goes with its letters, on each box', async () => {
  const here = await villages()
  const { sail, boen, barnabe } = here
  interested(here, { said: 'zwyntrolubak' })
  await bothWays(sail, boen)
  acts(boen, barnabe, 'word', { said: 'krombifluche' })
  await bothWays(boen, sail)
  for (const engine of [sail, boen]) {
    fade(engine, { ...clock, now: () => NOW + 2 * FADES_AFTER_MS })
    assert.equal(only(engine), undefined)
    for (const said of ['zwyntrolubak', 'krombifluche'])
      assert.ok(!valuesIn(engine).includes(said), said)
  }
})

test('a talk that the other box forgot is over; a word about its notice begins it again', async () => {
  const here = await villages()
  const { sail, boen, lucie } = here
  interested(here)
  await bothWays(sail, boen)
  const { id } = only(boen)!
  assert.ok(turn(boen, KEEPER, 'others.erase', { type: 'deal', id }).done)
  await bothWays(boen, sail)
  assert.equal(stateIn(sail), 'ended')
  acts(sail, lucie, 'word', { said: 'Et samedi ?' })
  await bothWays(sail, boen)
  assert.equal(stateIn(boen), 'talking')
})
