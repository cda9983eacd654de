import type { Reader } from '../../../../contract/reader.ts'
import { type Input, one } from '../../../../core/form/input.ts'
import { fold } from '../../../../core/letters/words.ts'
import { isOneOf } from '../../../../core/narrow.ts'
import type { RowOf } from '../../../../core/schema.ts'
import { handLine } from './records.ts'
import { keyOf } from './said-words.ts'

/** Lines of paper as somebody types them, in any order. */

/** What happened, as a line says it. */
export type LineDid = 'out' | 'back' | 'noShow'
const DID = ['out', 'back', 'noShow'] as const

/** The parts of a line that are typed, by the name of their field in the form. */
export const TYPED = {
  word: 'mot',
  day: 'jour',
  time: 'heure',
  name: 'nom',
  phone: 'tel',
  thing: 'chose',
  until: 'fin',
  meter: 'compteur',
  missing: 'manque',
  state: 'etat',
} as const
export type TypedPart = keyof typeof TYPED
/** The rest: what happened, what was seen, and the line that comes back. */
export const [DID_FIELD, BACK_FIELD] = ['fait', 'ligne'] as const
export const SEEN = { deposit: 'caution', insured: 'assurance' } as const

/**
 * One line.
 *
 * Shape   `had`: the line that it was when it came back. `key`: its word, as words are compared.
 */
export type KeyedLine = Readonly<Record<TypedPart, string>> &
  Readonly<{
    had: string
    did: LineDid
    deposit: boolean
    insured: boolean
    key: string | undefined
  }>

/** The most lines of one form. */
export const MOST_LINES = 60
const numbers = Array.from({ length: MOST_LINES }, (_, n) => n)

/** The lines of a form that say something. A line that came back is read even when it is empty. */
export const linesIn = (input: Input, day: string): readonly KeyedLine[] =>
  numbers.flatMap(n => {
    const part = (name: TypedPart): string =>
      one(input, `${TYPED[name]}.${n}`).slice(0, LONGEST[name])
    const did = one(input, `${DID_FIELD}.${n}`)
    const line: KeyedLine = {
      ...{ word: part('word'), day: part('day') || day, time: part('time'), name: part('name') },
      ...{ phone: part('phone'), thing: part('thing'), until: part('until') },
      ...{ meter: part('meter'), missing: part('missing'), state: part('state') },
      had: one(input, `${BACK_FIELD}.${n}`),
      did: isOneOf(DID, did) ? did : 'out',
      deposit: one(input, `${SEEN.deposit}.${n}`) !== '',
      insured: one(input, `${SEEN.insured}.${n}`) !== '',
      key: keyOf(part('word')),
    }
    const isTyped = ['word', 'time', 'name', 'meter', 'missing', 'state'] as const
    return line.had !== '' || isTyped.some(name => line[name] !== '') ? [line] : []
  })
const LONGEST: Readonly<Record<TypedPart, number>> = {
  ...{ word: 60, day: 60, time: 20, name: 60, phone: 40, thing: 60 },
  ...{ until: 60, meter: 20, missing: 200, state: 200 },
}

/** A line as it comes back. */
export const lineFields = (line: KeyedLine, fault: string) => ({
  ...{ word: line.word || null, did: line.did, day: line.day || null, time: line.time || null },
  ...{ name: line.name || null, phone: line.phone || null, thing: line.thing || null },
  ...{ until: line.until || null, meter: line.meter || null, missing: line.missing || null },
  ...{ state: line.state || null, deposit: line.deposit, insured: line.insured },
  fault: fault.slice(0, handLine.fields.fault.longest),
})
export type LineRow = RowOf<typeof handLine>

/** The lines of this member, or of the keeper, that came back and wait, in their order. */
export const lineRowsOf = (read: Reader, by: string | null): readonly LineRow[] =>
  linesBack(read).filter(row => row.by === by)
/** All lines that came back and wait. */
export const linesBack = (read: Reader): readonly LineRow[] =>
  read.list(handLine, { order: 'id', limit: MOST_BACK }, 'home')
const MOST_BACK = 500

/** Pieces that a hand wrote, *câble, télécommande*; the first one that the kit has not, if any. */
export function piecesTyped(
  text: string,
  pieces: readonly string[],
): readonly string[] | Readonly<{ unknown: string }> {
  const found: string[] = []
  for (const said of text.split(/[,;/]|\s+et\s+|\s+and\s+/u)) {
    const asked = fold(said)
    if (asked === '') continue
    const near = pieces.filter(piece => fold(piece).includes(asked))
    const piece =
      pieces.find(one => fold(one) === asked) ?? (near.length === 1 ? near[0] : undefined)
    if (piece === undefined) return { unknown: said.trim() }
    found.push(piece)
  }
  return found
}
