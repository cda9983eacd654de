import type { CommandContext, DecideContext } from '../../../contract/command.ts'
import { type Decision, draft, type Forgetting } from '../../../contract/decision.ts'
import type { LetterRead, Sender } from '../../../contract/letter.ts'
import {
  hear,
  heardIn,
  isOlderLetter,
  placed,
  sharedWith,
} from '../../../contract/letters/order.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { NoticeSeen } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import { isDay } from '../../../core/form/fit.ts'
import type { Input } from '../../../core/form/input.ts'
import { one } from '../../../core/form/input.ts'
import { ID_SHAPE } from '../../../core/id.ts'
import type { FieldsOf } from '../../../core/schema.ts'
import type { fr } from '../words/fr.ts'
import { actsText, type DealAct, MOST_ACTS, readActs } from './acts.ts'
import { toldLetters } from './away.ts'
import {
  type DealRow,
  EMPTY_DEAL,
  isTaken,
  noticeFor,
  openFrom,
  type SaidOn,
  type WholeDeal,
  wholeFrom,
} from './read.ts'
import { deal, deed } from './records.ts'
import {
  AWAY,
  type DealEndReason,
  isToBeTold,
  moved,
  type Party,
  possible,
  STATES,
  type State,
  whyOf,
} from './rules.ts'
import { asName, DEAL_FIELDS, LONGEST_NAME, ofNotice } from './sides.ts'

type Words = typeof fr
const say: Say<Words> = message

/** So many deals of one other box may wait here at once. */
const MOST_OPEN = 50

/**
 * Somebody of another box asks for a deal on a notice that is decided here, or says something more
 * of it.
 */
const says: LetterRead<Words> = {
  name: 'says',
  decide: (input, read, at, words): Decision => {
    const acts = readActs(one(input, 'acts'))
    if (!at.letter || !acts || acts.length === 0) return { refused: say('notNow') }
    const row = sharedWith(read, deal, at.letter)
    if (row?.asked === true) return { refused: say('notYours') }
    return row
      ? saidMore(wholeFrom(read, row), acts, read, at)
      : askedAnew(input, acts, at.letter, { read, at, words })
  },
  takenBack: (read, at) => goneWith(read, at),
}

/** Why a notice can't be asked for any more, or by so many. */
function refusal(
  notice: NoticeSeen | undefined,
  sender: Sender,
  read: Reader,
  at: CommandContext,
): DealEndReason | undefined {
  if (!notice || read.homeOf(notice.type, notice.id) !== at.box) return 'gone'
  if (isTaken(read, notice, '')) return 'taken'
  if (notice.isClosed) return 'gone'
  return openFrom(read, sender.box) >= MOST_OPEN ? 'full' : undefined
}

function askedAnew(
  input: Input,
  acts: readonly DealAct[],
  sender: Sender,
  { read, at, words }: DecideContext<Words>,
): Decision {
  const notice = noticeFor(read, one(input, 'notice'))
  // Of a deal that is here no more, only an asking begins another.
  const why = acts.every(act => act.says === 'yes') ? refusal(notice, sender, read, at) : 'gone'
  const heard = acts.map(({ id }) => id)
  if (why || !notice) return { drafts: [], letters: [answered(sender, heard, why ?? 'gone', at)] }
  const checked = at.fields(deal, input, [...DEAL_FIELDS, 'phone'])
  if ('refused' in checked) return checked
  const other = ofNotice(notice) ?? asName(words.someone)
  const [first] = acts
  const id = at.newId()
  const fields = {
    ...checked.fields,
    about: [notice.id],
    mode: notice.mode as FieldsOf<typeof deal>['mode'] & string,
    commune: notice.commune,
    parties: other.member === undefined ? [] : [other.member],
    names: other.name === undefined ? [] : [other.name],
    keyedBy: notice.keyedBy === null ? [] : [notice.keyedBy],
    state: 'proposed',
    box: sender.box,
    peer: sender.about,
    guest: one(input, 'who').slice(0, LONGEST_NAME),
    said: actsText([placed(first!, at.newId())]),
    heard,
  } as const
  const row: DealRow = { ...EMPTY_DEAL, ...fields, id }
  return {
    drafts: [draft(deal, id, fields)],
    letters: toldLetters(read, row, wholeFrom(read, row).said),
  }
}

/** An honest answer where no deal is kept. */
const answered = (
  { box, about }: Sender,
  heard: readonly string[],
  why: DealEndReason,
  at: CommandContext,
) => ({
  to: box,
  about: at.newId(),
  brick: 'deals',
  command: 'told',
  input: { yours: about, state: 'fallen', why, heard, acts: '[]' },
})

/**
 * What they said since, in the order in which they said it; what came too late is read, and changes
 * nothing.
 */
