import type { Draft } from '../../contract/decision.ts'
import { type Html, html } from '../../contract/html.ts'
import type { Kit } from '../../contract/kit.ts'
import type { Leaf } from '../../contract/page.ts'
import type { Reader } from '../../contract/reader.ts'
import { corrected } from '../../contract/records/drafts.ts'
import { guardWords, whySaid } from '../../contract/records/guard-words.ts'
import { findingsIn, guardOf, showsPerson } from '../../contract/records/guarded.ts'
import { proposal } from '../../contract/records/own-records.ts'
import { pageOf } from '../../contract/records/page-of.ts'
import type { Request } from '../../contract/request.ts'
import { isSameName } from '../../contract/speaker.ts'
import { type Field, fieldFor, type RecordType, type Value } from '../../core/schema.ts'
import type { TypeWords } from '../../core/type-words.ts'
import { agreementsOf, eachOnce, keepers } from '../../engine/naming.ts'
import { ownerIn } from '../../engine/owner-in.ts'
import {
  correctedId,
  hasLostTarget,
  markOfSent,
  shownOn,
  shownRowOf,
  titleOfSent,
} from '../../engine/records/correction.ts'
import { countWaiting, waitsNow } from '../../engine/records/refusing.ts'
import { UNMEND_SENT, wordsAsSent } from '../../engine/records/sent-commands.ts'
import { actButton, hidden, namedBy, post } from '../../ui/post.ts'
import { mistakeIn, said } from '../../ui/say.ts'
import { fieldList } from '../../ui/sheet.ts'
import { TONGUE } from '../../ui/tongue.ts'
import { unbroken } from '../../ui/value.ts'
import type { ServedPage } from '../all-pages.ts'
import type { PageSource } from '../pages/kit.ts'
import { agreementField, agreementTick } from './agreement-tick.ts'
import { answeredBy } from './answered-by.ts'
import { askedIn } from './asked-in.ts'
import { bothTexts, kindOfSent } from './both-texts.ts'
import { byCard } from './by-card.ts'
import { floodsOf } from './floods.ts'
import { eraseSent, leftPart, MOST_SHOWN, type Sent, sentDay, sideOf } from './left-aside.ts'
import { mendedFields } from './mend-sent.ts'
import { numberKnownSaid, sameNumberSaid } from './same-number.ts'
import { plainWords } from './words.ts'

/**
 * The page `/a-montrer`: waiting texts, oldest first, with private fields apart; then refused ones,
 * newest first.
 */
export const waitingPage = (source: PageSource): ServedPage => ({
  path: '/a-montrer',
  who: 'keeper',
  show: (kit, read): Leaf => {
    const w = plainWords(kit.request.lang)
    const items = read
      .list(proposal, { ...waitsNow(read), order: 'id', limit: MOST_SHOWN }, 'home')
      .map(one => pieceOf(source, kit, read, one))
    const why =
      kit.request.again?.field !== 'code' && mistakeIn(kit.request, agreementField(kit.request))
    const body = html`
      ${said(kit.request.said)}
      ${why}
      <div class="head">
        <h1>${w.toShow}</h1>
        <p class="lead">${items.length > 0 ? w.toShowLead : w.toShowNone}</p>
      </div>
      <div class="stack">
        ${floodsOf(source, kit, read)}
        ${items}
        ${restSaid(kit, read, items.length)}
        ${leftPart(source, kit, read)}
      </div>
    `
    return { title: w.toShow, body }
  },
})

/** How many texts wait beside those of the page: later ones, and those of a brick put away. */
function restSaid(kit: Kit, read: Reader, there: number): Html {
  const w = plainWords(kit.request.lang)
  const { shown, away } = countWaiting(read)
  return html`
    ${shown > there && html`<p>${w.toShowRest(shown - there)}</p>`}
    ${away > 0 && html`<p>${w.toShowAway(away)} <a href="/tenir/briques">${w.seeAway}</a></p>`}
  `
}

/**
 * What showing it would write: of a correction by ticket, what it changes, emptied fields too. The
 * keeper read the rest when they showed it.
 */
function meantIn(
  type: RecordType,
  own: Readonly<Record<string, Value>> & Readonly<{ id: string }>,
  { id, sentBy, shownAs }: Sent,
  read: Reader,
): Readonly<Record<string, Value>> {
  const filled = Object.entries(own).filter(([, value]) => value !== null)
  if (sentBy !== 'visitor' || shownAs === null) return Object.fromEntries(filled)
  const copy = { piece: own.id, id: shownAs, shownOn: shownOn(read, id) }
  const home = filled.filter(([name]) => type.fields[name]?.space === 'home')
  return Object.assign(
    Object.fromEntries(home),
    ...corrected(type, copy, read).map(({ fields }) => fields),
  )
}

