import assert from 'node:assert/strict'
import type { Browser } from '../support/browser.ts'
import { cases, testEach, testOnce } from '../support/pass.ts'
import type { TestBox } from '../support/test-box.ts'
import {
  does,
  goneOnceSeen,
  readsNext,
  THREAD_ACTS,
  type ThreadAct,
} from '../support/thread-acts.ts'
import { signed, type ThreadSide, ticketed } from '../support/thread-sides.ts'
import {
  idIn,
  meet,
  does as posts,
  relayIn,
  sentNotice,
  type TwoVillages,
  twoVillages,
} from './web-villages.ts'

/**
 * Law: what one side of a thread of two boxes says is seen by the other at their next page, once
 * the boxes met: who, and what. One tap leads to it, and it is gone once it is answered or seen.
 */

/** `starter`: who answers from Sail. `author`: whose notice it is, in Boën. */
type AwayPair = Readonly<{ starter: ThreadSide; author: ThreadSide }>
type Asks = (sail: TestBox) => Promise<Readonly<{ name: string; who: Browser; place?: string }>>
type Offers = (
  boen: TestBox,
) => Promise<Readonly<{ notice: string; side: (id: string) => ThreadSide }>>

const WORD = 'J’ai ce qu’il faut.'
const dealIn = (box: TestBox): string => String(box.read.all('SELECT id FROM deal_home')[0]!['id'])
const title = 'cherche une place pour le marché'

const ASKS: Readonly<Record<string, Asks>> = {
  member: async sail => ({ name: 'René', who: await sail.member('René') }),
  relay: async sail => {
    const { who } = await relayIn(sail, 'Anaïs')
    return { name: 'Huguette', who, place: '0' }
  },
  keeper: async sail => ({ name: 'Huguette', who: sail.keeper, place: '0' }),
}
const OFFERS: Readonly<Record<string, Offers>> = {
  member: async boen => {
    const barnabe = await boen.member('Barnabé')
    const sent = { title, reachBy: 'word', accord: 'voisins' }
    const notice = idIn((await barnabe.post('/annonces/chercher', sent)).location)
    return { notice, side: id => signed(boen, 'Barnabé', barnabe, id) }
  },
  visitor: async boen => {
    const sent = await sentNotice(boen, { title, who: 'Ginette', phone: '04 77 24 11 22' })
    return { notice: sent.notice, side: id => ticketed(boen, 'Ginette', sent, id) }
  },
  'somebody without a screen': async boen => {
    const notice = boen.bring('need', { title, who: 'Rosa' })
    return { notice, side: id => signed(boen, 'Rosa', boen.keeper, id, '0') }
  },
}

async function begun({ sail, boen }: TwoVillages, asks: Asks, offers: Offers): Promise<AwayPair> {
  const { notice, side } = await offers(boen)
  await meet(boen, sail)
  const { name, who, place } = await asks(sail)
  const forName = place === undefined ? {} : { forName: name }
  const said = { annonce: notice, named: '1', said: WORD, ...forName }
  const thread = idIn(await posts(sail, who, '/arrangements/interet', said))
  await meet(sail, boen)
  return { starter: signed(sail, name, who, thread, place), author: side(dealIn(boen)) }
}

const PAIRS = Object.entries(ASKS).flatMap(([from, asks]) =>
  Object.entries(OFFERS).map(([to, offers]) => ({
    pair: `${from}, notice of ${to}`,
    asks,
    offers,
  })),
)
const noFaults = ({ sail, boen }: TwoVillages): void =>
  assert.deepEqual([...sail.faults, ...boen.faults], [])

for (const { pair, asks, offers } of PAIRS)
  testOnce(`${pair}: the first word is seen there, who and what`, async () => {
    const here = twoVillages()
    const { starter, author } = await begun(here, asks, offers)
    await readsNext(author, starter, [/J’ai ce qu’il faut\./])
    assert.deepEqual(await starter.news(), [])
    await goneOnceSeen(author)
    noFaults(here)
  })

/** That an answer was taken back leaves no box: the other one tells where it stands by then. */
const AWAY_ACTS: Readonly<Record<string, ThreadAct>> = {
  ...THREAD_ACTS,
  'a yes taken back': {
    ...THREAD_ACTS['a yes taken back']!,
    reads: [/annule sa réponse/, /samedi 12 décembre, 9 h/],
  },
}
/**
 * The box that asks takes nothing back of what the other one decided. A moment that was agreed is
 * not moved between two boxes: an older one would keep the first.
 */
const isOf = (name: string, side: string): boolean =>
  name !== 'an agreed time moved' && (name !== 'a yes taken back' || side === 'author')
const SAID = Object.entries(AWAY_ACTS).flatMap(([name, row]) =>
  PAIRS.flatMap(({ pair, ...more }) =>
    (['starter', 'author'] as const)
      .filter(side => isOf(name, side))
      .map(side => ({ title: `${pair}: ${name}, by the ${side}`, side, row, ...more })),
  ),
)
type Saying = Readonly<{ side: keyof AwayPair; row: ThreadAct }>

/** Every step, each followed by the courier. */
async function said(here: TwoVillages, pair: AwayPair, { side, row }: Saying): Promise<void> {
  const [actor, reader] =
    side === 'starter' ? [pair.starter, pair.author] : [pair.author, pair.starter]
  const steps = async (who: ThreadSide, act: ThreadAct['act']): Promise<void> => {
    await does(who, act)
    const [from, to] = who === pair.starter ? [here.sail, here.boen] : [here.boen, here.sail]
    await meet(from, to)
  }
  for (const [who, step] of row.before ?? []) await steps(who === 'actor' ? actor : reader, step)
  await reader.sees()
  await actor.sees()
  await steps(actor, row.act)
  await readsNext(reader, actor, row.reads)
  await goneOnceSeen(reader)
}

for (const { title: name, asks, offers, ...saying } of cases(SAID, 11, 1))
  testEach(name, async () => {
    const here = twoVillages()
    await said(here, await begun(here, asks, offers), saying)
    noFaults(here)
  })
