import { type Html, html } from '../../contract/html.ts'
import type { Kit } from '../../contract/kit.ts'
import { isShownHome } from '../../contract/permission.ts'
import type { HistoryLine } from '../../contract/reader.ts'
import { withoutReachOnceOver } from '../../contract/records/once-over.ts'
import { proposal } from '../../contract/records/own-records.ts'
import { itemsOf } from '../../core/narrow.ts'
import type { FileRef, RecordType } from '../../core/schema.ts'
import type { TypeWords } from '../../core/type-words.ts'
import { withMadeFields } from '../../engine/fields.ts'
import { ownBox } from '../../log/log.ts'
import { historyOf } from '../../projection/history.ts'
import { dayOfMoment, onDay } from '../../text/days.ts'
import { dotted } from '../../ui/board.ts'
import type { PageSource } from '../pages/kit.ts'
import { keeperWhoWrote } from '../session/keepers-known.ts'
import { byCard } from './by-card.ts'
import { saidFrom } from './from-box.ts'
import { toldToAll, turnsIn } from './told-to-all.ts'
import { plainWords } from './words.ts'

/** What changed in a record, as lines of its page: when, by whom, which value. */

export type OneRecord = Readonly<{ type: RecordType; id: string }>

const MOST_LINES = 12

/**
 * The last changes; for the keeper, the way to all of them, where an older value can be put back.
 */
export function changeLines(source: PageSource, kit: Kit, of: OneRecord): readonly Html[] {
  const lines = historyLines(source, kit, of)
  const { type, id } = of
  if (kit.request.by !== 'keeper' || !type.path) return lines
  return [
    ...lines,
    html`<a href="${type.path}/${id}/changements">${plainWords(kit.request.lang).allChanges}</a>`,
  ]
}

/**
 * *le 12 novembre, quelqu’un de passage : Combien, « pas moins d’une palette »*. Another box is
 * named; a forgotten value is said to be so.
 */
export function historyLines(
  source: PageSource,
  kit: Kit,
  { type, id }: OneRecord,
  most = MOST_LINES,
): readonly Html[] {
  const w = plainWords(kit.request.lang)
  const { type: whole, words } = withMadeFields(source.bricks, source.read, type, kit.request.lang)
  const here = ownBox(source.log)
  const from = saidFrom(source, w)
  // Lines of one turn share their date, formatted once: a day in words costs more than the line.
  const said = new Map<string, Html>()
  const isNobody = (by: string): boolean => by === 'visitor' || by === 'keeper'
  const writerOf = (by: string): string =>
    kit.request.isMe(by)
      ? w.you
      : ((isNobody(by) ? undefined : byCard(source, kit.request, by)) ?? w.writer(by))
  const isKeeper = kit.request.by === 'keeper'
  const told = source.read.history(type.name, id, isKeeper ? 'whole' : undefined)
  const all = isKeeper ? told : untoldOnceOver(source, kit, { type, id }, told)
  const shownFor = writersShown(source, type, id, all)
  const named = isShownHome(kit.request)
  const keeperBehind = (line: HistoryLine): string | undefined =>
    named && line.by === 'keeper' && line.box === here
      ? keeperWhoWrote(source.read, id, line.on)
      : undefined
  const when = (line: HistoryLine, isFirst: boolean): Html => {
    const { on, sure, box, by } = line
    const behind = box === here ? shownFor(line) : undefined
    const who =
      behind === undefined
        ? (keeperBehind(line) ?? writerOf(by))
        : `${writerOf(behind)}${isFirst ? ` (${w.shownByKeeper})` : ''}`
    return html`
      ${onDay(dayOfMoment(on), kit.request.lang, kit.request.today, sure)}, ${who}
      ${box !== here && `, ${from(box)}`}
    `
  }
  const turnOf = ({ on, sure, box, by }: HistoryLine): string => `${on} ${sure} ${box} ${by}`
  const change = (line: HistoryLine): Html => changeOf(kit, whole, line, { words, w })
  if (!isKeeper)
    return turnsIn(toldToAll(type, all), turnOf)
      .slice(0, most)
      .map(turn => html`${when(turn[0]!, true)}${w.colon}${dotted(turn.map(change))}`)
  return all.slice(0, most).map(line => {
    const key = turnOf(line)
    const begins = said.get(key) ?? when(line, true)
    if (!said.has(key)) said.set(key, shownFor(line) === undefined ? begins : when(line, false))
    return html`${begins}${w.colon}${change(line)}`
  })
}

