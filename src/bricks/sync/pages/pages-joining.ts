import { type Html, html, rewritten } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { JoinedNews, Reader } from '../../../contract/reader.ts'
import { textList } from '../../../contract/records/drafts.ts'
import { withoutPastReach } from '../../../contract/records/past-reach.ts'
import type { Undoable } from '../../../contract/slots.ts'
import type { ToDo, ToDoReader } from '../../../contract/to-do.ts'
import { bornAt } from '../../../core/id.ts'
import { ownJson } from '../../../core/narrow.ts'
import { type Field, type RecordType, spaceOf } from '../../../core/schema.ts'
import type { TypeWords } from '../../../core/type-words.ts'
import { dayOfMoment, onDay } from '../../../text/days.ts'
import { formField, tick } from '../../../ui/field.ts'
import { actButton, hidden, mainButton, post } from '../../../ui/post.ts'
import { mistakeAlone, said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { TONGUE, within } from '../../../ui/tongue.ts'
import { numbering, which } from '../../../ui/which.ts'
import {
  ALL,
  differing,
  type Joining,
  joiningOf,
  maybeAll,
  proposed,
  SEPARATE,
  stateOf,
} from '../model/joining.ts'
import type { fr } from '../words/fr.ts'
import { saidValue } from './pages-versions.ts'
import type { SyncPage } from './say.ts'

/**
 * `/joindre?these=A&these=B`: two records side by side, field by field, before they are said to be
 * one thing.
 */
export const joinPage: Page<typeof fr> = {
  path: '/joindre',
  who: 'keeper',
  show: (kit, read, words): Leaf => {
    const w = words.joining
    const reading = { kit, read, words }
    const asked = kit.request.again
      ? textList(kit.request.again.input, 'these')
      : textList(kit.request.query, 'these')
    const joining = joiningOf(read, asked)
    const why = mistakeAlone(kit.request)
    const steps = crumbs([{ href: '/tenir', words: words.keep }], kit.request.lang)
    const form = joining
      ? formOf(reading, joining)
      : asked.length === 1
        ? otherOf(reading, asked[0]!)
        : undefined
    const body = html`
      ${said(kit.request.said)}
      <div class="one">
        <article class="sheet ${joining ? `${joining.type.name}-side` : ''}">
          ${steps}
          <h1>${w.joinTitle}</h1>
          ${why}
          ${form || html`<p>${w.needTwo}</p>`}
        </article>
      </div>
    `
    return { title: w.joinTitle, body, current: '/tenir' }
  },
}

/**
 * The way to the other one, when only one is known yet: what is called alike, or what the keeper
 * looks for.
 */
function otherOf({ kit, read, words }: SyncPage, asked: string): Html | undefined {
  const called = read.called(asked)
  const type = called && read.types.get(called.type)
  if (!called || !type) return undefined
  const w = words.joining
  const [id] = read.joinedWith(asked)
  const q = typeof kit.request.query['q'] === 'string' ? kit.request.query['q'] : ''
  const tries =
    q === '' ? [called.title, ...called.title.split(/\s+/).filter(word => word.length > 3)] : [q]
  const found = tries
    .flatMap(words => read.search(words, [type.name]).hits)
    .filter(hit => hit.id !== id)
  const hits = found
    .filter((hit, i) => found.findIndex(one => one.id === hit.id) === i)
    .slice(0, MOST_FOUND)
  const line = (hit: (typeof hits)[number]): Html =>
    html`<li><a href="/joindre?these=${id!}&these=${hit.id}"${TONGUE}>${hit.title}</a></li>`
  return html`
    <p>${within(w.joinWith(called.title), called.title, kit.request.lang)}</p>
    ${hits.length > 0 ? html`<ul>${hits.map(line)}</ul>` : html`<p>${w.joinNoneAlike}</p>`}
    <form class="form" action="/joindre">
      ${hidden({ these: id! })}
      ${formField({
        id: 'f-q',
        label: w.joinSearch,
        input: { name: 'q', value: q },
      })}
      <p class="acts">
        <button${which(w.joinSearchAct, w.joinSearch, kit.request.lang)}>
          ${w.joinSearchAct}
        </button>
      </p>
    </form>
  `
}
const MOST_FOUND = 20

function formOf(reading: SyncPage, joining: Joining): Html {
  const { kit, read } = reading
  const w = reading.words.joining
  const { type, rows, these } = joining
  const { words } = kit.withMadeFields(read.types.get(type.name)!)
  const fields = differing(joining).filter(
    ([, field]) => kit.request.private || spaceOf(type, field) === 'commons',
  )
  const token = html`
    ${kit.form({ type: type.name, id: these[0]! })}
    ${hidden({
      from: `/joindre?${these.map(id => `these=${id}`).join('&')}`,
      state: stateOf(joining),
      these,
    })}
  `
  const one = (row: Joining['rows'][number]): Html =>
    html`
      <li>
        <a href="${type.path ?? ''}/${String(row['id'])}"${TONGUE}>
          ${String(row[type.title] ?? '')}
        </a>
      </li>
    `
  const lead = fields.length > 0 ? w.joinLead : w.joinSame
  return html`
    <p>${words.one}</p>
    <ul>${rows.map(one)}</ul>
    <p>${lead}</p>
    ${post(token, '/joindre', {
      fields: fields.map(([name, field]) => choiceOf(reading, joining, { name, field, words })),
      button: mainButton(w.joinAct),
    })}
  `
}

type Asked = Readonly<{ name: string; field: Field; words: TypeWords }>
function choiceOf(reading: SyncPage, joining: Joining, { name, field, words }: Asked): Html {
  const { kit, read } = reading
  const w = reading.words.joining
  const { type, rows } = joining
  const sent = kit.request.again?.input[`keep.${name}`]
  const chosen = typeof sent === 'string' ? sent : proposed(joining, name)
  const radio = (value: string, label: Html): Html =>
    tick({
      kind: 'radio',
      name: `keep.${name}`,
      value,
      isOn: chosen === value,
      words: html`<span>${label}</span>`,
    })
  const each = rows.map(row => {
    const id = String(row['id'])
    const [last] = read.versions({ type: type.name, id, space: spaceOf(type, field), field: name })
    const from = last && html` <span class="where">${kit.whenAndWho(last)}</span>`
    const value = withoutLinks(kit.shown(type, name, row[name]))
    return radio(id, html`${value.html === '' ? html`<i>${w.nothingSaid}</i>` : value}${from}`)
  })
  const both = maybeAll(field, joining, name) && radio(ALL, html`${w.joinBoth}`)
  return html`
    <fieldset class="field">
      <legend>${words.fields[name]?.label ?? name}</legend>
      ${each}
      ${both}
    </fieldset>
  `
}

/** Inside a label, a link would be followed by whoever meant to choose. */
const withoutLinks = (piece: Html): Html =>
  rewritten(piece, piece.html.replace(/<\/?a\b[^>]*>/g, ''))

/**
 * On the page of a record: what was written since in those that are one thing with it. The keeper
 * takes it up, or has seen it.
 */
export function newsOf(reading: SyncPage, plain: RecordType, id: string): Html | false {
  const { kit, read } = reading
  const all = read.news(id)
  if (all.length === 0) return false
  const w = reading.words.joining
  const others = [...new Set(all.map(one => one.id))]
  const { type, words } = kit.withMadeFields(plain)
  const now = { ...read.one(plain, id), ...read.made(plain.name, id) }
  const news =
    kit.request.by === 'keeper' ? all : withoutPastReach(all, name => type.fields[name], now)
  const groups = others.map(other => {
    const mine = news.filter(one => one.id === other)
    const lines = mine.map(one => newsLine(reading, { type, words }, one))
    return html`
      <p>${w.newsLead(titleOf(read, type, other))}</p>
      <ul class="versions">${lines}</ul>
      ${kit.request.by === 'keeper' && seenForm(reading, type, mine)}
    `
  })
  const todo =
    kit.request.by !== 'keeper' &&
    html`<p>${reading.words.tellWhich(kit.territory?.keptBy ?? '')}</p>`
  return html`<div class="note">${groups}${todo}</div>`
}

/** A record that shows no more under its own id keeps its title in its row. */
const titleOf = (read: Reader, type: RecordType, id: string): string => read.storedTitle(type, id)

function newsLine(
  { kit, words: w }: SyncPage,
  { type, words }: Readonly<{ type: RecordType; words: TypeWords }>,
  one: JoinedNews,
): Html {
  const label =
    one.field === 'removed' ? w.withdrawal : (words.fields[one.field]?.label ?? one.field)
  // A photo that was taken off stays off: how many there are is all that is told to everyone.
  const isHeld = type.fields[one.field]?.kind === 'files' && kit.request.by !== 'keeper'
  const plain = one.untold
    ? html`${w.changed}`
    : saidValue(kit, w, { type, field: one.field, value: one.value })
  const value = isHeld ? html`${w.filesOf(Array.isArray(one.value) ? one.value.length : 0)}` : plain
  const take =
    kit.request.by === 'keeper' &&
    actButton(hiddenOf(kit, type, one), '/reprendre', {
      look: 'inline no-print',
      hidden: { field: one.field, names: one.names.join(',') },
      button: w.joining.takeUp,
    })
  return html`
    <li>
      <div><div>${label}${w.colon}${value}</div><p class="where">${kit.whenAndWho(one)}</p></div>
      ${take}
    </li>
  `
}

const hiddenOf = (kit: Kit, type: RecordType, { shown, id }: JoinedNews): Html =>
  html`
    ${kit.form({ type: type.name, id: shown })}
    ${hidden({ from: kit.request.path, type: type.name, id: shown, other: id })}
  `

const seenForm = ({ kit, words }: SyncPage, type: RecordType, mine: readonly JoinedNews[]): Html =>
  actButton(hiddenOf(kit, type, mine[0]!), '/c-est-vu', {
    look: 'inline no-print',
    hidden: { names: mine.flatMap(one => one.names) },
    button: words.joining.newsSeeAct,
  })

/**
 * What waits for the keeper: each thing of which news came by another of its records, where it is
 * taken up or seen.
 */
export function newsWaiting(
  whom: Pick<ToDoReader, 'private'>,
  read: Reader,
  { joining: w, colon }: typeof fr,
): readonly ToDo[] {
  const shown = [...new Set(read.news().map(one => one.shown))]
  return shown.flatMap(id => {
    const called = read.called(id)
    if (!called?.path) return []
    const sentence = whom.private ? `${w.newsWait}${colon}${called.title}` : w.newsWait
    return [{ href: called.path, n: 1, order: 60, label: w.newsLabel, sentence }]
  })
}

/** On the keeper's own page: what was joined, each with the way back. */
export function joinsPart({ kit, read, words: { joining: w } }: SyncPage): Html | undefined {
  const all = read.all('SELECT id, these FROM joining ORDER BY id')
  const apart = numbering()
  const line = (row: Readonly<Record<string, unknown>>) => {
    const these = titlesIn(read, row).join(' = ')
    const heard = which(w.unjoin, apart(these), kit.request.lang)
    const button = html`<button${heard}>${w.unjoin}</button>`
    const hidden = { id: String(row['id']), from: false } as const
    return html`<li>${these} ${actButton(kit.form(), SEPARATE, { hidden, button })}</li>`
  }
  return all.length > 0 ? html`<h2>${w.joinsTitle}</h2><ul>${all.map(line)}</ul>` : undefined
}

const titlesIn = (read: Reader, row: Readonly<Record<string, unknown>>): readonly string[] => {
  const these = ownJson<readonly string[]>(String(row['these']))
  return these.flatMap(id =>
    read.all('SELECT title FROM doc WHERE id = ?', id).map(doc => String(doc['title'])),
  )
}

/** What was joined longer ago is on the page by now. Units: ms. */
const MONTH = 31 * 86_400_000
const MOST_JOINED = 100

/** What was joined lately, newest first. */
export function joinsUndoable({ kit, read, words: { joining: w } }: SyncPage): readonly Undoable[] {
  const rows = read.all(`SELECT id, these FROM joining ORDER BY id DESC LIMIT ${MOST_JOINED}`)
  return rows
    .filter(row => kit.request.now - bornAt(String(row['id'])) < MONTH)
    .map(row => {
      const id = String(row['id'])
      const told = onDay(dayOfMoment(bornAt(id)), kit.request.lang, kit.request.today)
      const undo = { path: SEPARATE, input: { id }, words: w.undo }
      return { under: 'joined', title: titlesIn(read, row).join(' = '), told, act: w.unjoin, undo }
    })
}
