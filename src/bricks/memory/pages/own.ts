import { type Html, html } from '../../../contract/html.ts'
import type { DealKept } from '../../../contract/published-deals.ts'
import type { Reader } from '../../../contract/reader.ts'
import { harvest, proposal } from '../../../contract/records/own-records.ts'
import { wordAt } from '../../../core/narrow.ts'
import { dayPlain } from '../../../text/days.ts'
import { TONGUE, within } from '../../../ui/tongue.ts'
import { prose } from '../../../ui/value.ts'
import { type Knot, list, type Thread, text, type Values } from '../model/thread.ts'
import { type MemoryWords, type Telling, titleOf } from './steps.ts'

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
    ...dealt(thread.knots, telling),
    ...traded(thread.knots, telling),
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
const taken = (knots: readonly Knot[], { kit, read, words: w }: Telling): readonly Html[] =>
  knots.flatMap(one => {
    const field = TAKEN.get(one.type)
    const who = field === undefined ? null : heldOf(one, field, read)
    if (who === null) return []
    const title = titleOf(one, read)
    return [html`<p>${within(w.takenBy(title, who), [title, who], kit.request.lang)}</p>`]
  })

const reached = (answers: readonly Knot[], { kit, read, words: w }: Telling): readonly Html[] =>
  answers
    .filter(one => one.type === 'response')
    .flatMap(one => {
      const how = heldOf(one, 'reach', read)
      if (how === null) return []
      const who = text(one.row['firstName']) ?? ''
      return [html`<p>${within(w.reachOf(who, how), [who, how], kit.request.lang)}</p>`]
    })

/** Which notices of a deal answered one another. */
const metIn = ({ notices }: DealKept, w: MemoryWords): readonly string[] => {
  const of = (kind: string) => notices.filter(({ type }) => type === kind)
  return of('offer').flatMap(offer => of('need').map(need => w.met(offer.title, need.title)))
}

/** The deals about its notices: one about two of them stands once. */
function dealt(knots: readonly Knot[], { kit, read, words: w }: Telling): readonly Html[] {
  const notices = knots.filter(({ type }) => type === 'need' || type === 'offer')
  const found = notices.flatMap(({ id }) => read.published.dealsAbout?.(id) ?? [])
  const all = [...new Map(found.map(one => [one.path, one])).values()]
  if (all.length === 0) return []
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
          ${metIn(one, w).map(line => html`<p${TONGUE}>${line}</p>`)}
        </li>
      `,
  )
  return [html`<h3>${w.deals}</h3><ul class="notices">${lines}</ul>`]
}

/** A barter of three to which the three said yes: each of its offers answers a need. */
function traded(knots: readonly Knot[], { read, words: w }: Telling): readonly Html[] {
  const known = read.types.get('loop')
  const ids = knots.filter(({ type }) => type === 'need' || type === 'offer').map(({ id }) => id)
  if (!known || ids.length === 0) return []
  const rows: readonly Values[] = read.list(
    known,
    {
      where:
        "state = 'agreed' AND EXISTS (SELECT 1 FROM json_each(?) AS one " +
        'WHERE instr(offers, one.value) > 0 OR instr(needs, one.value) > 0)',
      with: [JSON.stringify(ids)],
      limit: MOST_TRADES,
    },
    'home',
  )
  return rows.flatMap(row => {
    const [offers, needs] = [list(row['offers']), list(row['needs'])]
    const lines = offers.flatMap((offer, at) => {
      const [one, other] = [offer, needs[at] ?? ''].map(id => read.called(id))
      const isHere = ids.includes(offer) || ids.includes(needs[at] ?? '')
      return one && other && isHere ? [w.met(one.title, other.title)] : []
    })
    return lines.map(line => html`<h3>${w.trade}</h3><p${TONGUE}>${line}</p>`)
  })
}
const MOST_TRADES = 5
