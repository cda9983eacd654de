import type { Undo } from '../../contract/decision.ts'
import { type Html, html } from '../../contract/html.ts'
import type { Kit } from '../../contract/kit.ts'
import type { Leaf } from '../../contract/page.ts'
import type { Reader } from '../../contract/reader.ts'
import { harvest, proposal } from '../../contract/records/own-records.ts'
import type { Request } from '../../contract/request.ts'
import type { Undoable } from '../../contract/slots.ts'
import { wordsOfType } from '../../contract/type-words.ts'
import { bornAt } from '../../core/id.ts'
import type { RecordType } from '../../core/schema.ts'
import {
  type AskedOff,
  askedOff,
  COMES_BACK,
  type StripsFor,
} from '../../engine/records/asked-off.ts'
import { titleOfSent } from '../../engine/records/correction.ts'
import { refusedGroups, undoRefusal, undoRefusals } from '../../engine/records/refusing.ts'
import {
  standsAgain,
  takenOffHere,
  undoHarvest,
  undoRemoval,
  undoShowing,
} from '../../engine/records/undo.ts'
import { dayOfMoment, onDay } from '../../text/days.ts'
import { tickField } from '../../ui/field.ts'
import { eraseForm, post } from '../../ui/post.ts'
import { fieldId, mistakeIn, said } from '../../ui/say.ts'
import { crumbs } from '../../ui/sheet.ts'
import { TONGUE } from '../../ui/tongue.ts'
import { which } from '../../ui/which.ts'
import type { ServedPage } from '../all-pages.ts'
import type { PageSource } from '../pages/kit.ts'
import { kindOfSent } from './both-texts.ts'
import { plainWords } from './words.ts'

/** The address of the page `/tenir/retire`. */
export const TAKEN_OFF = '/tenir/retire'
/** How long a showing or a join can be undone there. */
const MONTH = 31 * 86_400_000
/** Lines under one head. */
const MOST = 100

/** `asked`: a person wanted it off the page. */
type Line = Omit<Undoable, 'under'> & Readonly<{ asked?: AskedOff | undefined }>

/**
 * The page `/tenir/retire`: records that the keeper took off, refused, joined or showed, newest
 * first, each with its undo.
 */
export const takenOffPage = (source: PageSource): ServedPage => ({
  path: TAKEN_OFF,
  who: 'keeper',
  show: (kit, read): Leaf => {
    const w = plainWords(kit.request.lang)
    const { heads, title, lead, nothing } = w.undo
    const undoable = source.bricks.flatMap(
      brick => brick.slots?.undoable?.(kit, read, brick.words[kit.request.lang]) ?? [],
    )
    const under = (head: Undoable['under']): readonly Undoable[] =>
      undoable.filter(one => one.under === head)
    const parts = [
      part(kit, heads.removed, removedLines(source, kit.request, read)),
      part(kit, heads.refused, refusedLines(source, kit.request, read)),
      part(kit, heads.shown, [
        ...under('shown'),
        ...harvestLines(kit.request, read),
        ...shownLines(source, kit.request, read),
      ]),
      part(kit, heads.joined, under('joined')),
    ].filter(one => one !== false)
    const { again } = kit.request
    const isAsked = again?.field === COMES_BACK
    const id = String(again?.input['id'] ?? '')
    const why = mistakeIn(kit.request, isAsked ? `${COMES_BACK}-${id}` : '')
    const way = crumbs([{ href: '/tenir', words: w.keep }], kit.request.lang)
    const body = html`
      ${said(kit.request.said)}
      ${why}
      ${way}
      <div class="head">
        <h1>${title}</h1>
        <p class="lead">${parts.length > 0 ? lead : nothing}</p>
      </div>
      ${parts}
    `
    return { title, body, current: '/tenir' }
  },
})

