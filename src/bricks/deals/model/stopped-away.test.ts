import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  bothWays,
  bring,
  carry,
  KEEPER,
  only,
  type Person,
  shown,
  turn,
  villages,
} from '../../../../tests/exchange/villages.ts'
import { acts, interested } from '../../../../tests/exchange/villages-threads.ts'
import { wholeFrom } from './read.ts'
import { deal, dealAnswer } from './records.ts'
import { STOPPED } from './rules.ts'

/** What a keeper stopped between two boxes stays stopped, whatever letter comes. */

test('no letter opens a stopped thread again, whichever of the two boxes stopped it', async () => {
  for (const hurt of ['sail', 'boen'] as const) {
    const here = await villages()
    const { sail, boen, lucie, barnabe } = here
    interested(here)
    await bothWays(sail, boen)
    const [mine, other] = hurt === 'sail' ? [sail, boen] : [boen, sail]
    const [me, them] = hurt === 'sail' ? [lucie, barnabe] : [barnabe, lucie]
    acts(other, them, 'word', { said: 'Je sais où tu habites.' })
    await carry(other, mine)
    const said = () => wholeFrom(mine.read, only(mine)!).said
    const word = said().find(one => one.said === 'Je sais où tu habites.')!
    acts(mine, me, 'report', { word: word.id })
    const [told] = mine.read.list(dealAnswer, { where: "says = 'insult'" }, 'home')
    acts(other, them, 'word', { said: 'Alors, zwyntro ?' })
    assert.ok(turn(mine, KEEPER, 'deals.judge', { id: told!.id, judged: STOPPED }).done)
    await bothWays(other, mine)
    await bothWays(other, mine)
    if (hurt === 'boen') assert.deepEqual([only(sail)!.state, only(sail)!.why], ['ended', null])
    const { state, why } = only(mine)!
    assert.deepEqual([state, why], ['ended', STOPPED], hurt)
    assert.ok(
      said().every(one => !/zwyntro/.test(one.said ?? '')),
      hurt,
    )
  }
})

test('whom a keeper stopped begins no other thread from their box with that person', async () => {
  const here = await villages()
  const { sail, boen, lucie, barnabe } = here
  interested(here)
  acts(sail, lucie, 'word', { said: 'Je sais où tu habites.' })
  await bothWays(sail, boen)
  const { said } = wholeFrom(boen.read, only(boen)!)
  acts(boen, barnabe, 'report', { word: said.at(-1)!.id })
  const [told] = boen.read.list(dealAnswer, { where: "says = 'insult'" }, 'home')
  assert.match(shown(boen, KEEPER, '/arrangements/signalements'), /value="stopped"/)
  assert.ok(turn(boen, KEEPER, 'deals.judge', { id: told!.id, judged: STOPPED }).done)
  const given = { title: 'Un lustre', who: 'Barnabé', mode: 'give', author: barnabe.me! }
  const lamp = bring(boen, 'offer', given)
  await bothWays(boen, sail)
  const asks = async (who: Person, word: string) => {
    const asked = { annonce: lamp, named: '1', said: word }
    assert.ok(turn(sail, who, 'deals.interest', asked).done)
    await bothWays(sail, boen)
  }
  const held = () => JSON.stringify(boen.read.list(deal, {}, 'home'))
  await asks(lucie, 'zwyntro')
  assert.doesNotMatch(held(), /zwyntro/)
  await asks({ by: 'neighbour', me: bring(sail, 'member', { name: 'Odile' }) }, 'zwynbon')
  assert.match(held(), /zwynbon/)
})
