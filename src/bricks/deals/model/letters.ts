import type { CommandContext, DecideContext } from '../../../contract/command.ts'
import { type Decision, draft } from '../../../contract/decision.ts'
import type { LetterRead, Sender } from '../../../contract/letter.ts'
import { hear, heardIn, isOlderLetter, sharedWith } from '../../../contract/letters/order.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { NoticeSeen } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import { isDay } from '../../../core/form/fit.ts'
import type { Input } from '../../../core/form/input.ts'
import { one } from '../../../core/form/input.ts'
import { ID_SHAPE } from '../../../core/id.ts'
import type { FieldsOf } from '../../../core/schema.ts'
import type { fr } from '../words/fr.ts'
import { actsText, type DealAct, MOST_ACTS, readActs, readOldActs } from './acts.ts'
import { answersNow } from './answered.ts'
import { openFrom } from './boxes.ts'
import { goneWith, toldHere, wordsGone } from './gone-there.ts'
import { awayAct, type DealRow, noticeFor, type WholeDeal, wholeFrom, wholeNew } from './read.ts'
import { deal } from './records.ts'
import {
  AWAY,
  type DealEndReason,
  isProposing,
  isToBeTold,
  isWordAlone,
  mayTalk,
  moved,
  possible,
  proposedNow,
  STATES,
  STOPPED,
  type State,
  whyOf,
} from './rules.ts'
import { BESIDE, toldLetters } from './sent-letters.ts'
import { asName, DEAL_FIELDS, LONGEST_NAME, ofNotice, relaysOfSides } from './sides.ts'
import { handedFields } from './slip-days.ts'
import { slipsHeard } from './slips-away.ts'
import { isStoppedThere } from './stopped.ts'
import { forgotten } from './telling.ts'
import { isTaken, isTakenFor } from './threads.ts'

type Words = typeof fr
const say: Say<Words> = message

/** So many deals of one other box may wait here at once. */
const MOST_OPEN = 50

/** Whether a letter of words came beside this one, and says the same and more. */
const isBeside = (input: Input): boolean => one(input, 'beside') === BESIDE.beside

/**
 * Somebody of another box asks for a deal on a notice that is decided here, or says something more
 * of it.
 */
const says: LetterRead<Words> = {
  name: 'says',
  decide: (input, read, at, words): Decision =>
    isBeside(input)
      ? { drafts: [] }
      : asking(readOldActs(one(input, 'acts')), input, { read, at, words }),
  takenBack: (read, at) => goneWith(read, at),
}
/** The same in a thread: with words, places, proposals again, and its end. */
const words: LetterRead<Words> = {
  name: 'words',
  decide: (input, read, at, words): Decision =>
    asking(readActs(one(input, 'acts')), input, { read, at, words }),
  takenBack: (read, at) => wordsGone(read, at),
}

function asking(
  acts: readonly DealAct[] | undefined,
  input: Input,
  of: DecideContext<Words>,
): Decision {
  const { read, at } = of
  if (!at.letter || !acts || acts.length === 0) return { refused: say('notNow') }
  const row = sharedWith(read, deal, at.letter)
  if (row?.asked === true) return { refused: say('notYours') }
  return row
    ? saidMore(wholeFrom(read, row), acts, input, of)
    : askedAnew(input, acts, at.letter, of)
}

/** The answers of that box that were said in it: a stranger's list. */
function partsIn(input: Input): Pick<FieldsOf<typeof deal>, 'responses'> {
  const given = [input['parts'] ?? []].flat().filter(id => ID_SHAPE.test(id))
  return given.length > 0 ? { responses: [...new Set(given)].slice(0, MOST_PARTS) } : {}
}
const MOST_PARTS = 20

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
  const begins = acts.every(act => BEGINNING.has(act.says))
  const other = notice && (ofNotice(notice) ?? asName(words.someone))
  const guest = one(input, 'who').slice(0, LONGEST_NAME)
  const isStopped = other && isStoppedThere(read, { box: sender.box, guest, to: other.key })
  const why = begins && !isStopped ? refusal(notice, sender, read, at) : 'gone'
  const heard = acts.map(({ id }) => id)
  if (why || !notice || !other)
    return { drafts: [], letters: [answered(sender, heard, why ?? 'gone', at)] }
  const checked = at.fields(deal, input, [...DEAL_FIELDS, 'phone'])
  if ('refused' in checked) return checked
  const id = at.newId()
  const fields = {
    ...checked.fields,
    about: [notice.id],
    mode: notice.mode as FieldsOf<typeof deal>['mode'] & string,
    commune: notice.commune,
    parties: other.member === undefined ? [] : [other.member],
    names: other.name === undefined ? [] : [other.name],
    keyedBy: [...new Set([notice.keyedBy, ...relaysOfSides(read, [other], undefined)])].filter(
      who => who !== null,
    ),
    box: sender.box,
    peer: sender.about,
    guest,
    ...partsIn(input),
  } as const
  const [first] = acts
  const state = first?.says === 'yes' ? 'proposed' : 'talking'
  const whole = wholeNew(read, id, { ...fields, state })
  const { draft: begun, said, slips } = heardMore(whole, acts, { read, at, words })
  const row: DealRow = { ...whole.row, ...begun }
  return {
    drafts: [draft(deal, id, { ...fields, ...begun }), ...slips.drafts],
    letters: toldLetters(read, row, said),
  }
}
/** What somebody may begin with: a yes to what they propose, or words. */
const BEGINNING: ReadonlySet<string> = new Set(['yes', 'word', 'propose'])

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
 * nothing. Of a thread that the keeper stopped, nothing is read: they are told that it is over.
 */
