import { type Html, html } from '../../contract/html.ts'
import type { Kit, RecordMore } from '../../contract/kit.ts'
import type { Leaf } from '../../contract/page.ts'
import { isShownHome } from '../../contract/permission.ts'
import type { HistoryLine } from '../../contract/reader.ts'
import { proposal } from '../../contract/records/own-records.ts'
import { wholeRow } from '../../contract/records/whole-row.ts'
import type { Request } from '../../contract/request.ts'
import { itemsOf } from '../../core/narrow.ts'
import { type FileRef, fieldFor, type RecordType, type Space, spaceOf } from '../../core/schema.ts'
import type { TypeWords } from '../../core/type-words.ts'
import { withMadeFields } from '../../engine/fields.ts'
import { ownBox } from '../../log/log.ts'
import { historyOf } from '../../projection/history.ts'
import { dayOfMoment, onDay } from '../../text/days.ts'
import { anyPhoneIn } from '../../text/phone.ts'
import { POINT } from '../../ui/board.ts'
import { pictures } from '../../ui/picture.ts'
import { said } from '../../ui/say.ts'
import { changes, fieldList, reachBlock, sheet } from '../../ui/sheet.ts'
import type { PageSource } from '../pages/kit.ts'
import { keeperWhoWrote } from '../session/keepers-known.ts'
import { byCard, cardBehind } from './by-card.ts'
import { codeLine } from './code-line.ts'
import { saidFrom } from './from-box.ts'
import { toldToAll, turnsIn } from './told-to-all.ts'
import { plainWords } from './words.ts'

type OneRecord = Readonly<{ type: RecordType; id: string }>

/**
 * The page of one record, made from its schema; a brick adds to it. Undefined when it is not in the
 * commons.
 */
export function recordLeaf(
  source: PageSource,
  kit: Kit,
  { type, id }: OneRecord,
  more: RecordMore = {},
): Leaf | undefined {
  const row = source.read.one(type, id)
  if (!row) return undefined
  const title = String(row[type.title] ?? '')
  const [how, who] = [fieldFor(type, 'reach'), fieldFor(type, 'who')]
  // Shown elsewhere on the page.
  const photos = Object.entries(type.fields).filter(
    ([, field]) => field.kind === 'files' && spaceOf(type, field) === 'commons',
  )
  const hide = new Set([
    'removed',
    type.title,
    how,
    who,
    ...photos.map(([name]) => name),
    ...(more.hide ?? []),
  ])
  const { words, type: whole } = withMadeFields(source.bricks, source.read, type, kit.request.lang)
  const isHomeShown = isShownHome(kit.request)
  const values: Readonly<Record<string, unknown>> = isHomeShown
    ? wholeRow(source.read, type, row)
    : { ...row, ...source.read.made(type.name, String(row['id'])) }
  const shownIn = (space: Space) =>
    Object.entries(whole.fields)
      .filter(
        ([name, field]) =>
          !hide.has(name) &&
          (field.space ?? 'commons') === space &&
          values[name] !== null &&
          values[name] !== undefined,
      )
      .map(([name]) => ({
        label: words.fields[name]?.label ?? name,
        value: nonEmpty(kit.shown(type, name, values[name])),
      }))
  const own = isHomeShown ? fieldList(shownIn('home')) : false
  const reach = more.reach
  const hiding = besideReach(
    source.bricks,
    { type: whole, id, values: { ...row, ...source.read.made(type.name, String(row['id'])) } },
    kit.request.lang,
  )
  // Right under the number, where it is the way to reach them.
  const isSaidAbove = !reach && how !== undefined && anyPhoneIn(String(row[how] ?? ''))
  const body = sheet({
    lang: kit.request.lang,
    title,
    said: said(kit.request.said),
    side: more.side ?? type.name,
    crumbs: more.crumbs ?? (type.path ? [{ href: type.path, words: words.many }] : []),
    reach:
      reach ??
      plainReach(
        row[how ?? ''] ?? fallen(type, how, kit, String(row['id'])),
        row[who ?? ''],
        kit.request,
        isSaidAbove && hiding,
      ),
    body: html`
      ${cameFrom(kit, String(row['id']))}
      ${more.lead}
      ${photos.map(([name]) => pictures(itemsOf<FileRef>(row[name]), title, kit.request.lang))}
    `,
    fields: html`
      ${fieldList(shownIn('commons'))}
      ${own && staysHere(plainWords(kit.request.lang).homeFields, own)}
      ${saidByBricks(source, kit, type, String(row['id']))}
      ${more.after}
    `,
    foot: footOf(
      source,
      kit,
      { type, id: String(row['id']) },
      actsOf(more.acts, isSaidAbove ? false : hiding),
    ),
    history: changes(allLines(source, kit, type, String(row['id'])), kit.request.lang),
    aside: more.aside ?? false,
  })
  return { title, body, ...(more.current ? { current: more.current } : {}) }
}

