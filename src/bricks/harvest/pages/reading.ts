import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { communesKnown } from '../../../contract/records/ground.ts'
import { guardWords } from '../../../contract/records/guard-words.ts'
import { guardOf } from '../../../contract/records/guarded.ts'
import { harvest, proposal } from '../../../contract/records/own-records.ts'
import { typeFor } from '../../../core/schema.ts'
import { dayOfMoment, onDay } from '../../../text/days.ts'
import { composed } from '../../../text/harvest/composed.ts'
import { sameAs } from '../../../text/harvest/mask.ts'
import { notesPage } from '../../../text/harvest/page.ts'
import { type ReadBlock, readBlocks } from '../../../text/harvest/pieces.ts'
import { type UnknownName, unknownNames } from '../../../text/harvest/unknown-names.ts'
import { tickField } from '../../../ui/field.ts'
import { actButton, eraseForm, post } from '../../../ui/post.ts'
import { mistakeIn, said } from '../../../ui/say.ts'
import { cuesAddress } from '../model/cues.ts'
import { SHOWN_TOO, shownFrom } from '../model/forgetting.ts'
import { peopleOf, type Someone } from '../model/people.ts'
import { piecesOf, ruleCounts } from '../model/pieces.ts'
import { ACT, asSeen, LEAF, leafAddress, leafOf, PATHS } from '../model/reading.ts'
import { isTaught } from '../model/teaching.ts'
import { isTakenFrom, THROW } from '../model/throwing.ts'
import { unagreedOf } from '../model/unagreed.ts'
import type { fr } from '../words/fr.ts'
import { reviewWords } from '../words/words.ts'
import { meetingPart, peoplePart, showings, showPart } from './reading-around.ts'
import { backToLine } from './reading-back.ts'
import { kindBar, nameAsked } from './reading-kinds.ts'
import { act, markOf } from './reading-marks.ts'
import { panelOf } from './reading-panel.ts'
import {
  partsOf,
  type ReadPart,
  type ReadPiece,
  type ReadRow,
  readPieces,
  subjectsFor,
} from './reading-pieces.ts'
import { seenText } from './source-text.ts'

/**
 * The page to read: the text of the notes leads, what the rules propose are marks in it, and any
 * sentence is picked by a tap.
 */
export const readingPage: Page<typeof fr> = {
  path: '/cueillette/:id',
  who: 'keeper',
  show: readingLeaf,
}

type Of = NonNullable<ReturnType<typeof harvestOf>>
const harvestOf = (kit: Kit, read: Reader) =>
  read.one(harvest, kit.request.params['id'] ?? '', 'home')