function saidMore(
  whole: WholeDeal,
  acts: readonly DealAct[],
  input: Input,
  of: DecideContext<Words>,
): Decision {
  const { read } = of
  const { row, parties } = whole
  if (row.why === STOPPED) return { drafts: [], letters: toldLetters(read, row, whole.said) }
  const { draft: more, said, slips } = heardMore(whole, acts, of)
  const isTakenBack = row.deed !== null && !isToBeTold(parties, said)
  const told = { ...handedFields(input, row), ...partsIn(input) }
  const fields = { ...more, ...told, ...(isTakenBack ? { deed: null } : {}) }
  return {
    drafts: [draft(deal, row.id, fields), ...slips.drafts],
    forget: [...slips.forget, ...(isTakenBack ? forgotten(row.deed ?? '', read) : [])],
    letters: toldLetters(read, { ...row, ...fields }, said),
  }
}

/** What becomes of a deal by what they said since, with all that is said in it. */
function heardMore(whole: WholeDeal, acts: readonly DealAct[], of: DecideContext<Words>) {
  const { read, at } = of
  const { row, parties } = whole
  const start: Moving = {
    state: whole.state,
    when: row.when,
    where: row.where,
    doneOn: row.doneOn,
    why: whyOf(row.why),
    stands: whole.stands,
  }
  const before = {
    heard: row.heard ?? [],
    kept: readActs(row.said) ?? [],
    state: { now: start, said: whole.said },
  }
  const limits = { newId: () => at.newId(), most: MOST_ACTS }
  const { heard, kept, state } = hear(acts, before, limits, ({ now, said }, act) => {
    if (!mayBeHeard({ state: now.state, parties, said }, act)) return undefined
    const entry = awayAct(act)
    const next = isDrop(now.state, act) ? 'fallen' : moved(now.state, parties, said, entry)
    return { now: afterAct(now, { next, act }, whole, { read, at }), said: [...said, entry] }
  })
  const { said } = state
  const { stands: _, ...now } = state.now
  const isNews = now.state !== whole.state || kept.length > before.kept.length
  const news = isNews ? { unseen: toldHere(parties), lived: at.lived() } : {}
  const fresh = kept.slice(before.kept.length).map(awayAct)
  const slips = slipsHeard(whole, fresh, now, of)
  return {
    draft: { ...now, ...news, ...slips.fields, said: actsText(kept), heard },
    said,
    slips,
  } as const
}

/**
 * Whether an act of the other side says something now: what came too late does not, nor an answer
 * to what is proposed no more.
 */
function mayBeHeard(
  { state, parties, said }: Pick<WholeDeal, 'state' | 'parties' | 'said'>,
  act: DealAct,
): boolean {
  const { says, reports } = act
  if (!answersNow(parties, said, act)) return false
  if (isDrop(state, act)) return true
  if (says === 'insult')
    return said.some(one => one.id === reports && one.key !== AWAY && one.says === 'word')
  if (says === 'word' || says === 'end') return mayTalk(said)
  if (says === 'late') return mayTalk(said) && state === 'agreed'
  return possible(state, parties, said, AWAY).includes(says)
}

/** A no of who did not know yet that it was agreed: they took back a yes, or what they asked. */
const isDrop = (state: State, { says }: DealAct): boolean => state === 'agreed' && says === 'no'

