import { pattern } from '../../../core/pattern.ts'
import { datesIn, hoursIn, plusDays, type ToldDay } from '../../../text/harvest/dates.ts'
import { plainOf } from '../../../text/harvest/mask.ts'
import type { NotePiece, NotesPage } from '../../../text/harvest/page.ts'

/**
 * The day of a sentence that tells an hour and no day: *le lendemain du marché, à 9 h*, or a line
 * *14 h : troc de graines* under the title *Samedi 12 décembre*.
 */

const RELATIVE = pattern()`
  (?<![a-z])(?:(?:le |ce )?(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) (?:suivant|d'apres)
  |le (lendemain)|le (surlendemain)|la (veille)|le (meme jour)|le (jour meme)
  )(?![a-z])(?: (?:matin|midi|soir|apres-midi)(?![a-z]))?
`
/** *du marché*, *de la fête*: what that day is counted from. */
const COUNTED_FROM = /^ (?:de la |de l'|du |des )([a-z][a-z-]{3,})/
/** How many days after the other one. */
const AFTER: readonly number[] = [1, 2, -1, 0, 0]
/** Sentences back in which the other day stands: further, nobody knows that it is meant. */
const NEAR = 3

const sureIn = (piece: NotePiece): ToldDay | undefined => piece.dates.filter(d => d.sure).at(-1)

/** The last sure day that was told shortly before, or where this thing was told. */
function toldBefore(page: NotesPage, at: number, thing: string | undefined): string | undefined {
  const before = page.pieces.slice(thing === undefined ? Math.max(0, at - NEAR) : 0, at)
  const told = before.findLast(
    one => sureIn(one) && (thing === undefined || one.plain.includes(thing)),
  )
  return told && sureIn(told)?.day
}

function relativeDay(page: NotesPage, at: number): ToldDay | undefined {
  const { plain } = page.pieces[at]!
  const said = RELATIVE.exec(plain)
  if (!said) return undefined
  const [from, to] = [said.index, said.index + said[0].length]
  const counted = COUNTED_FROM.exec(plain.slice(to))
  const last = toldBefore(page, at, counted?.[1])
  const end = to + (counted?.[0].length ?? 0)
  if (!said[1]) {
    const days = AFTER[said.slice(2).findIndex(Boolean)]
    return last && days !== undefined
      ? { from, to: end, day: plusDays(last, days), sure: true }
      : undefined
  }
  const [next] = datesIn(`${said[1]} prochain`, { day: last ?? page.head.date })
  return next && { from, to, day: next.day, sure: true }
}

/** A title that is a day and nothing else. */
const DAY_ALONE = /^[^a-z]*(?:le |du )?$/
const HOUR_FIRST = /^[^a-z\d]*(?:a |des |de |vers )?\d{1,2}\s?(?:h|:\d\d)/
/** The day of the title above, of a line that begins with its hour. */
function titleDay(page: NotesPage, { plain, block }: NotePiece): ToldDay | undefined {
  const under = plainOf(block.under)
  const [day, other] = datesIn(under, { day: page.head.date })
  const isDay =
    day?.sure === true &&
    day.until === undefined &&
    other === undefined &&
    DAY_ALONE.test(under.slice(0, day.from)) &&
    !/[a-z]/.test(under.slice(day.to))
  return isDay && HOUR_FIRST.test(plain) ? { from: 0, to: 0, day: day.day, sure: true } : undefined
}

/**
 * The day that stands elsewhere, of the piece at this place.
 *
 * Law     undefined where the piece tells a day itself, or no hour; never the day of the meeting.
 */
export function dayElsewhere(page: NotesPage, at: number): ToldDay | undefined {
  const piece = page.pieces[at]!
  if (piece.dates.length > 0 || piece.block.heading || !hoursIn(piece.plain)) return undefined
  const told = relativeDay(page, at) ?? titleDay(page, piece)
  return told && told.day !== page.head.told ? told : undefined
}
