import type { Refusal } from '../../../contract/decision.ts'
import { type Message, message, type Say } from '../../../contract/message.ts'
import type { Mend } from '../../../contract/owner.ts'
import { agreedOf, type PartAsked } from '../../../contract/part-raised.ts'
import type { Reader } from '../../../contract/reader.ts'
import { proposal } from '../../../contract/records/own-records.ts'
import type { Lang } from '../../../core/lang.ts'
import { type Amount, amountIn, packAsked, partOf, sayAmount } from '../../../text/amounts.ts'
import type { fr } from '../words/fr.ts'
import { partsWaiting } from './parts-waiting.ts'
import { answerOf, takersOf, withShown } from './read.ts'
import { response } from './records.ts'
import { amountOf, judgedOf, type NoticeAsked, noticeAsked, takingOf } from './taking.ts'

/** How much of a notice somebody types that they take: at first, and when they correct it. */

type Words = typeof fr
const say: Say<Words> = message
const MOST_SAID = 300

/**
 * How much is left for somebody, what they said themselves by these answers (`mine`) included;
 * what waits to be read is left for nobody else.
 */
export function leftFor(of: NoticeAsked, read: Reader, mine: readonly string[]): number {
  if (!of.whole) return 0
  const isOther = ({ id }: Readonly<{ id: string }>): boolean => !mine.includes(id)
  const waiting = partsWaiting(read, of).filter(isOther)
  return takingOf(takersOf(read, of).filter(isOther), of.whole, waiting).left ?? 0
}

/** Nobody takes more than is left here of a thing that is given. */
export function overIn(
  of: NoticeAsked,
  { amount }: Readonly<{ amount: number | null }>,
  { left, had }: Readonly<{ left: number; had: number }>,
  lang: Lang,
): Readonly<{ refused: Message }> | undefined {
  const { whole } = of
  if (!whole || amount === null || of.side !== 'take' || of.isOrder || amount <= left)
    return undefined
  if (left <= 0) return { refused: say('taking.noneLeft') }
  const [most, mine] = [left, had].map(n => (n > 0 ? sayAmount(n, whole.unit, lang) : ''))
  return { refused: say('taking.notSoMuch', most!, mine!) }
}
/** How much an answer that stands says already. */
export const hadBy = ({ whole }: NoticeAsked, { amount, unit }: Row = {}): number =>
  whole && typeof amount === 'number' && typeof unit === 'string'
    ? (amountOf({ amount, unit }, whole) ?? 0)
    : 0

/**
 * What somebody types, as the fields of their answer: a number in the notice's unit, or none.
 *
 * Shape   `saying`: the same in words, by which it is read and corrected.
 */
export function amountFields({ whole }: NoticeAsked, typed: string, left: number) {
  const said = typed.slice(0, MOST_SAID)
  const part = whole && partOf(said, whole, left)
  return whole === undefined || part === undefined || part <= 0
    ? { amount: null, unit: null, saying: said }
    : { amount: part, unit: whole.unit, saying: sayAmount(part, whole.unit, 'fr') }
}

/**
 * What an answer says of a yes that it had, once another amount is typed: more than that is a
 * raise, which is asked anew.
 */
export function raisedBy(
  of: NoticeAsked,
  ids: readonly string[],
  row: Row,
  amount: number | null,
): Readonly<{ stood?: number | null; raised?: number }> {
  const had: PartAsked = {
    amount: numberIn(row, 'amount'),
    stood: numberIn(row, 'stood'),
    raised: numberIn(row, 'raised'),
  }
  if (amount === had.amount) return {}
  const agreed = agreedOf(ids, had, judgedOf(of))
  const stood = agreed === undefined ? 0 : hadBy(of, { ...row, amount: agreed })
  if (stood > 0 && amount !== null && amount > stood)
    return { stood, raised: (had.raised ?? 0) + 1 }
  return had.stood === null ? {} : { stood: null }
}

const numberIn = (row: Row, name: string): number | null => {
  const value = row[name]
  return typeof value === 'number' ? value : null
}

/** *-3*, *0 kg*: nobody takes that. */
export const isNoAmount = (typed: string): boolean =>
  /^\s*(?:[-–−]\s*\d|0+(?:[.,]0+)?(?![\d.,]))/.test(typed)

