import { wordsOf } from '../../../core/letters/words.ts'
import { isHeld, isOften, type Occurrence, type Planned } from './rules.ts'

/** What a line of the agenda is told apart by. */
export type Titled = Planned & Readonly<{ id: string; title: string | null }>

/** A date that is as its series has it. */
const isRegular = (one: Occurrence<Titled>): boolean => isHeld(one) && one.change === undefined

const meet = (a: string | null | undefined, b: string | null | undefined): boolean =>
  !a || !b || a === b

/** Whether the hours of two lines touch, or one of them says none. */
function overlap(a: Titled, b: Titled): boolean {
  if (!a.startsAt || !b.startsAt) return true
  return a.startsAt < (b.endsAt ?? '24:00') && b.startsAt < (a.endsAt ?? '24:00')
}

/** *Le local ouvre : qui a un poêle ?* says on its day that *Le local ouvre*. */
function saysIt(other: Occurrence<Titled>, { day, event }: Occurrence<Titled>): boolean {
  if (other.day !== day || other.event.id === event.id || !isHeld(other)) return false
  const [said, whole] = [wordsOf(event.title ?? ''), wordsOf(other.event.title ?? '')]
  return (
    said.length > 0 &&
    (whole.length > said.length || (whole.length === said.length && event.id > other.event.id)) &&
    said.every((word, i) => whole[i] === word) &&
    meet(event.place, other.event.place) &&
    overlap(event, other.event)
  )
}

/**
 * The same opening once a day: a date of a series gives way to an event that says the same and
 * more.
 *
 * Law     what is dropped is said by another line of the same day; what was changed stays.
 */
export const withoutTwice = <E extends Titled>(
  all: readonly Occurrence<E>[],
): readonly Occurrence<E>[] =>
  all.filter(
    one => !isRegular(one) || !isOften(one.event) || !all.some(other => saysIt(other, one)),
  )

/** `again`: the line stands for all the dates of its series. */
export type QuietLine<E extends Titled> = Readonly<{ one: Occurrence<E>; again: boolean }>

/**
 * What comes back each week or more stands once, at its next date; dates that are cancelled, moved
 * or changed keep their lines.
 *
 * Law     nothing that is told of one date alone is left out, and no series is.
 */
export function quietly<E extends Titled>(all: readonly Occurrence<E>[]): readonly QuietLine<E>[] {
  const told = new Set<string>()
  return all.flatMap((one): readonly QuietLine<E>[] => {
    if (!isOften(one.event) || !isRegular(one)) return [{ one, again: false }]
    if (told.has(one.event.id)) return []
    told.add(one.event.id)
    return [{ one, again: true }]
  })
}
