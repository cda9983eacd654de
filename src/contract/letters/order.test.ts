import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { idFrom } from '../../core/id.ts'
import type { LetterAct } from './acts.ts'
import { decidedOrder, hear, heardIn, isOlderLetter, pendingActs, toldOrder } from './order.ts'

/** An act of the tests: it is refused when the state is odd and it says so. */
type Step = Readonly<{ says: string }>
type Own = Readonly<{ id: string; says: string; away?: true }>
const away = ({ id, says }: LetterAct<Step>): Own => ({ id, says, away: true })
const id = (n: number): string => idFrom(n, new Uint8Array(10))

/** A box that decides and one that asks, with every letter that they wrote. */
function boxes() {
  let drawn = 1
  const newId = (): string => id(drawn++)
  const own: Own[] = []
  const asked: Own[] = []
  let decides = { heard: [] as readonly string[], kept: [] as readonly LetterAct<Step>[], state: 0 }
  let told: Readonly<{ acts: readonly LetterAct<Step>[]; heard: readonly string[]; at: string }> = {
    acts: [],
    heard: [],
    at: '',
  }
  const asking: (readonly Own[])[] = []
  const telling: (typeof told)[] = []
  const order = () => decidedOrder(own, decides.kept, away)
  const tells = () => {
    const acts = order().map(({ away: theirs, ...act }) => (theirs ? { ...act, yours: true } : act))
    telling.push({ acts, heard: decides.heard, at: newId() })
  }
  return {
    asking,
    telling,
    says: (says: string) => {
      asked.push({ id: newId(), says })
      asking.push([...asked])
    },
    answers: (says: string) => {
      own.push({ id: newId(), says })
      tells()
    },
    reads: (which: number) => {
      const letter = asking[which]
      if (!letter) return
      decides = hear(letter, decides, { newId, most: 100 }, (state, { says }) =>
        says === 'late' && state % 2 === 1 ? undefined : state + 1,
      )
      tells()
    },
    hearsOf: (which: number) => {
      const letter = telling[which]
      if (letter && !isOlderLetter(told.at, { box: '', about: '', order: letter.at })) told = letter
    },
    decides: () => decides,
    order,
    toldOrder: () => toldOrder(asked, told.acts, { heard: told.heard, shown: away }),
    pending: () => pendingActs(asked, told.heard),
    asked,
  }
}
const STEP = fc.oneof(
  fc.record({ is: fc.constantFrom('says' as const, 'answers' as const), n: fc.nat(3) }),
  fc.record({ is: fc.constantFrom('reads' as const, 'hearsOf' as const), n: fc.nat(12) }),
)
const WORDS = ['yes', 'late', 'no', 'word']
const ids = (acts: readonly Readonly<{ id: string }>[]): readonly string[] =>
  acts.map(one => one.id)

test('law 4: letters of acts lost, doubled and in any order give both boxes one order', () => {
  fc.assert(
    fc.property(fc.array(STEP, { maxLength: 25 }), steps => {
      const both = boxes()
      for (const { is, n } of steps)
        is === 'says' || is === 'answers' ? both[is](WORDS[n] ?? '') : both[is](n)
      both.reads(both.asking.length - 1)
      both.hearsOf(both.telling.length - 1)
      const decided = both.order()
      assert.deepEqual(ids(both.toldOrder()), ids(decided))
      assert.deepEqual(both.pending(), [])
      // Each act that was done there stands once, in the order in which it was done.
      const theirs = ids(decided.filter(one => one.away))
      assert.deepEqual(
        theirs,
        ids(both.asked).filter(one => theirs.includes(one)),
      )
      assert.deepEqual(new Set(both.decides().heard), new Set(ids(both.asked)))
      // Everything again, oldest last: nothing moves.
      const before = [both.decides(), both.toldOrder()]
      for (const which of both.asking.keys().toArray().toReversed()) both.reads(which)
      const last = both.telling.length - 1
      both.hearsOf(last)
      for (let which = last; which >= 0; which--) both.hearsOf(which)
      assert.deepEqual([both.decides(), both.toldOrder()], before)
    }),
  )
})

test('an act that comes too late is read, and is never read again', () => {
  const both = boxes()
  both.says('yes')
  both.says('late')
  both.reads(1)
  assert.deepEqual(ids(both.decides().kept), ids(both.asked.slice(0, 1)))
  both.says('yes')
  both.reads(2)
  assert.deepEqual(
    both.decides().kept.map(act => act.says),
    ['yes', 'yes'],
  )
  assert.equal(both.decides().heard.length, 3)
})

test('what is on its way stands last, and is named', () => {
  const both = boxes()
  both.says('yes')
  both.reads(0)
  both.answers('no')
  both.hearsOf(both.telling.length - 1)
  both.says('word')
  assert.deepEqual(
    both.toldOrder().map(one => one.says),
    ['yes', 'no', 'word'],
  )
  assert.deepEqual(
    both.pending().map(one => one.says),
    ['word'],
  )
})

test('no more acts are kept than the limit, and each counts as read', () => {
  const acts = Array.from({ length: 5 }, (_, n) => ({ id: id(n), says: 'word' }))
  const before = { heard: [], kept: [], state: 0 }
  const after = hear(acts, before, { newId: () => id(99), most: 2 }, state => state + 1)
  assert.deepEqual([after.kept.length, after.heard.length, after.state], [2, 5, 2])
})

test('a stranger’s list of what was read holds ids alone, and so many', () => {
  assert.deepEqual(heardIn({ heard: id(1) }, 3), [id(1)])
  assert.deepEqual(heardIn({}, 3), [])
  const heard = ['x', ...[1, 2, 3, 4].map(id), '"; DROP']
  assert.deepEqual(heardIn({ heard }, 3), [1, 2, 3].map(id))
})