function readingLeaf(kit: Kit, read: Reader, w: typeof fr): Leaf | undefined {
  const of = harvestOf(kit, read)
  if (!of) return undefined
  const all = piecesOf(read, of.id)
  const guards = guardOf(read, read.types)
  const named = unagreedOf(read, read.types, of.id)
  const pieces = readPieces(read, all, { named, guards, counts: ruleCounts(read, of.id) })
  const [file] = of.text ?? []
  const text = (file && kit.textOf(file)) ?? ''
  const leaf = leafAsked(kit, text)
  const people = peopleOf(read, read.types, of.id)
  const waiting = pieces.filter(
    one => !one.person && (one.ink === 'proposed' || one.ink === 'perhaps'),
  )
  const kept = pieces.filter(one => !one.person && one.ink === 'kept')
  const opened = pieces.find(
    one => one.piece.id === kit.request.query['ouvert'] && !one.person && one.ink !== 'shown',
  )
  const strips = people.filter(({ first }) => first.state !== 'shown' && first.state !== 'refused')
  const room: Room = {
    kit,
    read,
    of,
    all,
    pieces,
    opened,
    text,
    names: namesAsked(read, of, text, pieces),
    blocks: readBlocks(text),
  }
  const token = opened
    ? kit.form({ type: opened.type.name, id: opened.piece.piece!, space: 'home' })
    : kit.form()
  const intro = [of.date && onDay(of.date, kit.request.lang, kit.request.today), of.where]
    .filter(Boolean)
    .join(' · ')
  // Who erased something comes from elsewhere, and looks at the head of the page.
  const isErased = kit.request.query['efface'] === '1'
  const body = html`
    ${kit.request.again?.field !== 'code' && mistakeIn(kit.request)}
    ${backToLine(kit.request, pieces, opened)}
    ${isErased && said(kit.request.said)}
    <div class="head">
      <h1>${of.title ?? w.untitledMeeting}</h1>
      <p class="lead">${intro}</p>
      <p>${w.reading.lead(kept.length, waiting.length)}</p>
      <p class="where">
        ${waiting.length > 0 && w.reading.inks} <span class="keys">${w.reading.keys}</span>
      </p>
      ${shownAt(kit, read, of)}
    </div>
    ${post(token, PATHS.open, {
      look: 'reading',
      unchecked: true,
      hidden: {
        id: of.id,
        ici: opened?.from ?? leaf * LEAF,
        from: leafAddress(of.id, leaf, opened?.piece.id),
      },
      fields: html`
        <button class="apart" tabindex="-1" aria-hidden="true">${w.reading.save}</button>
        ${meetingPart(kit, of, { named, guards })}
        <div class="notes" aria-label="${w.reading.text}" role="group">
          ${pageOf(room, leaf)}
        </div>
        ${kindBar(kit, read)}
        ${peoplePart(kit, of.id, people, one => answerOf(kit, read, one))}
        ${showPart(kit, of, pieces, strips.length)}
      `,
    })}
    ${showings(kit, of.id, pieces)}
    <p class="no-print"><a href="${cuesAddress(of.id)}">${w.here.fromNotes}</a></p>
    <div class="text stack">
      <h2>${w.staysTitle}</h2>
      <p>${w.harvestStays}</p>
      ${
        !isTakenFrom(read, of) &&
        html`
          <p>${w.throwing.lead}</p>
          ${actButton(kit.form(), THROW, { hidden: { id: of.id }, button: w.throwing.act })}
        `
      }
      ${eraseForm(kit, {
        action: '/cueillette/effacer',
        id: of.id,
        lead: w.eraseHarvest,
        more:
          shownFrom(read, of).length > 0 &&
          tickField({ id: 'f-affiche', name: SHOWN_TOO, words: w.shownToo }),
      })}
    </div>
    <div class="bar no-print">
      ${!isErased && said(kit.request.said)}
      <a href="#afficher">${w.reading.toShow(kept.length)}</a>
    </div>
  `
  return {
    title: of.title ?? w.untitledMeeting,
    body,
    current: '/cueillette',
    script: 'lire',
  }
}

function shownAt({ request }: Kit, read: Reader, of: Of): Html | false {
  const notes = typeFor(read.types, 'notes')
  return (
    !!of.meeting &&
    !!notes?.path &&
    html`<p><a href="${notes.path}/${of.meeting}">${guardWords(request.lang).meetingPage}</a></p>`
  )
}

/** What a strip that came back says, and the day on which it was keyed. */
function answerOf({ request }: Kit, read: Reader, { first }: Someone): string {
  const w = reviewWords(request.lang)
  if (first.state === 'shown') return w.alreadyShown
  if (first.state !== 'refused') return w.waitsAgreement
  const written = read
    .versions({ type: proposal.name, id: first.id, space: 'home', field: 'state' })
    .map(({ on }) => on)
  const on = onDay(dayOfMoment(Math.max(0, ...written)), request.lang, request.today)
  return (first.why === 'unnamed' ? w.saidUnnamedOn : w.saidNoOn)(on)
}

function leafAsked(kit: Kit, text: string): number {
  const asked = Number(kit.request.query['suite'] ?? 0)
  return Number.isInteger(asked) && asked > 0 ? Math.min(asked, leafOf(text.length)) : 0
}