/** Law     11: of what is over, its changes tell no way to be reached either. */
function untoldOnceOver(
  { read }: PageSource,
  { request: { today } }: Kit,
  { type, id }: OneRecord,
  lines: readonly HistoryLine[],
): readonly HistoryLine[] {
  const row: Readonly<Record<string, unknown>> = read.one(type, id) ?? {}
  const left: Readonly<Record<string, unknown>> = withoutReachOnceOver(type, row, today)
  const isTold = ({ field }: HistoryLine): boolean => left[field] === row[field]
  return lines.map(line => (isTold(line) ? line : { ...line, value: null, untold: true }))
}

/**
 * The authors of writes that the keeper’s showing made, from the proposals of this box. One turn
 * shows one person’s text.
 */
function writersShown(
  source: PageSource,
  type: RecordType,
  id: string,
  all: readonly HistoryLine[],
): (line: HistoryLine) => string | undefined {
  if (!source.types.has(proposal.name) || !all.some(({ by }) => by === 'keeper'))
    return () => undefined
  const where = "(shownAs = ? OR changes = ?) AND sentBy IN ('visitor', 'member')"
  const pieces = source.read
    .list(proposal, { where, with: [id, id] }, 'home')
    .flatMap(({ piece }) => piece ?? [])
  const sent = pieces
    .flatMap(piece => historyOf(source.log, type, piece, 'home'))
    .filter(({ by }) => by !== 'keeper')
  const sameAs = (line: HistoryLine): string | undefined =>
    (line.value ?? null) === null
      ? undefined
      : sent.find(
          one =>
            one.field === line.field &&
            one.on <= line.on &&
            JSON.stringify(one.value) === JSON.stringify(line.value),
        )?.by
  if (sent.length === 0) return () => undefined
  // What was corrected since is told to the keeper alone, and tells who wrote it.
  const byTurn = new Map(
    source.read.history(type.name, id, 'whole').flatMap(line => {
      const by = line.by === 'keeper' ? sameAs(line) : undefined
      return by === undefined ? [] : [[line.on, by] as const]
    }),
  )
  return line => (line.by === 'keeper' ? byTurn.get(line.on) : undefined)
}

/** The last value of some fields, for a person who must see it before it is erased. */
export function heldLines(
  { bricks, read, types }: PageSource,
  kit: Kit,
  { name, id }: Readonly<{ name: string; id: string }>,
  fields: readonly string[],
): readonly Html[] {
  const plain = types.get(name)
  if (!plain) return []
  const { type, words } = withMadeFields(bricks, read, plain, kit.request.lang)
  const last = new Map(
    read
      .history(name, id, 'whole')
      .filter(
        ({ field, value }) =>
          field !== 'removed' &&
          fields.includes(field) &&
          value !== undefined &&
          value !== null &&
          value !== '',
      )
      .toReversed()
      .map(line => [line.field, line]),
  )
  const inOrder = Object.keys(type.fields).flatMap(field => last.get(field) ?? [])
  return inOrder.map(line => changeOf(kit, type, line, { words, w: plainWords(kit.request.lang) }))
}

function changeOf(
  kit: Kit,
  type: RecordType,
  line: HistoryLine,
  { words, w }: Readonly<{ words: TypeWords; w: ReturnType<typeof plainWords> }>,
): Html {
  if (line.field === 'removed') return html`${line.value === true ? w.removed : w.putBack}`
  const label = words.fields[line.field]?.label ?? line.field
  if (line.value === undefined) return html`${label}, ${w.forgotten}`
  if (line.untold) return html`${label}, ${w.changed}`
  if (line.value === null || line.value === '') return html`${label}, ${w.emptied}`
  // A photo that was taken off stays off: how many there were is all that is told.
  if (type.fields[line.field]?.kind === 'files' && Array.isArray(line.value))
    return html`${label}, ${w.filesOf(itemsOf<FileRef>(line.value).length)}`
  return html`${label}, ${kit.shown(type, line.field, line.value)}`
}
