import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ALL, BARNABE, GASTON, ONDINE, said } from '../../../../tests/support/deal-parties.ts'
import type { Role } from '../../../contract/permission.ts'
import {
  type Actor,
  endOf,
  isManyEnough,
  isToBeTold,
  moved,
  type Party,
  type PartyStatement,
  possible,
  readsWords,
  type Says,
  type State,
  speaksFor,
  takenBackBy,
  withoutMovesBack,
} from './rules.ts'

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
            (one.says === 'end' || possible(state, ALL, all, one.party.key).includes(one.says))
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
          possible(state!, ALL, all!, one.party.key),
          possible(alone!, ALL, only!, one.party.key),
        )
        state = moved(state!, ALL, all!, now)
        alone = moved(alone!, ALL, only!, now)
        assert.equal(state, alone)
        const back = takenBackBy(state, ALL, [...all!, now])
        assert.equal(back?.state, takenBackBy(alone, ALL, [...only!, now])?.state)
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
  assert.deepEqual(possible('talking', both, talk, 'm1'), ['propose'])
  const first = [...talk, said(BARNABE, 'propose')]
  assert.deepEqual(possible('proposed', both, first, 'm2'), ['no'])
  assert.deepEqual(possible('proposed', both, first, 'm1'), ['yes', 'other', 'no'])
  assert.equal(moved('proposed', both, first, said(ONDINE, 'yes')), 'agreed')
  const again = [...first, said(ONDINE, 'yes'), said(ONDINE, 'not'), said(ONDINE, 'propose')]
  assert.deepEqual(possible('proposed', both, again, 'm2'), ['yes', 'other', 'no'])
  assert.deepEqual(endOf([...again, said(ONDINE, 'no')]), { is: 'takenBack', key: 'm1' })
  assert.deepEqual(endOf([...again, said(BARNABE, 'no')]), { is: 'refused', key: 'm2' })
})

test('whatever moves are asked, a no to one leaves what was agreed, as if none had been', () => {
  const both = [ONDINE, BARNABE]
  const act = fc.record({ party: fc.constantFrom(...both), says })
  fc.assert(
    fc.property(
      fc.array(act, { maxLength: 12 }),
      fc.array(act, { maxLength: 6 }),
      (start, more) => {
        let state = 'proposed' as State
        const all: PartyStatement[] = []
        const take = (one: Readonly<{ party: Party; says: Says }>): void => {
          const now = said(one.party, one.says)
          if (!possible(state, both, all, now.key).includes(now.says)) return
          state = moved(state, both, all, now)
          all.push(now)
        }
        start.forEach(take)
        if (state !== 'agreed') return
        const [before, agreed] = [[...all], possible(state, both, all, 'm1')]
        take({ party: ONDINE, says: 'other' })
        for (const one of more) if (one.says === 'other') take(one)
        assert.ok(possible(state, both, all, 'm2').includes('not'))
        take({ party: more[0]?.party ?? BARNABE, says: 'no' })
        assert.equal(state, 'agreed')
        assert.deepEqual(withoutMovesBack(both, all), withoutMovesBack(both, before))
        assert.deepEqual(possible(state, both, all, 'm1'), agreed)
      },
    ),
  )
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

test('a figure that would tell of somebody is not said', () => {
  assert.deepEqual([0, 1, 2, 3, 12].map(isManyEnough), [false, false, false, true, true])
})
