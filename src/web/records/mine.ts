import { type Html, html } from '../../contract/html.ts'
import type { Kit } from '../../contract/kit.ts'
import type { Leaf } from '../../contract/page.ts'
import type { Reader } from '../../contract/reader.ts'
import type { Request } from '../../contract/request.ts'
import { wordsOfType } from '../../contract/type-words.ts'
import { bornAt } from '../../core/id.ts'
import { type RecordType, spaceOf } from '../../core/schema.ts'
import { belongingOf } from '../../engine/forgetting/belonging.ts'
import { mendOf } from '../../engine/mending.ts'
import { mayCorrect } from '../../engine/owned.ts'
import { ownerIn } from '../../engine/owner-in.ts'
import { sayFate } from '../../engine/records/fate.ts'
import { CORRECT, correctionOf, type OwnRow, rowOf, WRITTEN } from '../../engine/records/mine.ts'
import { fateOfOwn } from '../../engine/records/sent-fate.ts'
import { isRemovedBy, isWriter } from '../../engine/signed.ts'
import { dayOfMoment, onDay } from '../../text/days.ts'
import { notices, POINT } from '../../ui/board.ts'
import { actButton, hidden, mainButton, namedBy, post } from '../../ui/post.ts'
import { mistakeIn, note, said } from '../../ui/say.ts'
import { crumbs } from '../../ui/sheet.ts'
import { TONGUE } from '../../ui/tongue.ts'
import type { ServedPage } from '../all-pages.ts'
import type { PageSource } from '../pages/kit.ts'
import { wholeOf } from '../put-away.ts'
import { answeredBy } from './answered-by.ts'
import { askedIn } from './asked-in.ts'
import { beforeMend } from './record.ts'
import { plainWords } from './words.ts'

const MOST = 200

/** A member withdraws and corrects their records of a brick that is put away too. */
export const minePages = (source: PageSource): readonly ServedPage[] => [
  {
    path: WRITTEN,
    who: 'neighbour',
    show: kit => writtenLeaf(wholeOf(source), kit, wholeOf(source).read),
  },
  {
    path: `${CORRECT}/:type/:id`,
    who: 'neighbour',
    show: kit => {
      const whole = wholeOf(source)
      return correctLeaf(whole, kit, whole.read, whole.types.get(kit.request.params['type'] ?? ''))
    },
  },
  // A member corrects at the address where the keeper edits.
  ...[...source.types.values()].flatMap((type): readonly ServedPage[] =>
    type.path && mendOf(source.bricks, type.name)
      ? [
          {
            path: `${type.path}/:id/modifier`,
            who: 'neighbour',
            show: (kit, read) => correctLeaf(source, kit, read, type),
          },
        ]
      : [],
  ),
]

/** *Ce que j'ai écrit*: each thing with what may still be done with it, the newest first. */
function writtenLeaf(source: PageSource, kit: Kit, read: Reader): Leaf | undefined {
  if (kit.request.me === undefined) return undefined
  const w = plainWords(kit.request.lang).mine
  const { whole, parts } = belongingOf(source, kit.request.me)
  // Records that they wrote for somebody are theirs to withdraw too.
  const keyed = parts.filter(({ type, field }) => ownerIn(source, type)?.keyedBy === field)
  // Records of theirs that others wrote (a private word, a proposed arrangement) are not their
  // acts.
  const mine = [...new Map([...whole, ...keyed].map(one => [one.record, one])).values()]
    .filter(one => mayCorrect(source, one, kit.request.me!))
    .toSorted((a, b) => (a.record < b.record ? 1 : -1))
  const lines = mine.slice(0, MOST).flatMap(({ type: name, record }) => {
    const type = source.types.get(name)
    // A correction that shows stands in the line of what it corrected.
    if (correctionOf(read, record)?.isDone) return []
    const row = type && mendOf(source.bricks, name) && rowOf(read, type, record)
    if (type && row)
      return isReadHere(kit.request, read, type, record) &&
        isActOf(source, kit.request.me!, type, row)
        ? [lineOf(source, kit, type, row)]
        : []
    return type &&
      mendOf(source.bricks, name) &&
      isRemovedBy(source.log, { type: name, record }, kit.request.me!)
      ? [offLine(source, kit, type, record)]
      : []
  })
  const body = html`
    ${said(kit.request.said)}
    <div class="one">
      <article class="sheet">
        ${crumbs([{ href: '/moi', words: w.page }], kit.request.lang)}
        <h1>${w.title}</h1>
        ${mistakeIn(kit.request)}
        <p>${w.lead}</p>
        ${lines.length > 0 ? notices(lines) : html`<p class="empty">${w.nothing}</p>`}
        ${!kit.request.private && note(w.elsewhere)}
      </article>
    </div>
  `
  return { title: w.title, body }
}