/** What a brick notes for itself, in letters that nobody reads. */
const isNote = ({ kind, unasked, unsearched }: Field): boolean =>
  kind === 'text' && unasked === true && unsearched === true

function pieceOf(source: PageSource, kit: Kit, read: Reader, waiting: Sent): Html {
  const plain = source.types.get(waiting.of ?? '')
  const own = plain && read.one(plain, waiting.piece ?? '', 'home')
  if (!plain || !own) return html``
  const w = plainWords(kit.request.lang)
  const { type, words } = kit.withMadeFields(plain)
  const meant = meantIn(plain, own, waiting, read)
  const row: Readonly<Record<string, unknown>> & Readonly<{ id: string }> = {
    ...meant,
    ...read.made(plain.name, own.id, 'home'),
    id: own.id,
  }
  // The whole text says what it is asked: of a correction, the fields that it changes do not.
  const standing = shownRowOf(read, type, waiting)
  const asks = askedIn({ bricks: source.bricks, read }, type, { ...standing, ...meant }, words)
  const values = (home: boolean) =>
    Object.entries(type.fields)
      .filter(
        ([name, field]) =>
          (field.space === 'home') === home &&
          name !== type.title &&
          row[name] != null &&
          !(home && isNote(field)) &&
          asks.isAsked(name),
      )
      .map(([name]) => ({
        label: asks.label(name),
        value: kit.shown(type, name, row[name]),
      }))
      // A person without a page has no link; their card stands above.
      .filter(({ value }) => value.html !== '')
  const sent = [w.sentOn(sentDay(kit.request, waiting)), cardOf(source, kit.request, waiting)]
    .filter(Boolean)
    .join(', ')
  const token = html`${kit.form()}${hidden({ id: waiting.id, from: '/a-montrer' })}`
  // A correction is compared with what shows; a new text, with nothing.
  const draft = { type: plain.name, record: correctedId(waiting) ?? own.id, fields: meant }
  const asked = { draft, shows: true, id: waiting.id, isTold: true } as const
  const agrees = agreementTick(source, kit.request, asked)
  const mark = hidden({ read: markOfSent(read, plain, own.id) })
  const [id, about] = [waiting.id, answeredBy(read, plain, row)]
  const named = (what: string): Html =>
    namedBy(`${what}-${id}`, about ? `q-${id} a-${id}` : `q-${id}`)
  const shows = html`<button class="button"${named('s')}>${w.show}</button>`
  const showing = (form: typeof post | typeof actButton, fields: Html | false = false): Html =>
    form(html`${token}${mark}`, '/a-montrer/afficher', { fields, button: shows })
  const said = standing ? bothTexts(kit, { type, row, standing, asks }) : fieldList(values(false))
  const title = titleOfSent(read, type, waiting)
  const titled = about ? `${title}, ${about.title}` : title
  return html`
    <article class="sheet ${sideOf(type)}">
      <p class="crumb">${kindOfSent(kit.request, words.one, waiting)} · ${sent}</p>
      ${about && html`<span id="a-${id}" hidden${TONGUE}>${about.title}</span>`}
      <h2 id="q-${waiting.id}">${title}</h2>
      ${
        hasLostTarget(read, type, waiting) &&
        html`<p><b>${w.undo.putBackFirst}</b> <a href="/tenir/retire">${w.undo.title}</a></p>`
      }
      ${waiting.mended === true && mendedPart(kit, read, { type, words, record: own.id }, token)}
      ${whyOf(kit.request, read, waiting, { title, by: about && `a-${id}` })}
      ${saysOf(source, kit.request, { row, type, draft }, waiting)}
      ${said}
      ${values(true).length > 0 && html`<h3>${w.homeFields}</h3>${fieldList(values(true))}`}
      ${agrees && showing(post, agrees)}
      <div class="acts">
        ${!agrees && showing(actButton)}
        ${
          mendedFields(source, read, { type: plain, record: own.id }).length > 0 &&
          html`
            <a class="button quiet"${named('c')}
              href="/a-montrer/${waiting.id}/corriger">${w.mendSent}</a>
          `
        }
        ${actButton(token, '/a-montrer/laisser', {
          button: html`
            <label><span id="y-${waiting.id}">${w.refuseWhy}</span> <input name="why"
              maxlength="300" aria-labelledby="y-${waiting.id} q-${waiting.id}"></label>
            <button${named('r')}>${w.refuse}</button>
          `,
        })}
      </div>
      ${waiting.shownAs === null && eraseSent(kit, waiting, titled)}
    </article>
  `
}