function part(kit: Kit, head: string, lines: readonly Line[]): Html | false {
  const item = ({ title, told, act, undo, asked }: Line): Html => {
    const tick = asked && comesBack(kit.request, String(undo.input['id'] ?? ''))
    const button = html`<button${which(act, title, kit.request.lang)}>${act}</button>`
    const back = backForm(kit, undo, button, tick)
    return html`<li><h3${TONGUE}>${title}</h3><p class="where">${told}</p>${back}</li>`
  }
  return (
    lines.length > 0 &&
    html`
      <section class="part">
        <header><h2>${head}</h2></header>
        <ul class="notices">${lines.map(item)}</ul>
      </section>
    `
  )
}

/** The button of a way back; where it is refused, the page of all that was taken off says why. */
export const backForm = (
  { form }: Pick<Kit, 'form'>,
  { path, input }: Pick<Undo, 'path' | 'input'>,
  button: string | Html,
  fields?: Html,
): Html =>
  post(form(), path, {
    look: 'no-print',
    hidden: { ...input, from: TAKEN_OFF },
    fields,
    button,
  })

/** The tick before a record comes back that a person wanted off the page. */
function comesBack({ again, lang }: Request, id: string): Html {
  const isWrong = again?.field === COMES_BACK && again.input['id'] === id
  return tickField({
    id: fieldId(`${COMES_BACK}-${id}`),
    name: COMES_BACK,
    words: plainWords(lang).undo.comesBack,
    isWrong,
  })
}

const dayOf = (request: Request, ms: number): string =>
  onDay(dayOfMoment(ms), request.lang, request.today)
const titleIn = (read: Reader, type: RecordType | undefined, id: string | null): string =>
  type && id ? String(read.one(type, id, 'home')?.[type.title] ?? '') : ''

function removedLines(
  { types, bricks }: PageSource,
  request: Request,
  read: Reader,
): readonly Line[] {
  const w = plainWords(request.lang)
  const rows = read.all(
    'SELECT id, type, wall FROM taken_off WHERE wall > ? ORDER BY wall DESC LIMIT ?',
    request.now - MONTH,
    MOST,
  )
  const standing = standsAgain(read, types)
  const newest = rows.flatMap(({ id, type: name, wall }) => {
    const type = types.get(String(name))
    const row = type?.path !== undefined && takenOffHere(read, type, String(id))
    // What was brought again is not said to be off the page.
    return row && standing(type, row) !== 'whole' ? [{ type: type!, row, wall: Number(wall) }] : []
  })
  return newest.map(({ type, row, wall }) => ({
    ...offBy(request, askedOff(read, stripsIn(bricks), type, row), {
      what: wordsOfType(bricks, type.name, request.lang).one,
      wall,
    }),
    title: String(row[type.title]),
    act: w.undo.putBackAct,
    ...undoRemoval({ type: type.name, id: String(row['id']) }),
  }))
}

/** When it was taken off, and whether its person wanted it. */
function offBy(
  request: Request,
  asked: AskedOff | undefined,
  { what, wall }: Readonly<{ what: string; wall: number }>,
): Readonly<{ told: string; asked: AskedOff | undefined }> {
  const { undo } = plainWords(request.lang)
  const told = undo.removedOn(what, dayOf(request, wall))
  return { told: asked ? `${told} · ${undo.off[asked]}` : told, asked }
}
const stripsIn =
  (bricks: PageSource['bricks']): StripsFor =>
  (name, read) =>
    bricks.flatMap(brick => brick.slots?.strips?.(name, read) ?? [])

const sentOf = (read: Reader, state: 'refused' | 'shown') => {
  const alone = state === 'refused' ? 'showing IS NULL' : 'changes IS NULL'
  const where = `state = ? AND sentBy IN ('visitor', 'member') AND ${alone}`
  return read.list(proposal, { where, with: [state], order: 'id DESC', limit: MOST }, 'home')
}

