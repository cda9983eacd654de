import assert from 'node:assert/strict'
import { cases, testEach, testOnce } from '../../../tests/support/pass.ts'
import { testBox } from '../../../tests/support/test-box.ts'
import {
  does,
  goneOnceSeen,
  NOTICE_CHANGED,
  readsNext,
  THREAD_ACTS,
  type ThreadAct,
} from '../../../tests/support/thread-acts.ts'
import {
  type NoticeChange,
  THREAD_PAIRS,
  type ThreadPair,
  type ThreadSide,
} from '../../../tests/support/thread-sides.ts'

/**
 * Law: what one side of a thread says is seen by the other at their next page: who, and what. One
 * tap leads to it, and it is gone once it is answered or seen.
 */

const NOTICE_CHANGES = ['worded', 'closed', 'off', 'narrowed'] as const
const SIDES = ['starter', 'author'] as const
const other = ({ starter, author }: ThreadPair, side: ThreadSide): ThreadSide =>
  side === starter ? author : starter

type Named<T> = Readonly<{ title: string }> & T
type Begin = (typeof THREAD_PAIRS)[string]
const PAIRS: readonly (readonly [string, Begin])[] = Object.entries(THREAD_PAIRS)
const SAID: readonly Named<
  Readonly<{ begin: Begin; side: 'starter' | 'author'; row: ThreadAct }>
>[] = Object.entries(THREAD_ACTS).flatMap(([name, row]) =>
  PAIRS.flatMap(([pair, begin]) =>
    SIDES.map(side => ({ title: `${pair}: ${name}, by the ${side}`, begin, side, row })),
  ),
)
/** The keeper takes off the notice of who has no screen; who holds its ticket corrects it too. */
const changesIn = (pair: string): readonly NoticeChange[] =>
  pair.endsWith('of a member')
    ? NOTICE_CHANGES
    : pair.endsWith('of a visitor')
      ? ['worded', 'off']
      : ['off']
const CHANGED: readonly Named<Readonly<{ begin: Begin; change: NoticeChange }>>[] = PAIRS.flatMap(
  ([pair, begin]) =>
    changesIn(pair).map(change => ({
      title: `${pair}: the notice is ${change}`,
      begin,
      change,
    })),
)

for (const [pair, begin] of PAIRS)
  testOnce(`${pair}: the first word is seen by its author, who and what`, async () => {
    using box = testBox()
    box.territory()
    const { starter, author } = await begin(box)
    await readsNext(author, starter, [/J’ai ce qu’il faut\./])
    assert.deepEqual(await starter.news(), [])
    await goneOnceSeen(author)
    assert.deepEqual(box.faults, [])
  })

for (const { title, begin, side, row } of cases(SAID, 5, 1))
  testEach(title, async () => {
    using box = testBox()
    box.territory()
    const thread = await begin(box)
    const [actor, reader] = [thread[side], other(thread, thread[side])]
    for (const [who, step] of row.before ?? []) await does(who === 'actor' ? actor : reader, step)
    await reader.sees()
    await actor.sees()
    await does(actor, row.act)
    await readsNext(reader, actor, row.reads)
    await goneOnceSeen(reader)
    assert.deepEqual(box.faults, [])
  })

for (const { title, begin, change } of cases(CHANGED, 5, 1))
  testEach(title, async () => {
    using box = testBox()
    box.territory()
    const thread = await begin(box)
    const { starter, author } = thread
    const doing = thread.change[change]
    assert.ok(doing, 'its author can')
    await author.sees()
    box.later(1_000)
    await doing()
    // Who holds a card reads it as before.
    const isSame = change === 'narrowed' && starter.code === undefined
    if (isSame) assert.deepEqual(await starter.news(), [])
    else await readsNext(starter, author, [NOTICE_CHANGED[change]])
    await goneOnceSeen(starter)
    assert.deepEqual(box.faults, [])
  })
