import assert from 'node:assert/strict'
import { cases, testEach, testOnce } from '../../../tests/support/pass.ts'
import { testBox } from '../../../tests/support/test-box.ts'
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

type Does = Readonly<{ does: string; fields?: Readonly<Record<string, string>> }>
const says = (answer: string, more: Readonly<Record<string, string>> = {}): Does => ({
  does: 'repondre',
  fields: { says: answer, ...more },
})
const word: Does = { does: 'mot', fields: { said: 'Je passe à vingt heures.' } }
const propose: Does = { does: 'proposer', fields: { when: 'samedi 9 h', where: 'au lavoir' } }
const again: Does = { does: 'proposer', fields: { when: 'dimanche 15 h' } }
const [yes, no, done, not] = [says('yes'), says('no'), says('done'), says('not')]

/** Who did that: the side that acts, or the one that reads it next. */
type Step = readonly ['actor' | 'reader', Does]
/** What happened before, the act, and what the other reads of it beside its author's name. */
type Row = Readonly<{ before?: readonly Step[]; act: Does; reads: readonly RegExp[] }>
const agreed: readonly Step[] = [
  ['reader', propose],
  ['actor', yes],
]
const WHEN = /samedi 9 h/

const ACTS: Readonly<Record<string, Row>> = {
  'a word': { act: word, reads: [/Je passe à vingt heures\./] },
  'a time proposed': { act: propose, reads: [WHEN, /au lavoir/, /votre réponse|sa réponse/] },
  'another time': {
    before: [['reader', propose]],
    act: says('other', { when: 'lundi 8 h' }),
    reads: [/lundi 8 h/, /votre réponse|sa réponse/],
  },
  'a yes': { before: [['reader', propose]], act: yes, reads: [/c’est convenu/i, WHEN] },
  'a no': { before: [['reader', propose]], act: no, reads: [/ne peut pas, cette fois/, WHEN] },
  'a no with a line': {
    before: [['reader', propose]],
    act: says('no', { said: 'Je suis malade.' }),
    reads: [/ne peut pas, cette fois/, /Je suis malade\./],
  },
  'a proposal taken back': {
    before: [['actor', propose]],
    act: no,
    reads: [/a retiré sa proposition/, WHEN],
  },
  late: { before: agreed, act: { does: 'retard' }, reads: [/en retard/, WHEN] },
  'it falls through': { before: agreed, act: not, reads: [/ne se fait pas/, WHEN] },
  'it falls through, with a reason': {
    before: agreed,
    act: says('not', { said: 'Le pneu est crevé.' }),
    reads: [/ne se fait pas/, WHEN, /Le pneu est crevé\./],
  },
  done: { before: agreed, act: done, reads: [/c’est fait/i, WHEN] },
  'not done': { before: [...agreed, ['reader', done]], act: not, reads: [/pas encore fait/, WHEN] },
  'the end of words': { act: { does: 'finir' }, reads: [/a mis fin à la conversation/] },
  'the end of what was agreed': {
    before: agreed,
    act: { does: 'finir' },
    reads: [/a mis fin à la conversation/, /samedi 9 h[^.]*n’a plus lieu/],
  },
  'proposed again after a no': {
    before: [
      ['reader', propose],
      ['actor', no],
    ],
    act: again,
    reads: [/dimanche 15 h/, /votre réponse|sa réponse/],
  },
  'proposed again after it fell through': {
    before: [...agreed, ['actor', not]],
    act: again,
    reads: [/dimanche 15 h/, /votre réponse|sa réponse/],
  },
  'a yes taken back': {
    before: agreed,
    act: { does: 'revenir' },
    reads: [/annule son « d’accord »|a dit d’accord, et l’a annulé/],
  },
  'it may be told': {
    before: [...agreed, ['reader', done], ['actor', done]],
    act: says('thank', { tell: '1', story: 'Les plants ont pris' }),
    reads: [/raconte/],
  },
}

const OFF = /annonce .*n’est plus sur la page/
const CHANGES: Readonly<Record<NoticeChange, RegExp>> = {
  worded: /a changé son annonce/,
  closed: /a fermé son annonce/,
  off: OFF,
  narrowed: OFF,
}

const does = async (side: ThreadSide, { does: act, fields }: Does): Promise<void> => {
  const { status, text } = await side.act(act, fields)
  assert.equal(status, 303, `${side.name} ${act}: ${text}`)
}
async function readsNext(
  reader: ThreadSide,
  { name }: ThreadSide,
  reads: readonly RegExp[],
): Promise<void> {
  const lines = await reader.news()
  assert.equal(lines.length, 1, `one line, not ${JSON.stringify(lines)}`)
  for (const one of [new RegExp(name), ...reads]) assert.match(lines[0]!, one)
  assert.equal((await reader.opens()).status, 200)
  const told = await reader.code?.()
  if (told !== undefined) {
    assert.match(told, /Du nouveau vous attend|votre réponse|dites si|on vous demande/)
    assert.doesNotMatch(told, new RegExp(`${name}|samedi|lavoir|plants|remorque`))
  }
}

/** Something that nobody but who reads next has to act on: it is gone once they saw it. */
async function goneOnceSeen(reader: ThreadSide): Promise<void> {
  await reader.sees()
  const left = await reader.news()
  const asks = /votre réponse|pour vous aussi|sa réponse|raconter/i
  assert.ok(
    left.every(line => asks.test(line)),
    `gone: ${left}`,
  )
}

const NOTICE_CHANGES = ['worded', 'closed', 'off', 'narrowed'] as const
const SIDES = ['starter', 'author'] as const
const other = ({ starter, author }: ThreadPair, side: ThreadSide): ThreadSide =>
  side === starter ? author : starter

type Named<T> = Readonly<{ title: string }> & T
type Begin = (typeof THREAD_PAIRS)[string]
const PAIRS: readonly (readonly [string, Begin])[] = Object.entries(THREAD_PAIRS)
const SAID: readonly Named<Readonly<{ begin: Begin; side: 'starter' | 'author'; row: Row }>>[] =
  Object.entries(ACTS).flatMap(([name, row]) =>
    PAIRS.flatMap(([pair, begin]) =>
      SIDES.map(side => ({ title: `${pair}: ${name}, by the ${side}`, begin, side, row })),
    ),
  )
const CHANGED: readonly Named<Readonly<{ begin: Begin; change: NoticeChange }>>[] =
  NOTICE_CHANGES.flatMap(change =>
    PAIRS.map(([pair, begin]) => ({ title: `${pair}: the notice is ${change}`, begin, change })),
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
  testEach(title, async t => {
    using box = testBox()
    box.territory()
    const thread = await begin(box)
    const { starter, author } = thread
    const doing = thread.change[change]
    if (!doing) return t.skip('its author can’t')
    await author.sees()
    box.later(1_000)
    await doing()
    // Who holds a card reads it as before.
    const isSame = change === 'narrowed' && starter.code === undefined
    if (isSame) assert.deepEqual(await starter.news(), [])
    else await readsNext(starter, author, [CHANGES[change]])
    await goneOnceSeen(starter)
    assert.deepEqual(box.faults, [])
  })
