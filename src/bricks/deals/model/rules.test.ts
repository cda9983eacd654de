import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Role } from '../../../contract/permission.ts'
import { whoIsNamed } from '../../../text/named.ts'
import {
  type Actor,
  endOf,
  isManyEnough,
  isTelling,
  isToBeTold,
  keyOfName,
  moved,
  type Party,
  type PartyStatement,
  possible,
  readsWords,
  type Says,
  type State,
  speaksFor,
  storyOf,
  takenBackBy,
  thanksOf,
} from './rules.ts'
import { storyFault, toldOf } from './story.ts'
import { withoutNames } from './without-names.ts'

const PLAINLY = 'Un arrangement entre voisins'
const ONDINE: Party = { key: 'm1', member: 'm1', name: 'Ondine', relays: [] }
const BARNABE: Party = { key: 'm2', member: 'm2', name: 'Barnabé', relays: ['m3'] }
const GASTON: Party = { key: keyOfName('Gaston'), member: null, name: 'Gaston', relays: ['m3'] }
const ALL = [ONDINE, BARNABE, GASTON]

const said = (
  party: Party,
  says: Says,
  named = false,
  thanks: string | null = null,
): PartyStatement => ({
  key: party.key,
  says,
  named,
  thanks,
})

test('a deal is agreed at the last yes, done or fallen at one word; a no to done makes it agreed again', () => {
  const both = [ONDINE, BARNABE]
  const first = said(ONDINE, 'yes')
  assert.equal(moved('proposed', both, [], first), 'proposed')
  assert.equal(moved('proposed', both, [first], first), 'proposed')
  assert.equal(moved('proposed', both, [first], said(BARNABE, 'yes')), 'agreed')
  assert.equal(moved('proposed', both, [first], said(BARNABE, 'no')), 'fallen')
  assert.equal(
    moved('proposed', both, [first], said(BARNABE, 'done')),
    'proposed',
    'nothing is done that was not agreed',
  )
  assert.equal(moved('agreed', both, [], said(ONDINE, 'done')), 'done')
  assert.equal(moved('agreed', both, [], said(BARNABE, 'not')), 'fallen')
  for (const says of ['yes', 'no', 'done', 'not'] as const)
    assert.equal(moved('fallen', both, [], said(ONDINE, says)), 'fallen')
  const done = [said(ONDINE, 'done')]
  for (const says of ['yes', 'no', 'done'] as const)
    assert.equal(moved('done', both, done, said(BARNABE, says)), 'done')
  assert.equal(moved('done', both, done, said(BARNABE, 'not')), 'agreed')
  assert.equal(moved('done', both, done, said(ONDINE, 'not')), 'done', 'they said so themselves')
  const told = [...done, said(BARNABE, 'tell'), said(BARNABE, 'keep')]
  assert.equal(moved('done', both, told, said(BARNABE, 'not')), 'done')
})

test(
  'who spoke for somebody goes on only where they may: the party, who writes for them, the ' +
    'keeper',
  () => {
    assert.ok(speaksFor({ by: 'neighbour', me: 'm1' }, ONDINE))
    assert.ok(!speaksFor({ by: 'neighbour', me: 'm1' }, BARNABE))
    assert.ok(
      speaksFor({ by: 'relay', me: 'm3' }, BARNABE) && speaksFor({ by: 'relay', me: 'm3' }, GASTON),
    )
    assert.ok(
      !speaksFor({ by: 'relay', me: 'm3' }, ONDINE) &&
        !speaksFor({ by: 'relay', me: 'm4' }, BARNABE),
    )
    assert.ok(
      !speaksFor({ by: 'neighbour', me: 'm3' }, BARNABE),
      'who is a relay no longer speaks for nobody',
    )
    assert.ok(speaksFor({ by: 'keeper' }, GASTON))
    assert.ok(!speaksFor({ by: 'visitor' }, GASTON) && !speaksFor({ by: 'host' }, ONDINE))
  },
)

const party = fc.constantFrom(...ALL)
const says = fc.constantFrom<Says>(
  ...(['yes', 'other', 'no', 'done', 'not', 'tell', 'keep', 'propose', 'end'] as const),
)
const actor: fc.Arbitrary<Actor> = fc.oneof(
  fc.constantFrom<Actor>({ by: 'visitor' }, { by: 'host' }, { by: 'keeper' }),
  fc.record({
    by: fc.constantFrom<Role>('neighbour', 'relay'),
    me: fc.constantFrom('m1', 'm2', 'm3', 'm4'),
  }),
)
const step = fc.record({ actor, party, says, named: fc.boolean() })

