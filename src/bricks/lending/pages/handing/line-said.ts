import { piecesThere } from '../../../../contract/packing.ts'
import type { PageContext } from '../../../../contract/page.ts'
import type { TextRun } from '../../../../contract/paper.ts'
import { dayLong, dayOfMoment } from '../../../../text/days.ts'
import { money } from '../../../../ui/value.ts'
import type { LineOfDay } from '../../model/handing/day-sheet.ts'
import { sinceWhom } from '../../model/packed.ts'
import type { BookingRow, ThingRow } from '../../model/read.ts'
import type { fr } from '../../words/fr.ts'
import { upkeepSaid } from '../reading.ts'

/** What stands of one line, on the sheet and on its slip. */

type Context = PageContext<typeof fr>

/** When it is theirs. */
export const whenSaid = ({ from, until }: LineOfDay, { kit, words }: Context): string =>
  words.when({ from, until }, kit.request.today)

/** How many, and what. */
export const whatSaid = ({ row, of }: LineOfDay): string =>
  (row.count ?? 1) > 1 ? `${row.count}\u00a0× ${of.title ?? ''}` : (of.title ?? '')

/** The pieces that go out, to tick. */
export const piecesOf = ({ of, missing }: LineOfDay): readonly string[] =>
  piecesThere(of.pieces ?? [], missing)

/** The pieces that are missing, and since whose turn: on the screen of who is in charge. */
export const missingSaid = ({ missing }: LineOfDay, { words: { handing } }: Context): string =>
  missing.length === 0
    ? ''
    : handing.missing(missing.map(one => handing.missingSince(one.thing, sinceWhom(one))))

/**
 * The same on paper, which the next borrower reads.
 *
 * Law     nothing about a person is shown wider than they agreed: the day stands for the name.
 */
export function missingOnPaper({ missing }: LineOfDay, { kit, words }: Context): string {
  const { lang, today } = kit.request
  if (missing.length === 0) return ''
  const day = ({ backAt, uncounted }: BookingRow): string =>
    backAt === null || uncounted === true
      ? ''
      : dayLong(dayOfMoment(Date.parse(backAt)), lang, today)
  return words.handing.missing(
    missing.map(({ turn, thing }) => words.handing.missingFrom(thing, day(turn.row))),
  )
}

/** That its upkeep is due: it does not go out before, but with a reason. */
export const dueSaid = ({ of }: LineOfDay, context: Context): string => upkeepSaid(context, of)

/** What is seen at the hand-out: the deposit, the insurance, the meter, the condition. */
export function toSee(of: ThingRow, { kit, words: { handing } }: Context): readonly string[] {
  const { depositCents, insurance, meter } = of
  return [
    ...(depositCents === null ? [] : [handing.deposit(money(depositCents, kit.request.lang))]),
    ...(insurance === true ? [handing.insurance] : []),
    ...(meter === null ? [] : [handing.meter]),
    handing.condition,
  ]
}

/** Boxes to tick, one behind the other. */
export const ticks = (all: readonly string[]): readonly TextRun[] => all.map(tick => ({ tick }))