/** Whether a member wrote the record, or may correct it. */
const isActOf = (source: PageSource, me: string, type: RecordType, row: OwnRow): boolean =>
  isWriter(source.log, { type: type.name, record: row.id }, me) ||
  (mendOf(source.bricks, type.name)!.while?.(row, source.read) ?? true)

/** Whether the record shows here alone and may be shown now. Over plain HTTP it never is. */
const isReadHere = (request: Request, read: Reader, type: RecordType, id: string): boolean =>
  request.private || read.one(type, id) !== undefined

function lineOf(source: PageSource, kit: Kit, type: RecordType, row: OwnRow): Html {
  const w = plainWords(kit.request.lang).mine
  const mend = mendOf(source.bricks, type.name)!
  const words = wordsOfType(source.bricks, type.name, kit.request.lang)
  const { isAsked } = askedIn({ bricks: source.bricks, read: source.read }, type, row, words)
  const shown = mend.fields
    .filter(isAsked)
    .flatMap(name => (row[name] === null ? [] : [kit.shown(type, name, row[name])]))
    .slice(0, 2)
  const isOpen = mend.while?.(row, source.read) ?? true
  const fate = fateOfOwn(source, type, row.id)
  const told = standsFor(source, kit, type, row)
  const back = html`
    ${kit.form({ type: type.name, id: row.id })}
    ${hidden({ type: type.name, id: row.id, from: WRITTEN })}
  `
  // Two answers say the same, and what each answers tells them apart.
  const by = `q-${row.id} a-${row.id}`
  const named = namedBy(`w-${row.id}`, by)
  const withdraws = html`<button${named}>${w.withdraw}</button>`
  const day = onDay(dayOfMoment(bornAt(row.id)), kit.request.lang, kit.request.today)
  return html`
    <li>
      <h2 id="q-${row.id}">${shown.map((one, i) => html`${i > 0 && POINT}${one}`)}</h2>
      <p class="where">
        <span id="a-${row.id}">${told}</span>, ${day}
        ${
          !isWriter(source.log, { type: type.name, record: row.id }, kit.request.me!) &&
          `, ${w.byAnother}`
        }
      </p>
      ${fate && html`<p>${sayFate(fate, kit.territory, kit.request.lang)}</p>`}
      ${
        isOpen &&
        html`
          <div class="acts no-print">
            <a class="button quiet"${namedBy(`c-${row.id}`, by)}
              href="${CORRECT}/${type.name}/${row.id}">${w.correct}</a>
            ${mend.withdraws && actButton(back, '/moi/retirer', { button: withdraws })}
          </div>
        `
      }
    </li>
  `
}

/** *correction, réponse : « Café de réparation », pour Fernande*: of what it is, and for whom. */
function standsFor(source: PageSource, kit: Kit, type: RecordType, row: OwnRow): Html {
  const { lang, me } = kit.request
  const { read } = source
  const w = plainWords(lang)
  const correction = correctionOf(read, row.id)
  const whole: Readonly<Record<string, unknown>> =
    (correction && read.one(type, correction.changes)) ?? row
  const about = answeredBy(read, type, whole)
  const owner = ownerIn(source, type.name)
  const kept: Readonly<Record<string, unknown>> | undefined = read.one(
    type,
    correction?.changes ?? row.id,
    'home',
  )
  const isKeyed = owner?.keyedBy !== undefined && kept?.[owner.keyedBy] === me
  const whom = isKeyed && owner.signed ? whole[owner.signed] : undefined
  const one = wordsOfType(source.bricks, type.name, lang).one
  return html`
    ${correction ? w.correctionOf(one) : one}
    ${about && html`${POINT}<span${TONGUE}>${about.title}</span>`}
    ${typeof whom === 'string' && whom !== '' && `, ${w.mine.forWhom(whom)}`}
  `
}