test(
  'whatever anybody tries, a deal moves only by a party or who speaks for them, and is told ' +
    'only with everybody’s yes',
  () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), steps => {
        let state = 'proposed' as State
        const all: PartyStatement[] = []
        for (const one of steps) {
          const isAllowed =
            speaksFor(one.actor, one.party) &&
            (one.says === 'end' || possible(state, all, one.party.key).includes(one.says))
          if (!isAllowed) continue
          const now = said(one.party, one.says, one.named)
          const next = moved(state, ALL, all, now)
          if (next !== state) {
            const isOwn = one.party.member !== null && one.actor.me === one.party.member
            const isRelay =
              one.actor.by === 'relay' && one.party.relays.includes(one.actor.me ?? '')
            assert.ok(isOwn || isRelay || one.actor.by === 'keeper')
            assert.ok(next !== 'done' || state === 'agreed', 'done without having been agreed')
          }
          all.push(now)
          state = next
          if (state === 'agreed')
            for (const { key } of ALL)
              assert.ok(all.some(it => it.key === key && /yes|other|propose/.test(it.says)))
          if (isToBeTold(ALL, all)) {
            assert.equal(state, 'done')
            for (const { key } of ALL)
              assert.equal(
                all.findLast(it => it.key === key && /tell|keep/.test(it.says))?.says,
                'tell',
              )
          }
        }
      }),
      { numRuns: 300 },
    )
  },
)

test('words move nothing, whoever says them and wherever the thread stands', () => {
  const word = fc.constantFrom<Says>('word', 'late', 'insult')
  const acts = fc.array(fc.record({ party, says }), { maxLength: 20 })
  fc.assert(
    fc.property(acts, fc.array(fc.record({ party, word, at: fc.nat(20) })), (steps, words) => {
      let [state, alone] = ['proposed', 'proposed'] as State[]
      const [all, only]: PartyStatement[][] = [[], []]
      for (const [i, one] of steps.entries()) {
        for (const said_ of words.filter(({ at }) => at === i)) {
          const now = said(said_.party, said_.word)
          assert.equal(moved(state!, ALL, all!, now), state)
          all!.push(now)
        }
        const now = said(one.party, one.says)
        assert.deepEqual(
          possible(state!, all!, one.party.key),
          possible(alone!, only!, one.party.key),
        )
        state = moved(state!, ALL, all!, now)
        alone = moved(alone!, ALL, only!, now)
        assert.equal(state, alone)
        const back = takenBackBy(state, [...all!, now])
        assert.equal(back?.state, takenBackBy(alone, [...only!, now])?.state)
        all!.push(now)
        only!.push(now)
      }
    }),
    { numRuns: 200 },
  )
})

test('what fell through moves by a new proposal alone, and what was ended by nothing', () => {
  const act = fc.constantFrom<Says>(
    ...(['yes', 'other', 'no', 'done', 'not', 'tell', 'keep', 'word', 'late'] as const),
  )
  fc.assert(
    fc.property(fc.array(fc.record({ party, act }), { maxLength: 20 }), steps => {
      const all: PartyStatement[] = []
      for (const one of steps) {
        const now = said(one.party, one.act)
        assert.equal(moved('fallen', ALL, all, now), 'fallen')
        assert.equal(moved('ended', ALL, all, now), 'ended')
        all.push(now)
      }
      assert.equal(moved('fallen', ALL, all, said(ONDINE, 'propose')), 'proposed')
      assert.equal(moved('ended', ALL, all, said(ONDINE, 'propose')), 'ended')
    }),
  )
})

test('a proposal is agreed by who makes it; the yes to an older one is worth nothing', () => {
  const both = [ONDINE, BARNABE]
  const talk = [said(ONDINE, 'word'), said(BARNABE, 'word')]
  assert.deepEqual(possible('talking', talk, 'm1'), ['propose'])
  const first = [...talk, said(BARNABE, 'propose')]
  assert.deepEqual(possible('proposed', first, 'm2'), ['no'])
  assert.deepEqual(possible('proposed', first, 'm1'), ['yes', 'other', 'no'])
  assert.equal(moved('proposed', both, first, said(ONDINE, 'yes')), 'agreed')
  const again = [...first, said(ONDINE, 'yes'), said(ONDINE, 'not'), said(ONDINE, 'propose')]
  assert.deepEqual(possible('proposed', again, 'm2'), ['yes', 'other', 'no'])
  assert.deepEqual(endOf([...again, said(ONDINE, 'no')]), { is: 'takenBack', key: 'm1' })
  assert.deepEqual(endOf([...again, said(BARNABE, 'no')]), { is: 'refused', key: 'm2' })
})

