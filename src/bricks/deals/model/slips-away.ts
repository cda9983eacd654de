import type { DecideContext } from '../../../contract/command.ts'
import type { Draft, Forgetting } from '../../../contract/decision.ts'
import type { Reader } from '../../../contract/reader.ts'
import { isOneOf } from '../../../core/narrow.ts'
import type { fr } from '../words/fr.ts'
import { MOST_ACTS } from './acts.ts'
import type { DealRow, SaidOn, WholeDeal } from './read.ts'
import { deal } from './records.ts'
import { AWAY, isCancelling, isWordAlone } from './rules.ts'
import { inOrder } from './sides.ts'
import { SLIP, slipsByAct } from './slip-days.ts'
import { handedIn, isMove, isOutdated, MOVES, slipToOthers } from './slips.ts'
import { agreedOff } from './stands.ts'

/** What came by letter for somebody without a screen is handed over to them. */

type Of = DecideContext<typeof fr>
/** When they would meet, and where, once all of the letter is read. */
type Moment = Readonly<{ when?: string | null; where?: string | null }>

/** What the relay or the keeper hands over of one act; '' where it says nothing to them. */
function sentenceOf(
  { state, said: before, stands }: WholeDeal,
  { says, said, when, where }: SaidOn,
  { now, isCalledOff }: Readonly<{ now: Moment; isCalledOff: boolean }>,
  words: typeof fr,
): string {
  if (says === 'word') return said ?? ''
  if (says === 'late') return words.lateWord
  // Who asks by a yes proposes.
  if (says === 'yes' && before.length === 0)
    return now.when == null ? '' : words.proposes(now.when, now.where ?? null)
  if (says === 'propose') return words.proposes(when, where ?? null)
  if (!isOneOf(MOVES, says)) return ''
  if (says === 'end' && state !== 'agreed' && state !== 'proposed') return ''
  const at = says === 'other' ? [when, where ?? now.where] : [now.when, now.where]
  const is = says === 'no' && stands ? 'stays' : says === 'not' && !isCalledOff ? 'notYet' : says
  return words.slipSays[is](at.filter(Boolean).join(', '))
}

/** What calls off the agreed moment, whichever is asked instead. */
const ENDING: ReadonlySet<string> = new Set(['not', 'end'])
type Sentence = Readonly<{ act: SaidOn; said: string }>
/**
 * What is handed over of these acts. Of what moved the arrangement the last alone is, and that a
 * meeting is off.
 */
function sentencesOf(
  whole: WholeDeal,
  acts: readonly SaidOn[],
  now: Moment,
  { read, words }: Of,
): readonly Sentence[] {
  const all = [...whole.said, ...acts]
  const move = acts.findLast(isMove)
  const carried = acts.filter(one => one === move || !isOutdated(all, one))
  return carried.map(act => {
    const isCalledOff = isCancelling(all, act)
    // What was proposed after it is another moment.
    const isBefore = isCalledOff && act !== move
    const off = ENDING.has(act.says)
      ? agreedOff(whole.row, whole.parties, all.slice(0, all.indexOf(act) + 1), read)
      : undefined
    const moment = off ?? (isBefore ? { when: whole.row.when, where: whole.row.where } : now)
    return { act, said: sentenceOf(whole, act, { now: moment, isCalledOff }, words) }
  })
}

/**
 * The slips of what was just heard from the other box. What it said before of the arrangement, and
 * nobody handed over yet, is carried no more.
 *
 * Shape   `fields`: the slips as the deal keeps all of them.
 */
export function slipsHeard(
  whole: WholeDeal,
  acts: readonly SaidOn[],
  now: Moment,
  of: Of,
): Readonly<{
  drafts: readonly Draft[]
  forget: readonly Forgetting[]
  fields: Readonly<Partial<Pick<DealRow, 'slips'>>>
}> {
  const { words } = of
  const away = whole.parties.find(({ key }) => key === AWAY)
  const from = away && { ...away, name: words.ofAway(away.name || words.someone, away.away ?? '') }
  const each = sentencesOf(whole, acts, now, of).flatMap(({ act, said }) => {
    const isWord = isWordAlone(act)
    const slip =
      from && said !== '' ? slipToOthers(whole, from, said, { ...of, isWord }) : undefined
    return slip ? [{ act, slip }] : []
  })
  const slipsNow = inOrder(each.map(({ slip }) => slip))
  const made = each.map(({ act }, n) => ({ act, slip: slipsNow[n]! }))
  const all = made.length > 0 ? made.slice(0, roomFor(whole.row, of.read)) : []
  const older = made.some(({ act }) => isMove(act)) ? outdatedThere(whole, of) : []
  if (all.length === 0 && older.length === 0) return { drafts: [], forget: [], fields: {} }
  const slips = [
    ...(whole.row.slips ?? []).filter(one => !older.some(slip => one.endsWith(` ${slip}`))),
    ...all.map(({ act, slip }) => `${act.id} ${slip.record}`),
  ]
  return {
    drafts: all.map(({ slip }) => slip),
    forget: older.map(record => ({ type: SLIP, record })),
    fields: { slips: slips.length > 0 ? slips : null },
  }
}

/** How many slips more may wait here of what one box says: the rest is news, and is read there. */
function roomFor({ box, slips }: DealRow, read: Reader): number {
  const rows = read.list(deal, { where: 'box = ? AND slips IS NOT NULL', with: [box] }, 'home')
  const all = rows.flatMap(row => [...slipsByAct(row).values()])
  const handed = all.length > 0 ? (read.published.slipsHanded?.(all) ?? []).length : 0
  const [here, there] = [MOST_ACTS - (slips?.length ?? 0), MOST_SLIPS - (all.length - handed)]
  return Math.max(0, Math.min(here, there))
}
/** Units   slips of one other box that nobody handed over yet. */
const MOST_SLIPS = 100

/** The slips of what the other box said before, that nobody handed over. */
function outdatedThere(whole: WholeDeal, { read }: Of): readonly string[] {
  const theirs = whole.said.filter(
    one => one.key === AWAY && one.slip && isOutdated(whole.said, one),
  )
  const handed = theirs.length > 0 ? handedIn(whole, read) : new Map()
  return theirs.flatMap(({ id, slip }) => (slip && !handed.has(id) ? [slip] : []))
}