function refusedLines(
  { types, bricks }: PageSource,
  request: Request,
  read: Reader,
): readonly Line[] {
  const w = plainWords(request.lang)
  const together = refusedGroups(read).map(({ showing, n, last, why }) => ({
    title: w.undo.together(n),
    told: w.undo.refusedOn(w.undo.togetherWhat, dayOf(request, bornAt(last)), why),
    act: w.undo.reconsiderAllAct,
    ...undoRefusals({ showing }),
  }))
  const lines = sentOf(read, 'refused').map(sent => ({
    title: titleOfSent(read, types.get(sent.of ?? ''), sent),
    told: w.undo.refusedOn(
      kindOfSent(request, wordsOfType(bricks, sent.of ?? '', request.lang).one, sent),
      dayOf(request, bornAt(sent.id)),
      sent.why ?? '',
    ),
    act: w.undo.reconsiderAct,
    ...undoRefusal({ id: sent.id }),
  }))
  return [...together, ...lines]
}

function shownLines(
  { types, bricks }: PageSource,
  request: Request,
  read: Reader,
): readonly Line[] {
  const w = plainWords(request.lang)
  return sentOf(read, 'shown').flatMap((sent): readonly Line[] => {
    const on = bornAt(sent.shownAs ?? sent.id)
    if (request.now - on > MONTH || !read.called(sent.shownAs ?? '')) return []
    const told = w.undo.shownOn(
      wordsOfType(bricks, sent.of ?? '', request.lang).one,
      dayOf(request, on),
    )
    return [
      {
        title: titleIn(read, types.get(sent.of ?? ''), sent.piece),
        told,
        act: w.undo.hideAct,
        ...undoShowing({ id: sent.id }),
      },
    ]
  })
}

/** All that one click showed of a page of notes. */
function harvestLines(request: Request, read: Reader): readonly Line[] {
  const w = plainWords(request.lang)
  const rows = read.all(
    `SELECT harvest, showing, count(*) AS n FROM proposal_home WHERE showing IS NOT NULL
      AND state = 'shown' AND removed IS NOT 1
     GROUP BY harvest, showing ORDER BY showing DESC LIMIT ${MOST}`,
  )
  return rows.flatMap((row): readonly Line[] => {
    const [id, showing] = [String(row['harvest']), String(row['showing'])]
    const of = read.one(harvest, id, 'home')
    if (!of || request.now - bornAt(showing) > MONTH) return []
    const told = w.undo.shownOn(w.undo.pieces(Number(row['n'])), dayOf(request, bornAt(showing)))
    return [
      {
        title: of.title ?? w.untitledMeeting,
        told,
        act: w.undo.hideAct,
        ...undoHarvest({ id, showing }),
      },
    ]
  })
}

/** The page of a record that the keeper took off, for the keeper alone, with its undo. */
export function takenOffLeaf(
  { bricks }: Pick<PageSource, 'bricks'>,
  kit: Kit,
  read: Reader,
  type: RecordType,
): Leaf | undefined {
  const id = kit.request.params['id'] ?? ''
  const row = kit.request.by === 'keeper' ? takenOffHere(read, type, id) : undefined
  if (!row) return undefined
  const w = plainWords(kit.request.lang)
  const title = String(row[type.title])
  const asked = askedOff(read, stripsIn(bricks), type, row)
  const { undo } = undoRemoval({ type: type.name, id })
  const tick = asked && comesBack(kit.request, id)
  const back = backForm(kit, undo, w.undo.putBackAct, tick)
  const links = html`
    <p>
      <a href="${type.path}/${id}/changements">${w.changes}</a> · <a
        href="${TAKEN_OFF}">${w.undo.title}</a>
    </p>
  `
  const erase = eraseForm(kit, { action: '/oublier', type: type.name, id, lead: w.forgetAsk })
  const body = html`
    ${said(kit.request.said)}
    <div class="one">
      <article class="sheet">
        <h1${TONGUE}>${title}</h1>
        <p>${w.undo.isRemoved}</p>
        ${asked && html`<p><b>${w.undo[asked === 'theirs' ? 'askedOff' : 'stillAwaited']}</b></p>`}
        ${back}
        ${links}
        ${erase}
      </article>
    </div>
  `
  return { title, body }
}
