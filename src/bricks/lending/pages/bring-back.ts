import { type Html, html } from '../../../contract/html.ts'
import type { PageContext } from '../../../contract/page.ts'
import { namedOver } from '../../../contract/records/charge.ts'
import { owedBy, piecesToBringBack } from '../model/packed.ts'
import { type BookingRow, type ThingRow, timesIn } from '../model/read.ts'
import { isRoom, thing } from '../model/records-thing.ts'
import type { fr } from '../words/fr.ts'
import { lateOf } from './late.ts'

type Context = PageContext<typeof fr>
type OfBooking = Readonly<{ row: BookingRow; of: ThingRow }>

/** What must come back of a booking: which pieces, until when, where, to whom, and how. */
export function backLines(
  { row, of }: OfBooking,
  context: Context,
  { pieces: arePiecesSaid = true }: Readonly<{ pieces?: boolean }> = {},
): readonly string[] {
  const w = context.words.ticket.back
  // Somebody's time is not brought back.
  if (of.kind === 'help' || (row.state !== 'booked' && row.state !== 'out')) return []
  const room = isRoom(of) || of.kind === 'turn'
  const { kit, words, read } = context
  const span = timesIn(row)
  const until = span ? words.ends(span.until, kit.request.today) : ''
  const whom = of.who === null ? namedOver(read, of.id, kit.request.today) : [of.who]
  const pieces = arePiecesSaid ? piecesToBringBack(read, row, of) : []
  const count = row.count ?? 1
  const lines = [
    room ? w.leave(until) : w.by(until, of.where ?? ''),
    whom.length > 0 && w.to(whom, room),
    !room && of.unit !== 'hour' && of.hours !== null && w.hours(kit.told(thing, 'hours', of.hours)),
    count > 1 && w.count(count),
    pieces.length > 0 && w.pieces(pieces),
    of.backAs !== null && w.how(of.backAs),
    of.consumables !== null && w.consumables(of.consumables),
    of.depositCents !== null &&
      (row.deposit ?? 'seen') === 'seen' &&
      w.deposit(kit.told(thing, 'depositCents', of.depositCents)),
  ]
  return lines.flatMap(line => line || [])
}

/** The same on a page, under its head; or the pieces that are owed, once the rest is back. */
export function backPart(of: OfBooking, context: Context): Html | false {
  const owed = owedBy(of.row)
  if (owed.length > 0) return html`<p><b>${context.words.youOwe(owed)}</b></p>`
  const late = lateOf(of.row, of.of, context)
  const lines = backLines(of, context)
  return html`
    ${late !== '' && html`<p><b>${late}</b></p>`}
    ${
      lines.length > 0 &&
      html`
        <h2>${backHead(of.of, context)}</h2>
        <ul>${lines.map(line => html`<li>${line}</li>`)}</ul>
      `
    }
  `
}

export const backHead = (of: ThingRow, { words: { ticket } }: Context): string =>
  isRoom(of) || of.kind === 'turn' ? ticket.back.leaving : ticket.back.head