/** Words with a capital that nobody explained yet; none in a text that is longer than a leaf. */
function namesAsked(
  read: Reader,
  of: Of,
  text: string,
  pieces: readonly ReadPiece[],
): readonly UnknownName[] {
  if (text.length > LEAF) return []
  const { text: whole } = composed(text)
  // Places are told in the text as it stands only where both are one.
  if (whole.length !== text.length) return []
  const communes = new Set(communesKnown(read, read.types).map(one => sameAs(one.name)))
  const known = [
    ...pieces.filter(one => one.ink !== 'left').map(one => one.title),
    ...(of.nobody ?? []),
    ...(of.people ?? []),
  ]
  const page = notesPage(whole, undefined, { date: of.date, people: of.people ?? [] })
  return unknownNames(page, known, name => communes.has(name))
}

type Room = Readonly<{
  kit: Kit
  read: Reader
  of: Of
  all: ReturnType<typeof piecesOf>
  pieces: readonly ReadPiece[]
  opened: ReadPiece | undefined
  text: string
  names: readonly UnknownName[]
  blocks: readonly ReadBlock[]
}>
/** Where the parts of the text begin: its titles. */
const startsIn = ({ blocks }: Room): readonly number[] =>
  blocks.filter(block => block.heading > 0).map(block => block.from)

/** One leaf of the text: its parts, and the way to the leaves around. */
function pageOf(room: Room, leaf: number): Html {
  const { kit, of, text, pieces, blocks } = room
  const w = reviewWords(kit.request.lang).reading
  const parts = partsOf(
    blocks,
    pieces.filter(one => !one.person),
  ).filter(part => leafOf(part.rows[0]!.block.from) === leaf)
  const to = (n: number, words: string): Html =>
    html`<p><a href="/cueillette/${of.id}?suite=${n}">${words}</a></p>`
  return html`
    ${leaf > 0 && to(leaf - 1, w.before)}
    ${parts.map(part => partOf(room, part))}
    ${leaf < leafOf(text.length) && to(leaf + 1, w.after)}
  `
}

function partOf(room: Room, part: ReadPart): Html {
  const w = reviewWords(room.kit.request.lang).reading
  const free = part.rows
    .flatMap(row => row.pieces)
    .filter(one => one.named === undefined && one.held.length === 0)
  const sure = free.filter(one => one.ink === 'proposed')
  // What a pick proposed is kept beside that pick.
  const perhaps = free.filter(one => one.ink === 'perhaps' && !isTaught(one.piece))
  const keep = (some: readonly ReadPiece[], words: (n: number) => string) =>
    some.length > 0 &&
    act({
      path: PATHS.keep,
      name: ACT.piece,
      value: some.map(one => asSeen(one.piece.id, one.type.name, one.title)).join(' '),
      words: words(some.length),
    })
  const all =
    (sure.length > 0 || perhaps.length > 1) &&
    html`
      <p class="all">
        ${keep(sure, w.keepPart)} ${perhaps.length > 1 && keep(perhaps, w.keepPerhaps)}
      </p>
    `
  const rows = grouped(part.rows).map(some =>
    isBeside(some[0]!) ? furniture(room, some) : rowOf(room, some[0]!),
  )
  return html`
    <section class="part">
      ${rows}
      ${all}
    </section>
  `
}

