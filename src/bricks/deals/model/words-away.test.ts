import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { packedFrom, pair, valuesIn } from '../../../../tests/exchange/mail.ts'
import { arrives } from '../../../../tests/exchange/met.ts'
import {
  bothWays,
  bring,
  carry,
  clock,
  idIn,
  KEEPER,
  NOW,
  only,
  others,
  type Person,
  pageIn,
  refusedBy,
  says,
  stateIn,
  TODAY,
  turn,
  type Villages,
  villages,
} from '../../../../tests/exchange/villages.ts'
import type { OpenEngine } from '../../../../tests/support/open-engine.ts'
import { openEngine } from '../../../../tests/support/open-engine.ts'
import { runs, testOnce } from '../../../../tests/support/pass.ts'
import type { Input } from '../../../core/form/input.ts'
import { fade } from '../../../engine/forgetting/fading.ts'
import { openLetters } from '../../../engine/letters/incoming.ts'
import { deals } from '../brick.ts'
import { fr } from '../words/fr.ts'
import { isAwaited, openDealsOf } from './awaited.ts'
import { FADES_AFTER_MS } from './fading.ts'
import { wholeFrom, wholeOf } from './read.ts'
import { deal, dealAnswer, deed } from './records.ts'
import { AWAY } from './rules.ts'

const interested = ({ sail, bed, lucie }: Villages, more: Input = {}): string =>
  idIn(turn(sail, lucie, 'deals.interest', { annonce: bed, named: '1', ...more }))
function acts(engine: OpenEngine, who: Person, command: string, more: Input = {}): void {
  const answer = turn(engine, who, `deals.${command}`, { id: only(engine)?.id ?? '', ...more })
  assert.ok(answer.done, JSON.stringify(answer))
}
/** The acts of the only thread of a box, as it shows them: `<` was said on the other side. */
function thread(engine: OpenEngine): readonly string[] {
  const row = only(engine)
  assert.ok(row)
  return wholeFrom(engine.read, row).said.map(
    one => `${one.key === AWAY ? '<' : '>'} ${one.said ?? `${one.says} ${one.when ?? ''}`.trim()}`,
  )
}
const turned = (all: readonly string[]): readonly string[] =>
  all.map(one => (one.startsWith('<') ? `>${one.slice(1)}` : `<${one.slice(1)}`))

testOnce(
  'a thread begins by a word on a notice of another box, and goes on by letters',
  async () => {
    const here = await villages()
    const { sail, boen, lucie, barnabe, bed } = here
    const id = interested(here)
    assert.deepEqual([stateIn(sail), thread(sail)], ['talking', ['> Ça m’intéresse.']])
    acts(sail, lucie, 'word', { said: 'Le matelas va avec ?' })
    assert.equal(interested(here, { said: 'Et les draps ?' }), id, 'the same thread')
    await carry(sail, boen)
    assert.deepEqual(thread(boen), [
      '< Ça m’intéresse.',
      '< Le matelas va avec ?',
      '< Et les draps ?',
    ])
    const row = only(boen)
    assert.deepEqual(
      [row?.state, row?.about, row?.guest, row?.unseen],
      ['talking', [bed], 'Lucie', ['0']],
    )
    acts(boen, barnabe, 'word', { said: 'Oui, et les draps.' })
    await carry(boen, sail)
    assert.equal(thread(sail).at(-1), '< Oui, et les draps.')
    assert.deepEqual(only(sail)?.unseen, ['0'], 'it is news for Lucie')
    acts(sail, lucie, 'proposeIn', { when: 'samedi', where: 'devant l’église' })
    assert.equal(stateIn(sail), 'talking', 'Boën decides')
    await bothWays(sail, boen)
    for (const engine of [sail, boen])
      assert.deepEqual(
        [only(engine)?.state, only(engine)?.when, only(engine)?.where],
        ['proposed', 'samedi', 'devant l’église'],
      )
    says(boen, barnabe, { says: 'yes' })
    await carry(boen, sail)
    acts(sail, lucie, 'late')
    await carry(sail, boen)
    assert.deepEqual([stateIn(sail), stateIn(boen)], ['agreed', 'agreed'])
    assert.deepEqual(turned(thread(sail)), thread(boen))
  },
)