/** The line of a record that the member withdrew and may restore. */
function offLine(source: PageSource, kit: Kit, type: RecordType, id: string): Html {
  const w = plainWords(kit.request.lang).mine
  const title = source.read.storedTitle(type, id) || source.read.storedTitle(type, id, 'home')
  const what = w.off(
    wordsOfType(source.bricks, type.name, kit.request.lang).one,
    onDay(dayOfMoment(bornAt(id)), kit.request.lang, kit.request.today),
  )
  return html`
    <li>
      <h3>${title}</h3>
      <p class="where">${what}</p>
      ${actButton(kit.form(), '/moi/remettre', {
        look: 'inline no-print',
        hidden: { type: type.name, id, from: WRITTEN },
        button: w.putBack,
      })}
    </li>
  `
}

function correctLeaf(
  source: PageSource,
  kit: Kit,
  read: Reader,
  type: RecordType | undefined,
): Leaf | undefined {
  const mend = type && mendOf(source.bricks, type.name)
  const id = kit.request.params['id'] ?? ''
  const row = type && mend && rowOf(read, type, id)
  if (!type || !mend || !row || kit.request.by === 'keeper' || kit.request.me === undefined)
    return undefined
  if (
    !mayCorrect(source, { type: type.name, record: id }, kit.request.me) ||
    !isReadHere(kit.request, read, type, id)
  )
    return undefined
  if (!(mend.while?.(row, read) ?? true)) return undefined
  const w = plainWords(kit.request.lang).mine
  const words = wordsOfType(source.bricks, type.name, kit.request.lang)
  const space = read.one(type, id) ? 'commons' : 'home'
  const own = askedIn({ bricks: source.bricks, read }, type, row, words)
  const asked = mend.fields.filter(
    name =>
      (kit.request.private || spaceOf(type, type.fields[name]!) !== 'home') && own.isAsked(name),
  )
  const home = read.one(type, id, 'home')
  const whole = Object.fromEntries(asked.map(name => [name, row[name] ?? home?.[name] ?? null]))
  const fields = fieldsOf(kit, { type, labels: words.fields, own: own.words }, whole, asked)
  const body = html`
    <div class="one">
      <article class="sheet">
        ${crumbs([{ href: WRITTEN, words: w.title }], kit.request.lang)}
        <h1>${w.correctOne(words.one)}</h1>
        ${mistakeIn(kit.request)}
        ${beforeMend(source, kit, read, { type, id })}
        ${post(kit.form({ type: type.name, id, space }), CORRECT, {
          hidden: { type: type.name, id },
          unchecked: true,
          fields,
          button: mainButton(w.correct),
        })}
      </article>
    </div>
  `
  return { title: w.correctOne(words.one), body }
}

/** `own`: the labels of this record that are not the type's. */
type FieldsMended = Readonly<{
  type: RecordType
  labels: Readonly<Record<string, Readonly<{ label: string }>>>
  own: NonNullable<Parameters<Kit['fields']>[3]>
}>
/** The fields to correct. Long lists of ticks are folded. */
function fieldsOf(
  kit: Kit,
  { type, labels, own }: FieldsMended,
  row: Readonly<Record<string, unknown>>,
  asked: readonly string[],
): Html {
  const isFolded = (name: string): boolean => type.fields[name]?.kind === 'themes'
  const folded = asked.filter(isFolded).map(name => {
    const inside = kit.fields(type, row, [name])
    return html`
      <details>
        <summary>${labels[name]?.label ?? name}</summary>
        <div class="part">${inside}</div>
      </details>
    `
  })
  return html`${kit.fields(
    type,
    row,
    asked.filter(name => !isFolded(name)),
    own,
  )}${folded}`
}
