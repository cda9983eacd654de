import type { DecideContext } from '../../../contract/command.ts'
import { type Decision, type Draft, draft } from '../../../contract/decision.ts'
import type { Letter } from '../../../contract/letter.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { NoticeSeen } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Input } from '../../../core/form/input.ts'
import { one } from '../../../core/form/input.ts'
import type { FieldsOf } from '../../../core/schema.ts'
import type { fr } from '../words/fr.ts'
import { actNow } from './acts-now.ts'
import { type BoxAway, isRecognised } from './boxes.ts'
import { noticeRead } from './news.ts'
import { memberKnown, type SaidOn, type WholeDeal, wholeFrom, wholeOf } from './read.ts'
import { deal, dealAnswer } from './records.ts'
import { keyOfName, type Says } from './rules.ts'
import { askingOf, askLetters, handedLetters, ownOf, sentOf } from './sent-letters.ts'
import { answerDraft, DEALS, type DealSide, relaysOfSides, type Saying } from './sides.ts'
import { dealsOfSlips } from './slip-days.ts'

type Words = typeof fr
const say: Say<Words> = message

type Proposing = Readonly<{
  fields: FieldsOf<typeof deal>
  mine: DealSide
  notice: NoticeSeen
  away: BoxAway
  /** The answers by which it begins. */
  parts?: readonly string[]
}>

/** From a notice of another box: kept here as asked, and decided there. */
export function proposedAway(
  of: Proposing,
  input: Input,
  { read, at, words }: DecideContext<Words>,
): Decision {
  const { notice, away } = of
  if (!away.isRecognised)
    return { refused: say('notRecognised', away.called || say('thatBox'), notice.reach) }
  return begunAway(of, { says: 'yes' }, input, { read, at, words })
}

/** A thread that begins here and is decided there: with its first act, what is ticked goes. */
export function begunAway(
  { fields, mine, notice, away, parts = [] }: Proposing,
  first: Saying & Readonly<{ says: Says }>,
  input: Input,
  { read, at, words }: DecideContext<Words>,
): Decision {
  const id = at.newId()
  const said = answerDraft(id, mine, first, at)
  const isNamed = one(input, 'named') !== ''
  const name =
    mine.member === undefined ? (mine.name ?? '') : (memberKnown(read, mine.member)?.name ?? '')
  const { what = null, when = null, where = null, phone = null } = fields
  const who = isNamed ? name : ''
  const asking = { id, box: away.name, notice: notice.id, what, when, where, phone, who, parts }
  return {
    drafts: [
      draft(deal, id, {
        ...fields,
        about: [notice.id],
        mode: notice.mode as FieldsOf<typeof deal>['mode'] & string,
        commune: notice.commune,
        parties: mine.member === undefined ? [] : [mine.member],
        names: mine.name === undefined ? [] : [mine.name],
        keyedBy: [
          ...new Set([
            mine.member === at.me ? undefined : at.me,
            ...relaysOfSides(read, [mine], at.me),
          ]),
        ].filter(who => who !== undefined),
        state: first.says === 'yes' ? 'proposed' : 'talking',
        box: away.name,
        guest: notice.who,
        named: isNamed,
        asked: true,
        noticeAs: noticeRead(notice),
        lived: at.lived(),
        ...(parts.length > 0 ? { responses: parts } : {}),
      }),
      said,
    ],
    letters: askLetters(asking, [actNow(said.record, mine, first, at)]),
    next: `${DEALS}/${id}`,
    said:
      first.says === 'yes'
        ? say('askedSaid', away.called || words.anotherBox)
        : say('goesByCourier'),
  }
}

/**
 * What somebody here says of a deal that another box decides: noted, and asked there with all that
 * they said before.
 */
export function saidAway(whole: WholeDeal, answer: Draft, now: SaidOn, read: Reader): Decision {
  const other = whole.parties.find(({ away }) => away !== undefined)
  return {
    drafts: [answer],
    letters: askLetters(askingOf(whole, read), [...ownOf(whole.said), now]),
    next: `${DEALS}/${whole.row.id}`,
    said: say('askedSaid', other?.away || say('anotherBox')),
  }
}

/**
 * Another brick notes an answer (an agreement taken back on one's own page), or that a slip was
 * handed over: the box that shares the deal is told.
 */
export const follows = (drafts: readonly Draft[], read: Reader): readonly Letter[] => [
  ...answersNoted(drafts, read),
  ...dealsOfSlips(drafts, read).flatMap(id => {
    const whole = wholeOf(read, id)
    return whole ? handedLetters(read, whole, drafts) : []
  }),
]

function answersNoted(drafts: readonly Draft[], read: Reader): readonly Letter[] {
  return drafts.flatMap(({ type, record, fields }) => {
    const said: FieldsOf<typeof dealAnswer> = fields
    const row =
      type === dealAnswer.name && said.deal ? read.one(deal, said.deal, 'home') : undefined
    if (!row || row.box === null || !isRecognised(read, row.box)) return []
    const whole = wholeFrom(read, row)
    const kept = {
      on: said.on ?? null,
      named: said.named === true,
      thanks: said.thanks ?? null,
      when: said.when ?? null,
    }
    const key = said.member ?? keyOfName(said.name ?? '')
    const now: SaidOn = {
      id: record,
      key,
      says: (said.says ?? 'keep') as Says,
      ...kept,
      saidBy: null,
      keyedBy: null,
    }
    const changed = drafts
      .filter(one => one.type === deal.name && one.record === row.id)
      .map(one => one.fields)
    return sentOf(read, whole, Object.assign({}, ...changed), now)
  })
}