testOnce('a relay begins a thread of its own for the namesake of somebody else’s', async () => {
  const { sail, bed } = await villages()
  const [rosa, odile] = ['Rosa', 'Odile'].map(
    (name): Person => ({ by: 'relay', me: bring(sail, 'member', { name }) }),
  ) as [Person, Person]
  const writes = (who: Person, command: string, more: Input = {}): string =>
    idIn(turn(sail, who, command, { annonce: bed, forName: 'Huguette', named: '1', ...more }))
  const first = writes(rosa, 'deals.interest')
  const second = writes(odile, 'deals.interest', { said: 'Pour une autre Huguette' })
  assert.notEqual(second, first)
  assert.equal(writes(rosa, 'deals.interest', { said: 'Merci' }), first)
  assert.equal(writes(odile, 'deals.propose', { what: 'Un lit', when: 'samedi' }), second)
})

testOnce('the keeper says no word in the thread of a member with another box', async () => {
  const here = await villages()
  const { sail, boen, lucie, bed } = here
  const id = interested(here)
  const said = { annonce: bed, for: lucie.me!, said: 'zwyntrolubak' }
  const by = idIn(turn(sail, KEEPER, 'deals.interest', said))
  assert.notEqual(by, id, 'what the keeper notes for somebody is a thread of its own')
  assert.deepEqual(
    wholeOf(sail.read, id)?.said.map(one => one.said),
    ['Ça m’intéresse.'],
  )
  await carry(sail, boen)
  assert.deepEqual(
    boen.read.list(deal, {}, 'home').map(row => wholeFrom(boen.read, row).said.length),
    [1, 1],
  )
})

testOnce('what fell through is proposed again in the same thread, from both sides', async () => {
  const here = await villages()
  const { sail, boen, lucie, barnabe } = here
  interested(here)
  await bothWays(sail, boen)
  acts(boen, barnabe, 'proposeIn', { when: 'samedi' })
  await carry(boen, sail)
  says(sail, lucie, { says: 'no' })
  await bothWays(sail, boen)
  assert.deepEqual([stateIn(sail), stateIn(boen)], ['fallen', 'fallen'])
  acts(boen, barnabe, 'proposeIn', { when: 'lundi', where: 'au lavoir' })
  await carry(boen, sail)
  assert.deepEqual([stateIn(sail), only(sail)?.when], ['proposed', 'lundi'])
  says(sail, lucie, { says: 'no' })
  await bothWays(sail, boen)
  acts(sail, lucie, 'proposeIn', { when: 'mardi' })
  assert.equal(
    refusedBy(turn(sail, lucie, 'deals.proposeIn', { id: only(sail)?.id ?? '', when: 'mercredi' })),
    fr.notNow,
    'one proposal is on its way',
  )
  await bothWays(sail, boen)
  assert.deepEqual(
    [stateIn(boen), only(boen)?.when, only(boen)?.where],
    ['proposed', 'mardi', null],
  )
  says(boen, barnabe, { says: 'yes' })
  await carry(boen, sail)
  assert.deepEqual([stateIn(sail), stateIn(boen)], ['agreed', 'agreed'])
  assert.deepEqual(
    [sail, boen].map(engine => engine.read.count(deal, {}, 'home')),
    [1, 1],
  )
  assert.deepEqual(turned(thread(sail)), thread(boen))
})

testOnce('another moment says where too, and both sides know where to meet', async () => {
  const here = await villages()
  const { sail, boen, lucie, barnabe } = here
  interested(here)
  acts(sail, lucie, 'proposeIn', { when: 'samedi' })
  await carry(sail, boen)
  says(boen, barnabe, { says: 'other', when: 'dimanche', where: 'au pont' })
  await carry(boen, sail)
  for (const engine of [sail, boen])
    assert.deepEqual([only(engine)?.when, only(engine)?.where], ['dimanche', 'au pont'])
})