/** A block of the text, and its marks beside it. */
function rowOf(room: Room, { block, pieces }: ReadRow): Html {
  const { kit, text, opened, names, read, all } = room
  const said = block.mark === 'row' ? rowSaid : (words: string) => words
  const sentences = block.sentences.map(span => sentenceOf(room, span, said))
  const look = [
    'textline',
    block.heading > 0 && 'title',
    block.mark !== '' && 'item',
    block.indent > 2 && 'deep',
  ]
    .filter(Boolean)
    .join(' ')
  const asked = names.filter(one => one.from >= block.from && one.from < block.to)
  const marks = html`
    ${pieces
      .filter(one => one !== opened && one.ink !== 'left')
      .map(one => markOf(kit, one, subjectsAsked(room, one)))}
    ${asked.map(one => nameAsked(kit, one))}
  `
  const left = pieces.filter(one => one.ink === 'left' && one !== opened)
  const hasMarks = pieces.some(one => one !== opened) || asked.length > 0
  const words = sentences.length > 0 ? sentences : seenText(said(text.slice(block.from, block.to)))
  const { lang, today } = kit.request
  const { author = '', ends } = block.said ?? {}
  const writer = ends || author === '' ? reviewWords(lang).reading.numberAlone(ends) : author
  const by =
    block.said &&
    html`
      <span class="where">
        <bdi>${writer}</bdi> · ${onDay(block.said.day, lang, today)}
      </span><br>
    `
  const panel =
    opened &&
    pieces.includes(opened) &&
    panelOf(kit, opened, { read, all, pieces: room.pieces, starts: startsIn(room) })
  return html`
    <div class="row">
      <p class="${look}">${by}<bdi>${words}</bdi></p>
      ${hasMarks && html`<ul class="marks">${marks}${leftOf(kit, left)}</ul>`}
      ${panel}
    </div>
  `
}

/** So many are asked about: the panel has the others. */
const MOST_SUBJECTS = 3
/** *Pour quel projet ?* Of what was just picked, where no rule tied it. */
const subjectsAsked = (room: Room, one: ReadPiece): readonly ReadPiece[] =>
  room.kit.request.query['pris'] === one.piece.id && one.ink === 'kept' && one.subject === undefined
    ? subjectsFor(one, room.pieces, startsIn(room)).slice(0, MOST_SUBJECTS)
    : []

/** A row of a table without its bars, as long as it was: scripts count its letters. */
const rowSaid = (words: string): string =>
  words.replace(/^\s*\||\|\s*$/g, bar => bar.replace('|', ' ')).replaceAll('|', '·')

const isBeside = ({ block, pieces }: ReadRow): boolean =>
  block.aside === true && pieces.length === 0
/** Rows beside the text that follow each other are one. */
function grouped(rows: readonly ReadRow[]): readonly (readonly ReadRow[])[] {
  const groups: ReadRow[][] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last && isBeside(row) && isBeside(last[0]!)) last.push(row)
    else groups.push([row])
  }
  return groups
}

/** Menus and feet of the page that the notes were copied from, folded. */
const furniture = ({ kit, text }: Room, rows: readonly ReadRow[]): Html =>
  html`
    <details class="row beside">
      <summary>${reviewWords(kit.request.lang).reading.furniture}</summary>
      ${rows.map(
        ({ block }) => html`<p class="textline">${seenText(text.slice(block.from, block.to))}</p>`,
      )}
    </details>
  `

/** What was left, folded: it can be put back. */
const leftOf = (kit: Kit, left: readonly ReadPiece[]): Html | false =>
  left.length > 0 &&
  html`
    <li class="left">
      ${left.map(one => html`<span id="m-${one.piece.id}"></span>`)}
      <details>
        <summary>${reviewWords(kit.request.lang).reading.left(left.length)}</summary>
        <ul>${left.map(one => markOf(kit, one))}</ul>
      </details>
    </li>
  `

/** A sentence to tap: one of a group of radio buttons, so that choosing it asks nobody. */
function sentenceOf(
  { pieces, text }: Room,
  { from, to }: Readonly<{ from: number; to: number }>,
  said: (words: string) => string,
): Html {
  const inks = new Set(
    pieces.flatMap(one => (!one.person && one.from < to && one.till > from ? [one.ink] : [])),
  )
  const ink = (['kept', 'shown', 'proposed', 'perhaps'] as const).find(one => inks.has(one))
  return html`<input type="radio" name="${ACT.sentence}" value="${from}-${to}" id="s-${from}"><label
    for="s-${from}"${ink && html` class="${ink}"`}>${seenText(said(text.slice(from, to)))}</label> `
}
