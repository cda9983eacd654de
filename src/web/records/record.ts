import { type Html, html } from '../../contract/html.ts'
import type { Kit, RecordMore } from '../../contract/kit.ts'
import type { Leaf } from '../../contract/page.ts'
import { isShownHome } from '../../contract/permission.ts'
import type { Reader } from '../../contract/reader.ts'
import { isOnceOver, withoutReachOnceOver } from '../../contract/records/once-over.ts'
import { wholeRow } from '../../contract/records/whole-row.ts'
import type { Request } from '../../contract/request.ts'
import { itemsOf } from '../../core/narrow.ts'
import { type FileRef, fieldFor, type RecordType, type Space, spaceOf } from '../../core/schema.ts'
import { withMadeFields } from '../../engine/fields.ts'
import { dayOfMoment, onDay } from '../../text/days.ts'
import { anyPhoneIn } from '../../text/phone.ts'
import { dotted, POINT } from '../../ui/board.ts'
import { pictures } from '../../ui/picture.ts'
import { said } from '../../ui/say.ts'
import { changes, fieldList, reachBlock, sheet } from '../../ui/sheet.ts'
import type { PageSource } from '../pages/kit.ts'
import { cardBehind } from './by-card.ts'
import { changeLines, type OneRecord } from './changes.ts'
import { codeLine } from './code-line.ts'
import { plainWords } from './words.ts'

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
  const found = source.read.one(type, id)
  if (!found) return undefined
  const { today } = kit.request
  const isOver = isOnceOver(type, found, today) && !isShownHome(kit.request)
  const row = isOver ? withoutReachOnceOver(type, found, today) : found
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
        row[how ?? ''] ?? (isOver ? null : fallen(type, how, kit, String(row['id']))),
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
    history: changes(pastOf(source, kit, { type, id: String(row['id']) }), kit.request.lang),
    aside: more.aside ?? false,
  })
  const shown = kit.isByCard(String(row['id'])) ? onScreen(body, kit.request) : body
  return { title, body: shown, ...(more.current ? { current: more.current } : {}) }
}

/** What the rest of the page shows may change while nothing of this record is written. */
const pastOf = (source: PageSource, kit: Kit, of: OneRecord): readonly Html[] =>
  kit.piece(`changes ${of.type.name} ${of.id}`, bare => changeLines(source, bare, of))

/** What only people who hold a card read stands on no paper: a sentence prints in its place. */
const onScreen = (body: Html, { lang }: Request): Html =>
  html`
    <div class="no-print">${body}</div>
    <p class="only-print">${plainWords(lang).onScreenOnly}</p>
  `

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
  return all.length > 0 && dotted(all)
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

/** What the bricks say above the form that corrects it. */
export const beforeMend = (
  { bricks }: Pick<PageSource, 'bricks'>,
  kit: Kit,
  read: Reader,
  of: Readonly<{ type: RecordType; id: string }>,
): readonly Html[] =>
  bricks.flatMap(
    brick => brick.slots?.beforeMend?.(kit, read, brick.words[kit.request.lang], of) ?? [],
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
    <p>
      ${on}${card && `, ${card}`}${acts && html`<span class="no-print"> · ${acts}</span>`}${edit}
    </p>
    ${said && html`<div>${said}</div>`}
  `
}

/** What stays in this box: no paper that the keeper prints from the browser has it. */
const staysHere = (title: string, own: Html): Html =>
  html`<div class="stack no-print"><h2>${title}</h2>${own}</div>`