/**
 * *4 sacs* would count as none of what is counted in kilos and in no sacks. *Une brouette* is
 * words.
 */
export const isOtherUnit = (typed: string, whole: Amount): boolean => {
  const amount = amountIn(typed)
  const isCounted = amount !== undefined && amount.to === undefined && amount.n >= 2
  return isCounted && partOf(typed, whole, 0) === undefined
}
/** How to say it instead: of sacks, what each holds. */
export function inUnitOf(typed: string, whole: Amount, lang: Lang): Message {
  const all = sayAmount(whole.n, whole.unit, lang)
  const pack = packAsked(typed, whole)
  return pack ? say('taking.sayEach', all, pack.noun, pack.example) : say('taking.sayInUnit', all)
}

type Row = Readonly<Record<string, unknown>>
/** The notice of which this answer takes some; undefined for any other answer. */
const noticeOf = (read: Reader, { to, answer }: Row): NoticeAsked | undefined =>
  answer === 'in' && typeof to === 'string' ? noticeAsked(read, to) : undefined

/** An answer, and the record that shows it where a visitor sent it. */
function bothOf(read: Reader, id: unknown): readonly string[] {
  const [sent] = read.list(proposal, { where: 'piece = ?', with: [String(id)], limit: 1 }, 'home')
  return [String(id), ...(sent?.shownAs ? [sent.shownAs] : [])]
}

const mistakeIn = (typed: unknown, lacking: Message): Refusal | undefined =>
  typeof typed === 'string' && typed.trim() !== '' && !isNoAmount(typed)
    ? undefined
    : { refused: lacking, field: 'saying' }

/**
 * How an answer is corrected. One that takes some of a notice is asked one field, as it was at
 * first; the number is read in it again.
 */
export const mendedAnswer: Mend = {
  fields: ['answer', 'saying', 'amount', 'reach'],
  withdraws: true,
  // One that was taken back by its ticket says nothing, and is of a notice still.
  hides: (field, row, read) =>
    HIDDEN.has(field) && noticeOf(read, { ...row, answer: 'in' }) !== undefined,
  calls: (field, row, read) => (field === 'saying' && noticeOf(read, row) ? 'amount' : undefined),
  refuses: (fields, row, read, lang) => {
    const of = 'saying' in fields ? noticeOf(read, row) : undefined
    if (!of) return undefined
    const lacking = mistakeIn(fields['saying'], say('taking.sayHowMuch'))
    if (lacking) return lacking
    const { whole } = of
    if (whole && isOtherUnit(String(fields['saying']), whole))
      return { refused: inUnitOf(String(fields['saying']), whole, lang), field: 'saying' }
    const left = leftFor(of, read, bothOf(read, row['id']))
    const typed = amountFields(of, String(fields['saying']), left)
    const over = overIn(of, typed, { left, had: hadBy(of, row) }, lang)
    return over && { ...over, field: 'saying' }
  },
  turned: (fields, row, read) => {
    const of = 'saying' in fields ? noticeOf(read, row) : undefined
    if (!of) return fields
    const left = leftFor(of, read, bothOf(read, row['id']))
    const typed = amountFields(of, String(fields['saying'] ?? ''), left)
    return { ...fields, ...typed, ...raisedBy(of, bothOf(read, row['id']), row, typed.amount) }
  },
}
const HIDDEN: ReadonlySet<string> = new Set(['answer', 'amount', 'unit'])

/**
 * Whether this answer was declined by the notice's person, or taken back by its own ticket: told to
 * who sent it.
 */
export function partFate(read: Reader, id: string): 'declined' | 'takenBack' | undefined {
  const row = answerOf(read, id)
  const isShown = read.one(response, id) !== undefined
  if (row && isLeft(read, row, isShown)) return 'takenBack'
  const of = row && noticeOf(read, row)
  return of && withShown(read, of.declined).has(id) ? 'declined' : undefined
}
/**
 * A *no* says why; one that says nothing, of a notice, or that shows no more, was taken back.
 */
const isLeft = (read: Reader, { to, answer, saying }: Row, isShown: boolean): boolean =>
  answer === 'not' &&
  saying === null &&
  typeof to === 'string' &&
  (!isShown || read.called(to) === undefined || noticeAsked(read, to) !== undefined)