testOnce('a box that reads no words understands the rest of a thread', async () => {
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

testOnce('an older box that asks is told again in letters that it reads', async () => {
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

testOnce('either ends it over a letter: nothing more is said on either side', async () => {
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

testOnce(
  'a word that hurt is told to the keeper of who got it, and hidden on both sides',
  async () => {
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
  },
)
const hiddenIn = (engine: OpenEngine): readonly string[] => {
  const { said } = wholeFrom(engine.read, only(engine)!)
  return said.flatMap(one => (one.says === 'insult' && one.judged === 'hidden' ? one.reports! : []))
}

testOnce('what is forgotten on one side goes on the other, in letters too', async () => {
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

testOnce(
  'a thread of two boxes goes by itself on each, letters too; what is told stays told, and is ' +
    'taken back by one',
  async () => {
    for (const first of ['sail', 'boen'] as const) {
      const here = await villages()
      const { sail, boen, lucie, barnabe } = here
      interested(here, { said: 'zwyntrolubak' })
      await bothWays(sail, boen)
      acts(boen, barnabe, 'word', { said: 'krombifluche' })
      acts(boen, barnabe, 'proposeIn', { when: 'samedi' })
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

testOnce('a thread of words alone goes with its letters, on each box', async () => {
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

testOnce('no more is written than a letter takes, and the other side gets all of it', async () => {
  const here = await villages()
  const { sail, boen, lucie } = here
  interested(here)
  const long = (n: number) => `${n} ${'« »"\\'.repeat(119)}`.slice(0, 600)
  let n = 0
  for (; ; n++) {
    const answer = turn(sail, lucie, 'deals.word', { id: only(sail)?.id ?? '', said: long(n) })
    if (answer.done) continue
    assert.equal(refusedBy(answer), fr.longEnough)
    break
  }
  assert.ok(n > 10)
  await bothWays(sail, boen)
  assert.equal(thread(boen).length, n + 1)
  assert.deepEqual(turned(thread(boen)), thread(sail))
  assert.equal(only(sail)?.heard?.length, n + 1)
})

testOnce('words never take the room of an answer, nor answers that of the end', async () => {
  const here = await villages()
  const { sail, boen, lucie, barnabe } = here
  const id = interested(here)
  await bothWays(sail, boen)
  const written = () => turn(sail, lucie, 'deals.word', { id, said: 'Un mot.' })
  while (written().done);
  assert.equal(refusedBy(written()), fr.longEnough)
  acts(boen, barnabe, 'proposeIn', { when: 'samedi' })
  await bothWays(boen, sail)
  says(sail, lucie, { says: 'yes' })
  await bothWays(sail, boen)
  assert.deepEqual([stateIn(sail), stateIn(boen)], ['agreed', 'agreed'])
  for (let n = 0; ; n++) {
    assert.ok(n < 20)
    const said = n === 0 ? { says: 'done' } : { says: 'thank', ...(n % 2 ? { tell: '1' } : {}) }
    const answer = turn(sail, lucie, 'deals.answer', { id, thanks: `Merci ${n}`, ...said })
    await bothWays(sail, boen)
    assert.equal(stateIn(boen), stateIn(sail))
    if (answer.done) continue
    assert.equal(refusedBy(answer), fr.longEnough)
    break
  }
  acts(sail, lucie, 'end')
  await bothWays(sail, boen)
  assert.equal(thread(boen).at(-1), '< end')
  const word = { id: only(boen)?.id ?? '', said: 'Venez-vous ?' }
  assert.equal(refusedBy(turn(boen, barnabe, 'deals.word', word)), fr.saidNoMore)
  assert.deepEqual(turned(thread(boen)), thread(sail))
})

testOnce(
  'a box that is not recognised is written no word, and nobody of a visitor writes one',
  async () => {
    const here = await villages()
    const { sail, boen, bed, lucie, barnabe } = here
    assert.equal(
      refusedBy(
        turn(sail, { by: 'visitor' }, 'deals.interest', {
          annonce: bed,
          firstName: 'Zoé',
          reach: 'ici',
        }),
      ),
      fr.notDecidedHere,
    )
    interested(here)
    await carry(sail, boen)
    for (const [engine, other] of [
      [sail, boen],
      [boen, sail],
    ] as const)
      pair(engine, other, { paired: undefined, heardAt: NOW })
    for (const [engine, who] of [
      [sail, lucie],
      [boen, barnabe],
    ] as const) {
      const answer = turn(engine, who, 'deals.word', {
        id: only(engine)?.id ?? '',
        said: 'Bonjour',
      })
      assert.ok('refused' in answer, JSON.stringify(answer))
    }
  },
)

testOnce(
  'a thread with a box that is recognised no more awaits nobody, and can be left',
  async () => {
    const here = await villages('lend')
    const { sail, boen, lucie, barnabe } = here
    interested(here)
    await carry(sail, boen)
    acts(boen, barnabe, 'proposeIn', { when: 'jeudi' })
    await carry(boen, sail)
    const { me = '' } = lucie
    const awaits = () => openDealsOf(sail.read, me, TODAY).some(one => isAwaited(one, lucie))
    assert.ok(awaits())
    pair(sail, boen, { paired: undefined, heardAt: NOW })
    assert.ok(!awaits(), 'Barnabé awaits nothing of who can say nothing to him')
    acts(sail, lucie, 'end')
    assert.deepEqual([stateIn(sail), openDealsOf(sail.read, me, TODAY)], ['ended', []])
    assert.match(pageIn(sail, lucie), /jeudi/, 'what was said in it stays')
  },
)

/** What the two say in a thread, with the bundle that each made after each act. */
async function lived() {
  const here = await villages('lend')
  const { sail, boen, lucie, barnabe } = here
  const toBoen: Buffer[] = []
  const toSail: Buffer[] = []
  const step = async (): Promise<void> => {
    await bothWays(sail, boen)
    toBoen.push(await packedFrom(sail))
    toSail.push(await packedFrom(boen))
  }
  interested(here, { said: 'Il est encore là ?' })
  await step()
  acts(sail, lucie, 'proposeIn', { when: 'samedi', where: 'au lavoir' })
  await step()
  says(boen, barnabe, { says: 'no' })
  acts(boen, barnabe, 'word', { said: 'Plutôt lundi.' })
  await step()
  acts(sail, lucie, 'proposeIn', { when: 'lundi' })
  acts(sail, lucie, 'word', { said: 'Lundi, alors.' })
  await step()
  return { ...here, toBoen, toSail }
}
const stands = (engine: OpenEngine) => {
  const row = only(engine)
  return [row?.state, row?.when, row?.where, row?.heard?.length, thread(engine)]
}

test('law 4: words doubled, late and in any order bring the same thread', async () => {
  const { sail, boen, toBoen, bed, barnabe } = await lived()
  const theirs = (all: readonly string[]) => all.filter(one => one.startsWith('<'))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ which: fc.nat({ max: 3 }), opens: fc.boolean() }), { maxLength: 5 }),
      async steps => {
        const there = openEngine([deals, others], boen.log.box)
        pair(there, sail, { paired: true, called: 'Sail' })
        const records = [
          { type: 'member', id: barnabe.me!, fields: { name: 'Barnabé' } },
          {
            type: 'offer',
            id: bed,
            fields: { title: 'Un lit d’enfant', who: 'Barnabé', mode: 'lend', author: barnabe.me! },
          },
        ]
        assert.ok(turn(there, KEEPER, 'plain.bring', { records: JSON.stringify(records) }).done)
        for (const { which, opens } of [...steps, { which: 1, opens: true }]) {
          await arrives(there, toBoen[Math.min(which, 1)]!, NOW)
          if (opens) await openLetters(there, clock)
        }
        says(there, barnabe, { says: 'no' })
        for (const { which, opens } of [...steps, { which: 3, opens: true }]) {
          await arrives(there, toBoen[which]!, NOW)
          if (opens) await openLetters(there, clock)
        }
        const [state, when, where, heard, said] = stands(there)
        assert.deepEqual([state, when, where, heard], stands(boen).slice(0, 4))
        assert.deepEqual(theirs(said as readonly string[]), theirs(thread(boen)))
      },
    ),
    runs(4, 20, 200),
  )
})

testOnce(
  'law 4: the thread that the box that decides told, late and doubled, leaves the last',
  async () => {
    const { sail, boen, toSail, lucie } = await lived()
    const before = stands(sail)
    for (const bytes of [...toSail.toReversed(), ...toSail]) {
      await arrives(sail, bytes, NOW)
      await openLetters(sail, clock)
    }
    assert.deepEqual(stands(sail), before)
    assert.deepEqual(turned(thread(sail)), thread(boen))
    assert.ok(!pageIn(sail, lucie).includes('Demandé'))
    assert.equal(sail.read.count(deed), 0)
  },
)