test('words are read by those who speak for a party; by the keeper where nobody else does', () => {
  const ticket: Party = { ...GASTON, relays: [], ticket: 'd1' }
  const [keeper, holder] = [{ by: 'keeper' }, { by: 'visitor', ticket: 'd1' }] as const
  assert.ok(readsWords(holder, [ONDINE, ticket]) && speaksFor(holder, ticket))
  assert.ok(!readsWords({ by: 'visitor', ticket: 'd2' }, [ONDINE, ticket]))
  assert.ok(!readsWords({ by: 'visitor' }, [ONDINE, ticket]))
  assert.ok(!speaksFor(holder, ONDINE), 'a ticket speaks for its holder alone')
  assert.ok(!readsWords(keeper, [ONDINE, ticket]) && !readsWords(keeper, [ONDINE, BARNABE]))
  assert.ok(readsWords(keeper, [ONDINE, { ...GASTON, relays: [] }]))
  assert.ok(readsWords({ by: 'relay', me: 'm3' }, [ONDINE, BARNABE]))
  assert.ok(!readsWords({ by: 'relay', me: 'm4' }, [ONDINE, BARNABE]))
})

const NAMES = ['Ondine', 'Barnabé', 'Gaston', 'Anne-Lise', 'Rose', 'Malo Perrin']
const words = fc.constantFrom(
  'la haie',
  'd’',
  'de ',
  'Merci à ',
  ', ',
  'avec ',
  ' et ',
  '. ',
  'MERCI ',
  'une rose ',
  'au marché',
  '\n',
)
const sentence = fc
  .array(
    fc.oneof(
      words,
      fc.constantFrom(...NAMES),
      fc.constantFrom('barnabe', 'ONDINE', 'M. Perrin', 'A. Lise', 'Anne'),
    ),
    {
      maxLength: 10,
    },
  )
  .map(all => all.join(' '))

test('a deed never holds a name whose person did not agree to be named', () => {
  const people = fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 2, maxLength: 3 })
  const choices = fc.array(
    fc.record({ tells: fc.boolean(), named: fc.boolean(), thanks: sentence }),
    { minLength: 3, maxLength: 3 },
  )
  fc.assert(
    fc.property(people, choices, sentence, fc.subarray(NAMES), (names, all, what, others) => {
      const parties = names.map(name => ({ key: keyOfName(name), member: null, name, relays: [] }))
      const told = parties.map((one, i) =>
        said(one, all[i]!.tells ? 'tell' : 'keep', all[i]!.named, all[i]!.thanks),
      )
      const free = new Set(names.filter((_, i) => all[i]!.tells && all[i]!.named))
      const hidden = [...names, ...others].filter(name => !free.has(name))
      const text = toldOf(what, { parties, said: told }, others, PLAINLY)
      const everything = [
        text.title,
        ...text.who,
        ...text.thanks.flatMap(one => [one.saying, one.from ?? '']),
      ]
      if (hidden.length > 0)
        for (const one of everything) assert.equal(whoIsNamed(hidden)(one), undefined, one)
      const telling = new Set(parties.filter((_, i) => all[i]!.tells).map(({ name }) => name))
      for (const name of text.who) assert.ok(telling.has(name))
      assert.ok(
        text.thanks.length <= telling.size,
        'a thank-you whose author did not agree is not told',
      )
    }),
    { numRuns: 500 },
  )
})

test('a name in a sentence is said quelqu’un, with its small words; what names nobody stays', () => {
  const without = (text: string) => withoutNames(text, ['Ondine', 'Barnabé'], 'quelqu’un')
  assert.equal(
    without('Barnabé a coupé la haie d’Ondine'),
    'Quelqu’un a coupé la haie de quelqu’un',
  )
  assert.equal(without('Je sais qu’Ondine en rêvait'), 'Je sais que quelqu’un en rêvait')
  assert.equal(without('La haie est droite, merci !'), 'La haie est droite, merci !')
  assert.equal(withoutNames('Merci Bar\u00adnabé', ['Barnabé'], 'quelqu’un'), undefined)
})

