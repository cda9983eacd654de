import { type Html, html } from '../../../contract/html.ts'
import type { Reader } from '../../../contract/reader.ts'
import { harvest, proposal } from '../../../contract/records/own-records.ts'
import { wordAt } from '../../../core/narrow.ts'
import { dayPlain } from '../../../text/days.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { prose } from '../../../ui/value.ts'
import { type Knot, type Thread, text } from '../model/thread.ts'
import { type Telling, titleOf } from './steps.ts'

/**
 * What this box alone knows of a thread: the words of the notes, who took it on, how those who
 * answered are reached, the deals.
 *
 * Law     for the keeper at the box alone (`isShownHome`); no paper holds any of it.
 */
export function ownPart(thread: Thread, telling: Telling): Html {
  const { read, words: w } = telling
  const [head] = thread.knots
  const canAsk = read.types.has('request') && !thread.knots.some(one => one.type === 'request')
  const parts = [
    ...thread.knots.flatMap(one => asWritten(one, telling)),
    ...taken(thread.knots, telling),
    ...reached(thread.answers, telling),
    ...thread.knots.flatMap(one => dealt(one, telling)),
  ]
  return html`
    <section class="part stack no-print">
      <header><h2>${w.own}</h2></header>
      <p>${w.ownLead}</p>
      ${parts}
      ${
        canAsk &&
        head &&
        html`
          <p><a href="/demandes-aux-elus/ajouter?about=${head.id}">${w.toRequest}</a></p>
        `
      }
    </section>
  `
}

/** The piece of a page of notes that a record was shown from. */
const pieceOf = (read: Reader, id: string) =>
  read.list(proposal, { where: 'shownAs = ?', with: [id], limit: 1 }, 'home')[0]

/** The words of the notes, as they were written down. */
function asWritten({ id }: Knot, { kit, read, words: w }: Telling): readonly Html[] {
  const piece = pieceOf(read, id)
  const notes = piece?.harvest ? read.one(harvest, piece.harvest, 'home') : undefined
  const [file] = notes?.text ?? []
  const said =
    file && piece
      ? kit
          .textOf(file)
          ?.slice(piece.from ?? 0, piece.till ?? 0)
          .trim()
      : ''
  if (!notes || !said) return []
  return [
    html`
      <h3>${w.asWritten}</h3>
      <blockquote class="voice"${TONGUE}>${prose(said)}</blockquote>
      <p><a href="/cueillette/${notes.id}">${w.toNotes}</a></p>
    `,
  ]
}

/** A field of `home` of a record, or of the piece that it was shown from. */
function heldOf({ type, id }: Knot, field: string, read: Reader): string | null {
  const known = read.types.get(type)
  if (!known) return null
  const held = (of: string): string | null => {
    const row: Readonly<Record<string, unknown>> | undefined = read.one(known, of, 'home')
    return text(row?.[field])
  }
  const piece = held(id) === null ? pieceOf(read, id)?.piece : null
  return held(id) ?? (piece ? held(piece) : null)
}

const TAKEN = new Map([
  ['task', 'who'],
  ['initiative', 'carriedBy'],
])
const taken = (knots: readonly Knot[], { read, words: w }: Telling): readonly Html[] =>
  knots.flatMap(one => {
    const field = TAKEN.get(one.type)
    const who = field === undefined ? null : heldOf(one, field, read)
    return who === null ? [] : [html`<p>${w.takenBy(titleOf(one, read), who)}</p>`]
  })

const reached = (answers: readonly Knot[], { read, words: w }: Telling): readonly Html[] =>
  answers
    .filter(one => one.type === 'response')
    .flatMap(one => {
      const how = heldOf(one, 'reach', read)
      return how === null ? [] : [html`<p>${w.reachOf(text(one.row['firstName']) ?? '', how)}</p>`]
    })

function dealt({ type, id }: Knot, { kit, read, words: w }: Telling): readonly Html[] {
  const all = type === 'need' || type === 'offer' ? read.published.dealsAbout?.(id) : undefined
  if (!all || all.length === 0) return []
  const { lang, today } = kit.request
  const lines = all.map(
    one =>
      html`
        <li>
          <a href="${one.path}"${TONGUE}>${one.what}</a>
          <p class="where">
            ${[wordAt(w.dealStates, one.state), one.on && dayPlain(one.on, lang, today), ...one.who]
              .filter(Boolean)
              .join(', ')}
          </p>
        </li>
      `,
  )
  return [html`<h3>${w.deals}</h3><ul class="notices">${lines}</ul>`]
}
