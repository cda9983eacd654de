import { dayAfter, weekdayNumber } from '../../../text/days.ts'

/** The parts of the sheet, in the order of the paper. `said`: what the keeper adds. */
export const PARTS = [
  'said',
  'offered',
  'wanted',
  'soon',
  'rides',
  'done',
  'answered',
  'confirm',
  'elsewhere',
] as const
export type SheetPart = (typeof PARTS)[number]

/**
 * One line of the sheet: a sentence, and under it who, how to reach, when. `id`: the record that it
 * comes from. `code`: to say aloud.
 */
export type SheetLine = Readonly<{
  id: string
  part: SheetPart
  words: string
  under: string
  /** Who is asked and how: the beginning of `under`. */
  reach?: string
  code?: string
}>

/** What the keeper changed of a line; `rank` counts from 1 in its part. */
export type Change = Readonly<{
  id: string
  about: string
  rank: number | null
  out: boolean
  words: string
}>

/** So many lines with one contact say it once. */
const LEAST_ALIKE = 3
/**
 * The contact that most lines of a part share, to be said once under its heading, and the lines
 * without it. Where a line says no contact, each keeps its own: the one above would be taken for
 * its own.
 */
export function contactOnce(
  lines: readonly SheetLine[],
): Readonly<{ contact?: string; lines: readonly SheetLine[] }> {
  if (!lines.every(line => line.reach)) return { lines }
  const by = Map.groupBy(lines, line => line.reach!)
  const [contact, all] = [...by].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? ['', []]
  if (all.length < LEAST_ALIKE) return { lines }
  const without = (line: SheetLine): SheetLine =>
    line.reach === contact
      ? { ...line, under: line.under.slice(contact.length).replace(/^ · /, '') }
      : line
  return { contact, lines: lines.map(without) }
}

/** The Monday of a day's week: a sheet is a week's, from Monday to Sunday. */
export const mondayOf = (day: string): string => dayAfter(day, 1 - weekdayNumber(day))
export const sundayOf = (monday: string): string => dayAfter(monday, 6)

const [FRIDAY, SUNDAY] = [5, 7]
/** The Monday of the coming week, from Friday on: this week's sheet is then soon over. */
export const comingWeek = (today: string): string | undefined =>
  weekdayNumber(today) < FRIDAY ? undefined : dayAfter(mondayOf(today), 7)
/**
 * The week that is prepared: the one asked, where it is offered; else this one, and on a Sunday the
 * coming one, since the sheet of this week is over.
 */
export const weekAsked = (asked: unknown, today: string): string => {
  const [own, coming] = [mondayOf(today), comingWeek(today)]
  if (coming === undefined || asked === own) return own
  return asked === coming || weekdayNumber(today) === SUNDAY ? coming : own
}

/**
 * The lines as the keeper left them: those taken out are gone, other words replace theirs, and each
 * line that was given a place stands there, the others keeping their order around them.
 *
 * Law     no line but those taken out is lost, and none is there twice. A change of a line that is
 *         gone changes nothing.
 */
export function changed(
  lines: readonly SheetLine[],
  changes: readonly Change[],
): readonly SheetLine[] {
  const of = new Map(changes.map(one => [one.about, one]))
  const kept = lines
    .filter(line => !of.get(line.id)?.out)
    .map(line => {
      const words = of.get(line.id)?.words
      return words ? { ...line, words } : line
    })
  const rankOf = (line: SheetLine): number | null => of.get(line.id)?.rank ?? null
  return PARTS.flatMap(part => {
    const here = kept.filter(line => line.part === part)
    const placed = here
      .filter(line => rankOf(line) !== null)
      .toSorted((a, b) => rankOf(a)! - rankOf(b)!)
    const order = here.filter(line => rankOf(line) === null)
    for (const line of placed)
      order.splice(Math.min(order.length, Math.max(0, rankOf(line)! - 1)), 0, line)
    return order
  })
}

/**
 * What was left last week stands first, in the order in which it was left; then the others, in
 * theirs.
 */
export function leftFirst(
  lines: readonly SheetLine[],
  left: readonly string[],
): readonly SheetLine[] {
  const at = new Map(left.map((id, n) => [id, n]))
  const rank = (line: SheetLine): number => at.get(line.id) ?? left.length
  return lines.toSorted((a, b) => rank(a) - rank(b))
}

/**
 * How many lines the keeper's page may say to stand, before anything is set: the paper itself is
 * fitted by its real measure.
 *
 * Units   millimetres of a column of A4, and letters of a line of it at the usual size: a few fewer
 *         than the paper takes, as measured
 * on sheets that were set (sheet.test.ts sets them again).
 */
const BOLD_LETTERS = 44
const SMALL_LETTERS = 54
const BOLD_LINE = 5.1
const SMALL_LINE = 4.8
const BETWEEN = 1.6
const HEADING = 20
/** The sentence that says what is left. */
const LEFT = 12
/** Columns end where a line does not stand whole, and a heading never stands alone. */
const LOST_BY_COLUMN = 6
const COLUMN = 264
const MASTHEAD = 44
/** Two pages of two columns, the head of the first taken out. */
export const ROOM_MM = 4 * (COLUMN - LOST_BY_COLUMN) - 2 * MASTHEAD

const linesIn = (text: string, letters: number): number =>
  text === '' ? 0 : Math.ceil(text.length / letters)
/** Units   millimetres. */
export function heightOf({ words, under, code }: SheetLine): number {
  const small = `${under}${code === undefined ? '' : ` · ${code}`}`
  return (
    linesIn(words, BOLD_LETTERS) * BOLD_LINE + linesIn(small, SMALL_LETTERS) * SMALL_LINE + BETWEEN
  )
}

export type LaidOut = Readonly<{ shown: readonly SheetLine[]; left: readonly SheetLine[] }>

/**
 * As many lines as stand on the sheet: one of each part in turn, so that no part takes another's
 * place.
 *
 * Law     the parts keep their order, each from its first line; nothing is left while there is room
 *         for all; `shown` and `left` are together all the lines, each once. What is shown here
 *         stands on the paper (sheet.test.ts).
 */
export function laidOut(lines: readonly SheetLine[], room: number = ROOM_MM): LaidOut {
  const whole = filling(lines, room)
  return whole.left.length === 0 ? whole : filling(lines, room - LEFT)
}

function filling(lines: readonly SheetLine[], room: number): LaidOut {
  const parts = PARTS.map(part => lines.filter(line => line.part === part)).filter(
    part => part.length > 0,
  )
  const taken = parts.map(() => 0)
  let free = room - parts.length * HEADING
  for (let turn = 0; taken.some(n => n === turn); turn++)
    for (const [at, part] of parts.entries()) {
      const next = part[turn]
      if (taken[at] !== turn || next === undefined || heightOf(next) > free) continue
      free -= heightOf(next)
      taken[at] = turn + 1
    }
  return {
    shown: parts.flatMap((part, at) => part.slice(0, taken[at])),
    left: parts.flatMap((part, at) => part.slice(taken[at])),
  }
}