function saidMore(
  whole: WholeDeal,
  acts: readonly DealAct[],
  read: Reader,
  at: CommandContext,
): Decision {
  const { row, parties } = whole
  const start: Moving = {
    state: whole.state,
    when: row.when,
    doneOn: row.doneOn,
    why: whyOf(row.why),
  }
  const before = {
    heard: row.heard ?? [],
    kept: readActs(row.said) ?? [],
    state: { now: start, said: whole.said },
  }
  const limits = { newId: () => at.newId(), most: MOST_ACTS }
  const { heard, kept, state } = hear(acts, before, limits, ({ now, said }, act) => {
    if (!possible(now.state, said, AWAY).includes(act.says)) return undefined
    const entry: SaidOn = { ...act, key: AWAY, saidBy: null, keyedBy: null }
    const next = moved(now.state, parties, said, entry)
    return { now: afterAct(now, { next, act }, whole, { read, at }), said: [...said, entry] }
  })
  const { now, said } = state
  const isTakenBack = row.deed !== null && !isToBeTold(parties, said)
  const news = now.state === whole.state ? {} : { unseen: toldHere(parties) }
  const fields = {
    ...now,
    ...news,
    said: actsText(kept),
    heard,
    ...(isTakenBack ? { deed: null } : {}),
  }
  return {
    drafts: [draft(deal, row.id, fields)],
    ...(isTakenBack ? { forget: deedOf(row, read) } : {}),
    letters: toldLetters(read, { ...row, ...fields }, said),
  }
}

/** Everybody of this side. */
const toldHere = (parties: readonly Party[]): readonly string[] =>
  parties.flatMap((party, place) => (party.away === undefined ? [String(place)] : []))

type Moving = Readonly<{
  state: State
  when: string | null
  doneOn: string | null
  why: DealEndReason | null
}>
function afterAct(
  now: Moving,
  { next, act }: Readonly<{ next: State; act: DealAct }>,
  { row, notices }: WholeDeal,
  { read, at }: Readonly<{ read: Reader; at: CommandContext }>,
): Moving {
  const isLate =
    next === 'agreed' &&
    now.state === 'proposed' &&
    notices.some(notice => isTaken(read, notice, row.id))
  if (isLate) return { ...now, state: 'fallen', why: 'taken' }
  return {
    ...now,
    state: next,
    ...(act.says === 'other' ? { when: act.when } : {}),
    ...(next === 'done' && now.state !== 'done' ? { doneOn: act.on ?? at.today } : {}),
    ...(next !== 'done' && now.state === 'done' ? { doneOn: null } : {}),
  }
}

/** What was told goes for good, unless nothing of it is left already. */
const deedOf = ({ deed: told }: DealRow, read: Reader): readonly Forgetting[] =>
  told !== null &&
  read.history(deed.name, told).some(line => line.value !== undefined && line.field !== 'removed')
    ? [{ type: deed.name, record: told }]
    : []

/**
 * The box that decides tells where a deal stands that was asked of it. An older letter than the
 * last one read changes nothing.
 */
const told: LetterRead<Words> = {
  name: 'told',
  decide: (input, read, at): Decision => {
    const row = read.one(deal, one(input, 'yours'), 'home')
    const [acts, state] = [
      readActs(one(input, 'acts')),
      STATES.find(known => known === one(input, 'state')),
    ]
    if (!at.letter || !acts || !state) return { refused: say('notNow') }
    if (row?.asked !== true || row.box !== at.letter.box || isOlderLetter(row.toldAt, at.letter))
      return { drafts: [] }
    const checked = at.fields(deal, { when: one(input, 'when') }, ['when'])
    if ('refused' in checked) return checked
    const [doneOn, deedId] = [one(input, 'doneOn'), one(input, 'deed')]
    return {
      drafts: [
        draft(deal, row.id, {
          ...checked.fields,
          state,
          ...(state === row.state ? {} : { unseen: toldHere(wholeFrom(read, row).parties) }),
          doneOn: isDay(doneOn) ? doneOn : null,
          deed: ID_SHAPE.test(deedId) ? deedId : null,
          why: whyOf(one(input, 'why')),
          said: actsText(acts),
          heard: heardIn(input, MOST_ACTS),
          peer: at.letter.about,
          toldAt: at.letter.order,
        }),
      ],
    }
  },
  takenBack: (read, at) => goneWith(read, at),
}

/**
 * The other box forgot what it had said of a deal: so does this one, and what was still open is so
 * no more.
 */
function goneWith(read: Reader, at: CommandContext): Decision {
  const row = at.letter && sharedWith(read, deal, at.letter)
  if (!row) return { drafts: [] }
  // A telephone that was asked with is of here.
  const fields = (
    row.asked === true ? (['guest', 'said'] as const) : (['guest', 'phone', 'said'] as const)
  ).filter(name => row[name])
  const isOpen = row.state === 'proposed' || row.state === 'agreed'
  const ended = isOpen
    ? ({ state: 'fallen', why: row.asked === true ? 'gone' : 'takenBack' } as const)
    : {}
  const untold = row.deed !== null && row.asked !== true ? { deed: null } : {}
  const news = isOpen ? { unseen: toldHere(wholeFrom(read, row).parties) } : {}
  return {
    drafts: [draft(deal, row.id, { ...ended, ...news, ...untold })],
    forget: [
      ...fields.map(field => ({ type: deal.name, record: row.id, field })),
      ...('deed' in untold ? deedOf(row, read) : []),
    ],
  }
}

export const letters: readonly LetterRead<Words>[] = [says, told]
