import type { Command } from '../../../contract/command.ts'
import { type Decision, draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { one } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { isRecognised } from './boxes.ts'
import { ownThread } from './parting.ts'
import { MOST, type SaidOn, type WholeDeal, wholesFrom } from './read.ts'
import { deal, dealAnswer } from './records.ts'
import { type Actor, AWAY, type Party, STOPPED, talksFor } from './rules.ts'
import { sentOf } from './sent-letters.ts'
import { answerDraft, DEALS, nextOf, sideOf } from './sides.ts'
import { slipsWithout } from './slip-days.ts'

type Words = typeof fr
const say: Say<Words> = message

/**
 * A word of a thread that hurt somebody is told to the keeper: that word, and nothing else of the
 * thread. The keeper hides it for both, or finds nothing to say; who told it hears which.
 */

/** Where the keeper reads what was told to them. */
export const REPORTS = `${DEALS}/signalements`

/** The words of a thread that a keeper hid for both, by their ids. */
export const hiddenWords = ({ said }: Pick<WholeDeal, 'said'>): ReadonlySet<string> =>
  new Set(
    said.flatMap(({ says, reports, judged }) =>
      says === 'insult' && judged === 'hidden' && reports ? [reports] : [],
    ),
  )

/** What somebody told the keeper of a word, if they did. */
export const reportOf = ({ said }: Pick<WholeDeal, 'said'>, word: string): SaidOn | undefined =>
  said.find(({ says, reports }) => says === 'insult' && reports === word)

/** Whether this person may tell the keeper of a word: it was said to them, and nobody told it. */
export const mayReport = (whole: WholeDeal, word: SaidOn, who: Actor): boolean =>
  word.says === 'word' &&
  reportOf(whole, word.id) === undefined &&
  whole.parties.some(party => party.key !== word.key && talksFor(who, party))

/** *Signaler ce mot*. It moves nothing, and the other one is not told. */
const report: Command<Words> = {
  name: 'report',
  path: `${DEALS}/:id/signaler`,
  byTicket: 'signaler',
  who: 'neighbour',
  decide: (input, read, at): Decision => {
    const found = ownThread(input, read, at)
    if ('refused' in found) return found
    const { whole, party } = found
    const word = whole.said.find(({ id }) => id === one(input, 'word'))
    if (!word || word.key === party.key || !mayReport(whole, word, at))
      return { refused: say('notNow') }
    const told = { says: 'insult', reports: word.id } as const
    const place = String(whole.parties.indexOf(party))
    const unseen = (whole.row.unseen ?? []).filter(one => one !== place)
    return {
      drafts: [
        answerDraft(whole.row.id, sideOf(party), told, at),
        // Who tells of a word has read it.
        draft(deal, whole.row.id, { unseen: unseen.length > 0 ? unseen : null }),
      ],
      ...nextOf(whole.row.id, at),
      said: say('reportedSaid'),
    }
  },
}

/**
 * A word that was told to the keeper.
 *
 * Shape   `report`: the act by which it was told · `from`: who said it · `by`: who told it. Each
 *         may be forgotten since.
 */
export type ReportedWord = Readonly<{
  whole: WholeDeal
  report: SaidOn
  word: SaidOn
  from: Party | undefined
  by: Party | undefined
}>

/** The words that wait for the keeper's look, the oldest first. */
export function reportedWords(read: Reader): readonly ReportedWord[] {
  const deals = [...new Set(openReports(read).map(({ deal: id }) => id))]
  if (deals.length === 0) return []
  const rows = read.list(
    deal,
    { where: 'id IN (SELECT value FROM json_each(?))', with: [JSON.stringify(deals)], limit: MOST },
    'home',
  )
  return wholesFrom(read, rows)
    .flatMap(whole =>
      whole.said.flatMap(one => {
        if (one.says !== 'insult' || one.judged != null) return []
        const word = whole.said.find(({ id }) => id === one.reports)
        const called = (key: string | undefined) => whole.parties.find(party => party.key === key)
        return word
          ? [{ whole, report: one, word, from: called(word.key), by: called(one.key) }]
          : []
      }),
    )
    .toSorted((a, b) => (a.report.id < b.report.id ? -1 : 1))
}
const openReports = (read: Reader) =>
  read.list(
    dealAnswer,
    { where: "says = 'insult' AND judged IS NULL", order: 'id', limit: MOST },
    'home',
  )
/** How many wait: one statement where none does. */
export const reportsWaiting = (read: Reader): number =>
  openReports(read).length === 0 ? 0 : reportedWords(read).length

/** The keeper's look at a word that was told: it is hidden for both, its slip too, or stands. */
const judge: Command<Words> = {
  name: 'judge',
  path: `${REPORTS}/:id`,
  who: 'keeper',
  decide: (input, read): Decision => {
    const found = reportedWords(read).find(({ report: { id } }) => id === one(input, 'id'))
    const asked = one(input, 'judged')
    const stops = asked === STOPPED
    const judged = stops ? 'hidden' : (['hidden', 'stands'] as const).find(known => known === asked)
    if (!found || !judged) return { refused: say('notNow') }
    const { whole, word, by, from } = found
    const slip = judged === 'hidden' ? (word.slip ?? undefined) : undefined
    const places = [by, ...(judged === 'hidden' ? [from] : [])].flatMap(party =>
      party && party.away === undefined ? [String(whole.parties.indexOf(party))] : [],
    )
    const end = stops ? ({ state: 'ended', why: STOPPED } as const) : {}
    const unseen = [...new Set([...(whole.row.unseen ?? []), ...places])]
    const said = whole.said.filter(({ id }) => id !== found.report.id)
    return {
      drafts: [
        draft(dealAnswer, found.report.id, { judged }),
        ...(slip === undefined || word.key === AWAY
          ? []
          : [draft(dealAnswer, word.id, { slip: null })]),
        draft(deal, whole.row.id, {
          unseen,
          ...(slip && slipsWithout(whole.row, slip)),
          ...end,
        }),
      ],
      ...(slip === undefined ? {} : { forget: [{ type: 'word', record: slip }] }),
      ...(judged === 'hidden' && whole.row.box !== null && isRecognised(read, whole.row.box)
        ? { letters: sentOf(read, { ...whole, said }, end, { ...found.report, judged }) }
        : {}),
      next: REPORTS,
      said: say(stops ? 'judgedStopped' : judged === 'hidden' ? 'judgedHidden' : 'judgedStands'),
    }
  },
}

export const reportCommands: readonly Command<Words>[] = [report, judge]