type Moving = Readonly<{
  state: State
  when: string | null
  where: string | null
  doneOn: string | null
  why: DealEndReason | null
  /** What is agreed and stands while another moment is asked. */
  stands: Pick<DealRow, 'when' | 'where'> | undefined
}>
function afterAct(
  now: Moving,
  { next, act }: Readonly<{ next: State; act: DealAct }>,
  whole: WholeDeal,
  { read, at }: Readonly<{ read: Reader; at: CommandContext }>,
): Moving {
  const isProposed = next === 'proposed' && act.says === 'propose'
  const isLate =
    (isProposed || (next === 'agreed' && now.state === 'proposed')) &&
    isTakenFor(read, whole, act.says === 'yes' ? proposedNow(whole.said) : undefined)
  if (isLate) return { ...now, state: 'fallen', why: 'taken' }
  return {
    ...now,
    state: next,
    ...(isProposing(act) ? placeOf(now, act) : {}),
    ...(act.says === 'other' && now.state === 'agreed' ? { stands: momentOf(now) } : {}),
    ...(act.says === 'no' && next === 'agreed' && now.stands
      ? { ...momentOf(now.stands), stands: undefined }
      : {}),
    ...(next === 'done' && now.state !== 'done' ? { doneOn: act.on ?? at.today } : {}),
    ...(next !== 'done' && now.state === 'done' ? { doneOn: null } : {}),
  }
}

type Moment = Pick<DealRow, 'when' | 'where'>
const momentOf = ({ when, where }: Moment): Moment => ({ when, where })
const placeOf = (
  { where }: Moving,
  act: DealAct,
): Readonly<{ when: string | null; where: string | null; why: null }> => ({
  when: act.when,
  where: act.where ?? (act.says === 'propose' ? null : where),
  why: null,
})

/**
 * The box that decides tells where a deal stands that was asked of it. An older letter than the
 * last one read changes nothing.
 */
const told: LetterRead<Words> = {
  name: 'told',
  decide: (input, read, at, words): Decision =>
    isBeside(input)
      ? { drafts: [] }
      : standing(readOldActs(one(input, 'acts')), input, { read, at, words }),
  takenBack: (read, at) => goneWith(read, at),
}
/** The same in a thread: with words, places, proposals again, and its end. */
const toldWords: LetterRead<Words> = {
  name: 'toldWords',
  decide: (input, read, at, words): Decision =>
    standing(readActs(one(input, 'acts')), input, { read, at, words }),
  takenBack: (read, at) => wordsGone(read, at),
}

function standing(
  acts: readonly DealAct[] | undefined,
  input: Input,
  of: DecideContext<Words>,
): Decision {
  const { read, at } = of
  const row = read.one(deal, one(input, 'yours'), 'home')
  const state = STATES.find(known => known === one(input, 'state'))
  if (!at.letter || !acts || !state) return { refused: say('notNow') }
  if (row?.asked !== true || row.box !== at.letter.box || isOlderLetter(row.toldAt, at.letter))
    return { drafts: [] }
  // What the keeper here stopped, no letter opens again.
  if (row.why === STOPPED)
    return {
      drafts: [
        draft(deal, row.id, { heard: heardIn(input, 2 * MOST_ACTS), toldAt: at.letter.order }),
      ],
    }
  const checked = at.fields(deal, input, ['when', 'where'])
  if ('refused' in checked) return checked
  const { when = null, where = null } = checked.fields
  const [doneOn, deedId] = [one(input, 'doneOn'), one(input, 'deed')]
  const known = new Set((readActs(row.said) ?? []).map(({ id }) => id))
  const whole = wholeFrom(read, row)
  // Who ended the conversation is told of no word any more.
  const isOver = whole.said.some(({ key, says }) => key !== AWAY && says === 'end')
  const fresh = isOver ? [] : acts.filter(({ id, yours }) => !yours && !known.has(id))
  const isTold = deedId !== (row.deed ?? '')
  const isNews = state !== row.state || isTold || fresh.some(({ says }) => OWN_NEWS.has(says))
  const news = isNews ? { unseen: toldHere(whole.parties), lived: at.lived() } : {}
  const slips = slipsHeard(whole, fresh.map(awayAct), { when, where: where ?? row.where }, of)
  return {
    drafts: [
      draft(deal, row.id, {
        when,
        ...(where === null ? {} : { where }),
        state,
        ...news,
        doneOn: isDay(doneOn) ? doneOn : null,
        deed: ID_SHAPE.test(deedId) ? deedId : null,
        why: whyOf(one(input, 'why')),
        said: actsText(untilEnd(acts)),
        heard: heardIn(input, 2 * MOST_ACTS),
        peer: at.letter.about,
        toldAt: at.letter.order,
        ...slips.fields,
        ...handedFields(input, row),
      }),
      ...slips.drafts,
    ],
    forget: slips.forget,
  }
}
/** No word stands behind the end that this side said. */
function untilEnd(acts: readonly DealAct[]): readonly DealAct[] {
  const end = acts.findIndex(({ says, yours }) => yours === true && says === 'end')
  return end < 0 ? acts : acts.filter((act, i) => i <= end || act.yours || !isWordAlone(act))
}
/** What is news beside where the deal stands. */
const OWN_NEWS: ReadonlySet<string> = new Set(['word', 'late', 'insult', 'end', 'tell'])

export const letters: readonly LetterRead<Words>[] = [says, words, told, toldWords]