/** The bricks’ parts beside the ways to be reached. */
export function besideReach(
  bricks: PageSource['bricks'],
  {
    type,
    id,
    values,
  }: Readonly<{ type: RecordType; id: string; values: Readonly<Record<string, unknown>> }>,
  lang: Request['lang'],
): Html | false {
  const all: readonly Html[] = bricks.flatMap(
    brick => brick.slots?.beside?.(type, id, values, brick.words[lang]) ?? [],
  )
  return all.length > 0 && between(all, POINT)
}

const actsOf = (acts: Html | undefined, hiding: Html | false): Html | undefined =>
  hiding === false ? acts : html`${acts && acts.html !== '' && html`${acts}${POINT}`}${hiding}`

/** *Venu de la borne de Boën.* */
function cameFrom(kit: Kit, id: string): Html | false {
  const host = kit.hostOf(id)
  return (
    host !== undefined &&
    html`<p class="where">${plainWords(kit.request.lang).cameFrom(host.called)}</p>`
  )
}

const nonEmpty = (value: Html): Html | false => value.html !== '' && value

/**
 * The line for a record that lost its way to be reached: ask the keeper of the box where it was
 * written.
 */
function fallen(
  type: RecordType,
  how: string | undefined,
  { request: { lang }, territory, hostOf }: Kit,
  id: string,
): string | undefined {
  if (!how || !type.fields[how]?.required) return undefined
  const w = plainWords(lang)
  return w.throughKeeper(hostOf(id)?.keptBy || territory?.keptBy || w.keeper)
}

/** The bricks’ parts on the page of any record. */
const saidByBricks = (
  { bricks, read }: PageSource,
  kit: Kit,
  type: RecordType,
  id: string,
): readonly Html[] =>
  bricks.flatMap(
    brick => brick.slots?.onRecord?.(kit, read, brick.words[kit.request.lang], { type, id }) ?? [],
  )

const waysFrom = ({ bricks }: PageSource, { lang }: Request, id: string): readonly Html[] =>
  bricks.flatMap(
    brick =>
      brick.slots
        ?.fromRecord?.(id, brick.words[lang])
        .map(({ href, words }) => html` · <a href="${href}">${words}</a>`) ?? [],
  )

/** How to reach, when the type has such a sentence: right under the title. */
function plainReach(
  how: unknown,
  who: unknown,
  request: Request,
  acts: Html | false,
): Html | false {
  return (
    typeof how === 'string' &&
    how !== '' &&
    reachBlock({ who: typeof who === 'string' ? who : null, how, acts }, request.lang)
  )
}

function footOf(
  source: PageSource,
  kit: Kit,
  { type, id }: OneRecord,
  acts: Html | undefined,
): Html {
  const w = plainWords(kit.request.lang)
  const edit =
    kit.request.by === 'keeper' &&
    type.path &&
    html`
      <span class="no-print"> · <a
        href="${type.path}/${id}/modifier">${w.edit}</a>${waysFrom(source, kit.request, id)}</span>
    `
  const written = source.read.written(id)
  const on =
    written &&
    w.lastWritten(
      onDay(dayOfMoment(written.last), kit.request.lang, kit.request.today, written.sure),
    )
  const said = codeLine(kit, source.read, id)
  const card = cardBehind(source, kit.request, type, id)
  return html`
    <p>${on}${card && `, ${card}`}${acts && html` · ${acts}`}${edit}</p>
    ${said && html`<div>${said}</div>`}
  `
}

const MOST_LINES = 12

/**
 * The last changes; for the keeper, the way to all of them, where an older value can be put back.
 */
function allLines(source: PageSource, kit: Kit, type: RecordType, id: string): readonly Html[] {
  const lines = historyLines(source, kit, { type, id })
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
    kit.request.me !== undefined && by === kit.request.me
      ? w.you
      : ((isNobody(by) ? undefined : byCard(source, kit.request, by)) ?? w.writer(by))
  const isKeeper = kit.request.by === 'keeper'
  const all = source.read.history(type.name, id, isKeeper ? 'whole' : undefined)
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
      .map(turn => html`${when(turn[0]!, true)}${w.colon}${between(turn.map(change), POINT)}`)
  return all.slice(0, most).map(line => {
    const key = turnOf(line)
    const begins = said.get(key) ?? when(line, true)
    if (!said.has(key)) said.set(key, shownFor(line) === undefined ? begins : when(line, false))
    return html`${begins}${w.colon}${change(line)}`
  })
}

const between = (all: readonly Html[], mark: string): Html =>
  html`${all.map((one, at) => html`${at > 0 && mark}${one}`)}`

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

/** What stays in this box: no paper that the keeper prints from the browser has it. */
const staysHere = (title: string, own: Html): Html =>
  html`<div class="stack no-print"><h2>${title}</h2>${own}</div>`
