import type { CommandContext, DecideContext } from '../../../../contract/command.ts'
import { type Decision, draft, type Undo } from '../../../../contract/decision.ts'
import { message, type Say } from '../../../../contract/message.ts'
import type { FieldsOf } from '../../../../core/schema.ts'
import type { fr } from '../../words/fr.ts'
import { actNow } from '../acts-now.ts'
import { saidAway } from '../away.ts'
import { othersTaken } from '../ending.ts'
import { toldNext } from '../news.ts'
import type { WholeDeal } from '../read.ts'
import { deal } from '../records.ts'
import { isTelling, isToBeTold, moved, type Party, type Says, type State } from '../rules.ts'
import { toldLetters, tooLong } from '../sent-letters.ts'
import { answerDraft, DEALS, nextOf, type Saying, sideOf } from '../sides.ts'
import { forgotten, tellDraft } from '../telling.ts'
import { type Moved, movedSaid } from './moved-said.ts'

type Words = typeof fr
const say: Say<Words> = message

/** What is written of a thread once somebody answered in it: how it moved, and who hears of it. */
export function afterAnswer(
  whole: WholeDeal,
  party: Party,
  saying: Saying & Readonly<{ says: Says }>,
  of: DecideContext<Words>,
): Decision {
  const { read, at } = of
  const { row, state, parties, said } = whole
  const answered = answerDraft(row.id, sideOf(party), saying, at)
  const now = actNow(answered.record, party, saying, at)
  const refused = tooLong(whole, now)
  if (refused) return refused
  if (row.asked === true) return saidAway(whole, answered, now, read)
  const all = [...said, now]
  const next = moved(state, parties, said, now)
  const told = toldNow({ ...whole, said: all, state: next }, of)
  const gone =
    next === 'agreed' && state !== 'agreed'
      ? othersTaken(whole, read, at)
      : { drafts: [], letters: [] }
  const is: Moved = {
    ...{ says: saying.says, next, isTold: told.deed !== undefined, isUntold: told.isUntold },
    kept: next === 'agreed' && saying.says === 'no' ? whole.stands : undefined,
  }
  const fields = fieldsAfter(whole, party, { ...is, saying, deed: told.deed?.record }, at)
  return {
    drafts: [
      answered,
      ...(Object.keys(fields).length > 0 ? [draft(deal, row.id, fields)] : []),
      ...(told.deed ? [told.deed] : []),
      ...gone.drafts,
    ],
    ...(told.isUntold ? { forget: forgotten(row.deed ?? '', read) } : {}),
    letters: [...toldLetters(read, { ...row, ...fields }, all), ...gone.letters],
    ...nextOf(row.id, at),
    said: movedSaid(whole, party, is, of),
    ...undoOf(whole, is, { at, shown: answered.record, isAlone: gone.drafts.length === 0 }),
  }
}

/** The deed that is told by this answer, or that this answer takes back. */
function toldNow(
  whole: WholeDeal,
  { read, at, words }: DecideContext<Words>,
): Readonly<{ deed: ReturnType<typeof tellDraft> | undefined; isUntold: boolean }> {
  const { row, state, parties, said } = whole
  const isTold = state === 'done' && isToBeTold(parties, said)
  // What shows to everybody is written by somebody whom this box knows.
  const isWritable = isTold && row.deed === null && at.ticket === undefined
  return {
    deed: isWritable ? tellDraft(whole, said, { read, at, words }) : undefined,
    isUntold: !isTold && row.deed !== null,
  }
}

type AfterMoved = Moved & Readonly<{ saying: Saying; deed: string | undefined }>
/**
 * The fields of the thread that change. Whoever answers has seen what was said; the others have
 * something to see, unless it is only their own answer that is awaited.
 */
function fieldsAfter(
  { row, state, parties, said }: WholeDeal,
  party: Party,
  { says, next, saying, deed, isUntold, kept }: AfterMoved,
  at: CommandContext,
): FieldsOf<typeof deal> {
  const others = toldNext(parties, party, at.me)
  const isMoved = next !== state || deed !== undefined || isUntold
  const before = row.unseen ?? []
  // Who said yes waits for this answer.
  const isAwaited = parties.some(({ key }) => key !== party.key && isTelling(said, key))
  const isSeen = isMoved || says === 'tell' || (says === 'keep' && isAwaited)
  const unseen = isSeen ? others : before.filter(one => others.includes(one))
  return {
    ...(unseen.join() === before.join() ? {} : { unseen: unseen.length > 0 ? unseen : null }),
    ...(next === state ? {} : { state: next, ...doneOnOf(next, state, at) }),
    ...(kept ? { when: kept.when, where: kept.where } : {}),
    ...(says === 'other' ? { when: saying.when ?? null } : {}),
    ...(says === 'other' && (row.box === null || saying.where)
      ? { where: saying.where ?? null }
      : {}),
    ...(deed ? { deed } : isUntold ? { deed: null } : {}),
    ...(isMoved ? { lived: at.lived() } : {}),
  }
}
const doneOnOf = (
  next: State,
  state: State,
  { today }: CommandContext,
): Readonly<{ doneOn?: string | null }> =>
  next === 'done' ? { doneOn: today } : state === 'done' ? { doneOn: null } : {}

/** *Annuler*: of what one alone closes for both, and of a yes that turned nobody else away. */
function undoOf(
  { row }: WholeDeal,
  { says, next }: Moved,
  { at, shown, isAlone }: Readonly<{ at: CommandContext; shown: string; isAlone: boolean }>,
): Readonly<{ undo?: Undo }> {
  const isClosed = CLOSING.has(says) && next !== 'agreed'
  const isAgreed = says === 'yes' && next === 'agreed' && isAlone
  return at.ticket === undefined && (isClosed || isAgreed)
    ? { undo: { path: `${DEALS}/${row.id}/revenir`, input: { shown }, words: say('goBack') } }
    : {}
}
/** One alone closes it for both. */
const CLOSING: ReadonlySet<Says> = new Set(['no', 'not', 'done'])