type MendedText = Readonly<{ type: RecordType; words: TypeWords; record: string }>
/** What was sent, beside what the keeper made of it, and the way back. */
function mendedPart(
  kit: Kit,
  read: Reader,
  { type, words, record }: MendedText,
  token: Html,
): Html {
  const w = plainWords(kit.request.lang)
  const asSent = Object.entries(wordsAsSent(read, { type, record }))
  const lines = asSent.map(([name, value]) => ({
    label: words.fields[name]?.label ?? name,
    value: value === null ? w.emptied : kit.shown(type, name, value),
  }))
  return html`
    <p><b>${w.isMended}</b></p>
    ${
      lines.length > 0 &&
      html`
        <details>
          <summary>${w.wasSent}</summary>
          ${fieldList(lines)}
          ${actButton(token, UNMEND_SENT, { button: w.undo.theirWords })}
        </details>
      `
    }
  `
}

/** By whose card a thing came. */
const cardOf = (
  source: PageSource,
  request: Request,
  { sentBy, writer }: Sent,
): string | undefined => (sentBy === 'member' ? byCard(source, request, writer ?? '') : undefined)

/**
 * Why it is to be read first, and what it would change.
 *
 * Shape   `title`: its heading, which its link does not say again. `by`: the id of what it answers.
 */
function whyOf(
  request: Request,
  read: Reader,
  { id, held, leftFor, changes, shownAs }: Sent,
  { title, by }: Readonly<{ title: string; by: string | undefined }>,
): Html {
  const w = plainWords(request.lang)
  const named: Readonly<Record<string, string>> = w.held
  const reasons = (held ?? []).map(one => (Object.hasOwn(named, one) ? named[one] : one))
  const over = changes ?? shownAs
  const called = over === null ? undefined : read.called(over)
  const type = called && read.types.get(called.type)
  const page = type && over !== null ? pageOf(read, type, over) : undefined
  const isHeading = called?.title === title
  const name = isHeading
    ? namedBy(`o-${id}`, by ? `q-${id} ${by}` : `q-${id}`)
    : by && namedBy(`o-${id}`, by)
  const link = page && html`<a${name} href="${page}">${isHeading ? w.seeShown : called?.title}</a>`
  const change = isHeading ? link : html`${w.wouldChange}${w.colon}${link ?? called?.title}`
  return html`
    ${reasons.length > 0 && html`<p><b>${w.heldBecause(reasons.join(' ; '))}</b></p>`}
    ${leftFor && html`<p>${w.leftFor(leftFor)}</p>`}
    ${called && change && html`<p>${change}</p>`}
  `
}

/** Whether a member here has this name. The text came without a card, so the keeper judges. */
const isKnown = (source: PageSource, name: string): boolean =>
  source.bricks.some(brick => brick.slots?.knows?.(source.read, name)) ||
  keepers(source).some(one => isSameName(one, name)) ||
  showsPerson(source.read, source.types, name)

/** A waiting text, and the draft that would show it. */
type SentText = Readonly<{
  row: Readonly<Record<string, unknown>>
  type: RecordType
  draft: Draft
}>
/**
 * The people whom the text names, in its own words, so that the keeper sees them before showing it.
 */
function saysOf(
  source: PageSource,
  request: Request,
  { row, type, draft }: SentText,
  { sentBy }: Sent,
): Html {
  const g = guardWords(request.lang)
  const names = [fieldFor(type, 'who'), ownerIn(source, type.name)?.signed]
  const own = [
    ...new Set(
      names.flatMap(field => (field && typeof row[field] === 'string' ? [row[field]] : [])),
    ),
  ]
  // The page itself names its keepers.
  const guards = guardOf(source.read, source.types, [...own, ...keepers(source)])
  const found = eachOnce([...findingsIn(row, type, guards), ...agreementsOf(source, draft, true)])
  const known = sentBy === 'visitor' ? own.find(name => isKnown(source, name)) : undefined
  return html`
    ${known !== undefined && html`<p><b>${g.knownName(known)}</b></p>`}
    ${numberKnownSaid(source, request, { row, type })}
    ${sameNumberSaid(source, request, { row, type })}
    ${found.length > 0 && html`<p>${unbroken(g.saysOf(whySaid(found, request.lang)))}</p>`}
  `
}
