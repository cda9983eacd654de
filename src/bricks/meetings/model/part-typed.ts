import type { Refusal } from '../../../contract/decision.ts'
import { type Message, message, type Say } from '../../../contract/message.ts'
import type { Mend } from '../../../contract/owner.ts'
import type { Reader } from '../../../contract/reader.ts'
import { proposal } from '../../../contract/records/own-records.ts'
import type { Lang } from '../../../core/lang.ts'
import { partOf, sayAmount } from '../../../text/amounts.ts'
import type { fr } from '../words/fr.ts'
import { takersOf } from './read.ts'
import { type NoticeAsked, noticeAsked, takingOf } from './taking.ts'

/** How much of a notice somebody types that they take: at first, and when they correct it. */

type Words = typeof fr
const say: Say<Words> = message
const MOST_SAID = 300

/** How much is left for somebody, beside what they said themselves by these answers. */
export function leftFor(of: NoticeAsked, read: Reader, mine: readonly string[]): number {
  if (!of.whole) return 0
  const others = takersOf(read, of.id).filter(one => !mine.includes(one.id))
  return takingOf(others, of.whole).left ?? 0
}

/** Nobody takes more than is left here of a thing that is given. */
export function overIn(
  of: NoticeAsked,
  { amount }: Readonly<{ amount: number | null }>,
  left: number,
  lang: Lang,
): Readonly<{ refused: Message }> | undefined {
  if (!of.whole || amount === null || of.side !== 'take' || of.isOrder || amount <= left)
    return undefined
  return {
    refused:
      left > 0
        ? say('taking.notSoMuch', sayAmount(left, of.whole.unit, lang))
        : say('taking.noneLeft'),
  }
}

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
  typeof typed === 'string' && typed.trim() !== ''
    ? undefined
    : { refused: lacking, field: 'saying' }

/**
 * How an answer is corrected. One that takes some of a notice is asked one field, as it was at
 * first; the number is read in it again.
 */
export const mendedAnswer: Mend = {
  fields: ['answer', 'saying', 'amount', 'reach'],
  withdraws: true,
  hides: (field, row, read) => HIDDEN.has(field) && noticeOf(read, row) !== undefined,
  calls: (field, row, read) => (field === 'saying' && noticeOf(read, row) ? 'amount' : undefined),
  refuses: (fields, row, read, lang) => {
    const of = 'saying' in fields ? noticeOf(read, row) : undefined
    if (!of) return undefined
    const lacking = mistakeIn(fields['saying'], say('taking.sayHowMuch'))
    if (lacking) return lacking
    const left = leftFor(of, read, bothOf(read, row['id']))
    const over = overIn(of, amountFields(of, String(fields['saying']), left), left, lang)
    return over && { ...over, field: 'saying' }
  },
  turned: (fields, row, read) => {
    const of = 'saying' in fields ? noticeOf(read, row) : undefined
    if (!of) return fields
    const left = leftFor(of, read, bothOf(read, row['id']))
    return { ...fields, ...amountFields(of, String(fields['saying'] ?? ''), left) }
  },
}
const HIDDEN: ReadonlySet<string> = new Set(['answer', 'amount', 'unit'])