test('what somebody wrote is told as it is, or not at all', () => {
  const texts = fc.array(sentence, { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(
      texts,
      sentence,
      fc.array(fc.boolean(), { minLength: 3 }),
      (thanks, what, named) => {
        const all = ALL.map((one, i) => said(one, 'tell', named[i], thanks[i] || null))
        const told = toldOf(what, { parties: ALL, said: all }, ['Rose'], PLAINLY)
        assert.ok(told.title === what || told.title === PLAINLY)
        for (const { saying } of told.thanks) assert.ok(thanks.includes(saying), saying)
      },
    ),
  )
})

test('a sentence that would name who said no is left out whole, and so is a mark that hides it', () => {
  const both = [ONDINE, BARNABE]
  const all = [said(ONDINE, 'tell', true, 'Merci Bar\u200bnabé'), said(BARNABE, 'tell')]
  assert.deepEqual(toldOf('Chez Bar\u00adnabé', { parties: both, said: all }, [], PLAINLY), {
    title: PLAINLY,
    who: ['Ondine'],
    thanks: [],
  })
  const named = [said(ONDINE, 'tell', true, 'Merci Barnabé'), said(BARNABE, 'tell', true)]
  assert.deepEqual(toldOf('Barnabé a coupé la haie', { parties: both, said: named }, [], PLAINLY), {
    title: 'Barnabé a coupé la haie',
    who: ['Ondine', 'Barnabé'],
    thanks: [{ saying: 'Merci Barnabé', from: 'Ondine' }],
  })
})

test('a story names only those who said yes, or have not answered yet, and says no number', () => {
  const both = [ONDINE, BARNABE]
  const fault = (story: string, all: readonly PartyStatement[], me = BARNABE) =>
    storyFault(story, { parties: both, said: all }, me, ['Rose'])
  const first = [said(ONDINE, 'tell', true)]
  assert.equal(fault('Barnabé a coupé la haie d’Ondine', first, ONDINE), undefined)
  assert.equal(fault('Ondine a une haie droite', [said(ONDINE, 'tell')], ONDINE), 'storyNamesYou')
  assert.equal(fault('Rose a coupé la haie', first, ONDINE), 'storyNames')
  assert.equal(fault('Demandez au 04 77 00 11 22', first, ONDINE), 'storyReach')
  assert.equal(fault('Barnabé a coupé la haie', [...first, said(BARNABE, 'tell')]), 'storyNamesYou')
  const no = [said(ONDINE, 'tell'), said(BARNABE, 'tell', true)]
  assert.equal(fault('Barnabé a coupé la haie d’Ondine', no), 'storyNames')
  assert.equal(fault('La haie a été coupée', no), undefined)
})

test('everybody says yes to the very sentence: who wrote another one asks the others again', () => {
  const both = [ONDINE, BARNABE]
  const tells = (party: Party, story: string | null = null) => ({ ...said(party, 'tell'), story })
  const all = [tells(ONDINE, 'La haie est droite.'), tells(BARNABE)]
  assert.ok(isToBeTold(both, all))
  const other = [...all, tells(BARNABE, 'La haie a été coupée.')]
  assert.equal(storyOf(other), 'La haie a été coupée.')
  assert.ok(!isToBeTold(both, other))
  assert.ok(possible('done', other, ONDINE.key).includes('tell'))
  assert.deepEqual(possible('done', other, BARNABE.key), ['keep'])
  assert.ok(isToBeTold(both, [...other, tells(ONDINE)]))
})

test('one who takes it back is enough, and the last thank-you is the one that is read', () => {
  const all = [said(ONDINE, 'tell', true, 'Merci'), said(BARNABE, 'tell')]
  assert.ok(isToBeTold([ONDINE, BARNABE], all))
  const back = [...all, said(BARNABE, 'keep')]
  assert.ok(!isToBeTold([ONDINE, BARNABE], back) && !isTelling(back, BARNABE.key))
  assert.equal(
    thanksOf([...all, said(ONDINE, 'tell', true, 'Grand merci')], ONDINE.key),
    'Grand merci',
  )
  assert.ok(!isToBeTold([], []), 'a deal of nobody is never told')
  assert.ok(!isToBeTold([ONDINE], all), 'one whose other left never tells it alone')
})

test('a figure that would tell of somebody is not said', () => {
  assert.deepEqual([0, 1, 2, 3, 12].map(isManyEnough), [false, false, false, true, true])
})
