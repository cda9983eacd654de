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
import { actsText, type DealAct } from './acts.ts'
import {
  type BoxAway,
  type DealRow,
  isRecognised,
  memberKnown,
  openAbout,
  type SaidOn,
  type WholeDeal,
  wholeFrom,
} from './read.ts'
import { deal, dealAnswer } from './records.ts'
import { AWAY, keyOfName, type Says } from './rules.ts'
import { answerDraft, DEALS, type DealSide } from './sides.ts'

type Words = typeof fr
const say: Say<Words> = message

/**
 * What a letter that asks says of a deal: what would be done, and of whoever asks what they ticked.
 */
type Asking = Readonly<{
  id: string
  box: string
  notice: string
  what: string | null
  when: string | null
  where: string | null
  who: string
  phone: string | null
}>

const actOf = ({ id, says, on, named, thanks, when }: SaidOn): DealAct => ({
  id,
  says,
  on,
  named,
  thanks,
  when,
})
const given = (
  fields: Readonly<Record<string, string | null | undefined>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )

function askLetter(
  { id, box, notice, what, when, where, who, phone }: Asking,
  acts: readonly DealAct[],
): Letter {
  const input = { ...given({ notice, what, when, where, who, phone }), acts: actsText(acts) }
  return { to: box, about: id, brick: 'deals', command: 'says', input }
}

/** Where the deal stands, and all that was said of it: what they said themselves is only named. */
function toldLetter(row: DealRow, said: readonly SaidOn[]): Letter {
  const acts = said
    .filter(({ says }) => says !== 'back')
    .map(one =>
      one.key === AWAY ? { ...actOf(one), thanks: null, when: null, yours: true } : actOf(one),
    )
  const { id, box, peer, state, when, doneOn, why, deed, heard } = row
  const input = {
    ...given({ yours: peer, state, when, doneOn, why, deed }),
    heard: heard ?? [],
    acts: actsText(acts),
  }
  return { to: box ?? '', about: id, brick: 'deals', command: 'told', input }
}
export const toldLetters = (
  read: Reader,
  row: DealRow,
  said: readonly SaidOn[],
): readonly Letter[] =>
  row.box !== null && row.asked !== true && isRecognised(read, row.box)
    ? [toldLetter(row, said)]
    : []

type Proposing = Readonly<{
  fields: FieldsOf<typeof deal>
  mine: DealSide
  notice: NoticeSeen
  away: BoxAway
}>

/** From a notice of another box: kept here as asked, and decided there. */
export function proposedAway(
  of: Proposing,
  input: Input,
  { read, at, words }: DecideContext<Words>,
): Decision {
  const { fields, mine, notice, away } = of
  const called = away.called || words.anotherBox
  if (!away.isRecognised)
    return { refused: say('notRecognised', away.called || say('thatBox'), notice.reach) }
  const asked = openAbout(read, notice.id).filter(row => row.asked === true)
  const already = asked.find(row =>
    wholeFrom(read, row).parties.some(({ key }) => key === mine.key),
  )
  if (already) return { drafts: [], next: `${DEALS}/${already.id}`, said: say('already') }
  const id = at.newId()
  const yes = answerDraft(id, mine, { says: 'yes' }, at)
  const isNamed = one(input, 'named') !== ''
  const name =
    mine.member === undefined ? (mine.name ?? '') : (memberKnown(read, mine.member)?.name ?? '')
  const { what = null, when = null, where = null, phone = null } = fields
  const asking = {
    id,
    box: away.name,
    notice: notice.id,
    what,
    when,
    where,
    phone,
    who: isNamed ? name : '',
  }
  return {
    drafts: [
      draft(deal, id, {
        ...fields,
        about: [notice.id],
        mode: notice.mode as FieldsOf<typeof deal>['mode'] & string,
        commune: notice.commune,
        parties: mine.member === undefined ? [] : [mine.member],
        names: mine.name === undefined ? [] : [mine.name],
        keyedBy: mine.member === at.me || at.me === undefined ? [] : [at.me],
        state: 'proposed',
        box: away.name,
        guest: notice.who,
        named: isNamed,
        asked: true,
      }),
      yes,
    ],
    letters: [
      askLetter(asking, [
        { id: yes.record, says: 'yes', on: at.today, named: false, thanks: null, when: null },
      ]),
    ],
    next: `${DEALS}/${id}`,
    said: say('askedSaid', called),
  }
}

/** All that was said here of a deal that another box decides, with one word more. */
function saidLetter({ row, parties, said }: WholeDeal, now: SaidOn): Letter {
  const mine = parties.find(({ away }) => away === undefined)
  const { id, box, what, when, where, phone } = row
  const who = row.named === true ? (mine?.name ?? '') : ''
  const asking = { id, box: box ?? '', notice: row.about?.[0] ?? '', what, when, where, phone, who }
  return askLetter(asking, [...said.filter(({ key }) => key !== AWAY), now].map(actOf))
}

/**
 * What somebody here says of a deal that another box decides: noted, and asked there with all that
 * they said before.
 */
export function saidAway(whole: WholeDeal, answer: Draft, now: SaidOn): Decision {
  const other = whole.parties.find(({ away }) => away !== undefined)
  return {
    drafts: [answer],
    letters: [saidLetter(whole, now)],
    next: `${DEALS}/${whole.row.id}`,
    said: say('askedSaid', other?.away || say('anotherBox')),
  }
}

/**
 * Another brick notes an answer (an agreement taken back on one's own page): the box that shares
 * the deal is told.
 */
export function follows(drafts: readonly Draft[], read: Reader): readonly Letter[] {
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
    if (row.asked === true) return [saidLetter(whole, now)]
    const changed = drafts
      .filter(one => one.type === deal.name && one.record === row.id)
      .map(one => one.fields)
    return [toldLetter(Object.assign({}, row, ...changed), [...whole.said, now])]
  })
}
