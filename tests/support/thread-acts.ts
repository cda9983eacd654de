import assert from 'node:assert/strict'
import type { NoticeChange, ThreadSide } from './thread-sides.ts'

/** Each act of a thread, and what the other side reads of it next. */

export type ThreadDoing = Readonly<{ does: string; fields?: Readonly<Record<string, string>> }>
const says = (answer: string, more: Readonly<Record<string, string>> = {}): ThreadDoing => ({
  does: 'repondre',
  fields: { says: answer, ...more },
})
const word: ThreadDoing = { does: 'mot', fields: { said: 'Je passe à vingt heures.' } }
const propose: ThreadDoing = {
  does: 'proposer',
  fields: { when: 'samedi 9 h', where: 'au lavoir' },
}
const again: ThreadDoing = { does: 'proposer', fields: { when: 'dimanche 15 h' } }
const [yes, no, done, not] = [says('yes'), says('no'), says('done'), says('not')]

/** Who did that: the side that acts, or the one that reads it next. */
type Step = readonly ['actor' | 'reader', ThreadDoing]
/** What happened before, the act, and what the other reads of it beside its author's name. */
export type ThreadAct = Readonly<{
  before?: readonly Step[]
  act: ThreadDoing
  reads: readonly RegExp[]
}>
const agreed: readonly Step[] = [
  ['reader', propose],
  ['actor', yes],
]
const WHEN = /samedi 12 décembre, 9 h/

export const THREAD_ACTS: Readonly<Record<string, ThreadAct>> = {
  'a word': { act: word, reads: [/Je passe à vingt heures\./] },
  'a time proposed': { act: propose, reads: [WHEN, /au lavoir/, /votre réponse|[ls]a réponse/] },
  'another time': {
    before: [['reader', propose]],
    act: says('other', { when: 'lundi 7 décembre 8 h' }),
    reads: [/lundi 7 décembre 8 h/, /votre réponse|[ls]a réponse/],
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
    reads: [/a mis fin à la conversation/, /samedi 12 décembre, 9 h[^.]*n’a plus lieu/],
  },
  'proposed again after a no': {
    before: [
      ['reader', propose],
      ['actor', no],
    ],
    act: again,
    reads: [/dimanche 6 décembre, 15 h/, /votre réponse|[ls]a réponse/],
  },
  'proposed again after it fell through': {
    before: [...agreed, ['actor', not]],
    act: again,
    reads: [/dimanche 6 décembre, 15 h/, /votre réponse|[ls]a réponse/],
  },
  'a yes taken back': {
    before: agreed,
    act: { does: 'revenir' },
    reads: [/annule son « d’accord »|a dit d’accord, et l’a annulé/],
  },
  'an agreed time moved': {
    before: agreed,
    act: says('other', { when: 'lundi 7 décembre 8 h' }),
    reads: [/lundi 7 décembre 8 h/, /votre réponse|[ls]a réponse/],
  },
  'it may be told': {
    before: [...agreed, ['reader', done], ['actor', done]],
    act: says('thank', { tell: '1', story: 'Les plants ont pris' }),
    reads: [/raconte/],
  },
}

const OFF = /annonce .*n’est plus sur la page/
export const NOTICE_CHANGED: Readonly<Record<NoticeChange, RegExp>> = {
  worded: /a changé son annonce/,
  closed: /a fermé son annonce/,
  off: OFF,
  narrowed: OFF,
}

/** A side does that: it must be done. */
export const does = async (side: ThreadSide, { does: act, fields }: ThreadDoing): Promise<void> => {
  const { status, text } = await side.act(act, fields)
  assert.equal(status, 303, `${side.name} ${act}: ${text}`)
}
/** One line says who, and what; one tap leads to it. */
export async function readsNext(
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
export async function goneOnceSeen(reader: ThreadSide): Promise<void> {
  await reader.sees()
  const left = await reader.news()
  const asks = /votre réponse|pour vous aussi|[ls]a réponse|raconter/i
  assert.ok(
    left.every(line => asks.test(line)),
    `gone: ${left}`,
  )
}
