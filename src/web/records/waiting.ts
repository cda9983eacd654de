import type { Draft } from '../../contract/decision.ts'
import { type Html, html } from '../../contract/html.ts'
import type { Kit } from '../../contract/kit.ts'
import type { Leaf } from '../../contract/page.ts'
import type { Reader } from '../../contract/reader.ts'
import { guardWords, whySaid } from '../../contract/records/guard-words.ts'
import { findingsIn, guardOf, showsPerson } from '../../contract/records/guarded.ts'
import { proposal } from '../../contract/records/own-records.ts'
import { pageOf } from '../../contract/records/page-of.ts'
import type { Request } from '../../contract/request.ts'
import { isSameName } from '../../contract/speaker.ts'
import { wordsOfType } from '../../contract/type-words.ts'
import { bornAt } from '../../core/id.ts'
import { fieldFor, type RecordType } from '../../core/schema.ts'
import type { TypeWords } from '../../core/type-words.ts'
import { agreementsOf, eachOnce, keepers } from '../../engine/naming.ts'
import { ownerIn } from '../../engine/owner-in.ts'
import {
  correctedId,
  hasLostTarget,
  markOfSent,
  shownRowOf,
  titleOfSent,
} from '../../engine/records/correction.ts'
import { leftAside } from '../../engine/records/forget.ts'
import {
  countWaiting,
  OF_SHOWN_TYPE,
  type RefusedGroup,
  refusedGroups,
  refusedTogether,
  shownTypes,
  undoRefusal,
  undoRefusals,
  waitsNow,
} from '../../engine/records/refusing.ts'
import { UNMEND_SENT, wordsAsSent } from '../../engine/records/sent-commands.ts'
import { dayOfMoment, onDay } from '../../text/days.ts'
import { actButton, eraseForm, hidden, mainButton, post } from '../../ui/post.ts'
import { mistakeIn, said } from '../../ui/say.ts'
import { fieldList } from '../../ui/sheet.ts'
import type { ServedPage } from '../all-pages.ts'
import type { PageSource } from '../pages/kit.ts'
import { agreementField, agreementTick } from './agreement-tick.ts'
import { askedIn } from './asked-in.ts'
import { bothTexts, kindOfSent } from './both-texts.ts'
import { byCard } from './by-card.ts'
import { floodsOf } from './floods.ts'
import { mendedFields } from './mend-sent.ts'
import { sameNumberSaid } from './same-number.ts'
import { backForm } from './taken-off.ts'
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
    const list = (
      { where, with: values }: Readonly<{ where: string; with: readonly string[] }>,
      order: string,
    ) => read.list(proposal, { where, with: values, order, limit: MOST_SHOWN }, 'home')
    const refused = {
      where:
        `state = 'refused' AND ${OF_SHOWN_TYPE} AND sentBy IN ('visitor', 'member') ` +
        'AND showing IS NULL',
      with: [shownTypes(read)],
    }
    const items = list(waitsNow(read), 'id').map(one => pieceOf(source, kit, read, one))
    const together = refusedGroups(read).map(group => leftTogether(source, kit, read, group))
    const left = [
      ...together,
      ...list(refused, 'id DESC').map(one => leftOf(source, kit, read, one)),
    ]
    const why =
      kit.request.again?.field !== 'code' && mistakeIn(kit.request, agreementField(kit.request))
    const under =
      left.length > 0 &&
      html`<h2>${w.leftTitle}</h2><p>${w.leftLead}</p>${eraseLeft(kit, read)}${left}`
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
        ${under}
      </div>
    `
    return { title: w.toShow, body }
  },
})
const MOST_SHOWN = 100

/** How many texts wait beside those of the page: later ones, and those of a brick put away. */
function restSaid(kit: Kit, read: Reader, there: number): Html {
  const w = plainWords(kit.request.lang)
  const { shown, away } = countWaiting(read)
  return html`
    ${shown > there && html`<p>${w.toShowRest(shown - there)}</p>`}
    ${away > 0 && html`<p>${w.toShowAway(away)} <a href="/tenir/briques">${w.seeAway}</a></p>`}
  `
}

type Sent = Readonly<{
  id: string
  of: string | null
  piece: string | null
  why: string | null
  sentBy: string | null
  writer: string | null
  held: readonly string[] | null
  leftFor: string | null
  mended: boolean | null
  changes: string | null
  shownAs: string | null
}>

function pieceOf(source: PageSource, kit: Kit, read: Reader, waiting: Sent): Html {
  const plain = source.types.get(waiting.of ?? '')
  const own = plain && read.one(plain, waiting.piece ?? '', 'home')
  if (!plain || !own) return html``
  const w = plainWords(kit.request.lang)
  const { type, words } = kit.withMadeFields(plain)
  const row: Readonly<Record<string, unknown>> & Readonly<{ id: string }> = {
    ...own,
    ...read.made(plain.name, own.id, 'home'),
  }
  const asks = askedIn({ bricks: source.bricks, read }, type, row, words)
  const values = (home: boolean) =>
    Object.entries(type.fields)
      .filter(
        ([name, field]) =>
          (field.space === 'home') === home &&
          name !== type.title &&
          row[name] != null &&
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
  const draft = { type: plain.name, record: correctedId(waiting) ?? own.id, fields: own }
  const asked = { draft, shows: true, id: waiting.id, isTold: true } as const
  const agrees = agreementTick(source, kit.request, asked)
  const mark = hidden({ read: markOfSent(read, plain, own.id) })
  const showing = (form: typeof post | typeof actButton, fields: Html | false = false): Html =>
    form(html`${token}${mark}`, '/a-montrer/afficher', { fields, button: mainButton(w.show) })
  const standing = shownRowOf(read, type, waiting)
  const said = standing ? bothTexts(source, kit, { type, row, standing }) : fieldList(values(false))
  return html`
    <article class="sheet ${sideOf(type)}">
      <p class="crumb">${kindOfSent(kit.request, words.one, waiting)} · ${sent}</p>
      <h2>${titleOfSent(read, type, waiting)}</h2>
      ${
        hasLostTarget(read, type, waiting) &&
        html`<p><b>${w.undo.putBackFirst}</b> <a href="/tenir/retire">${w.undo.title}</a></p>`
      }
      ${waiting.mended === true && mendedPart(kit, read, { type, words, record: own.id }, token)}
      ${whyOf(kit.request, read, waiting)}
      ${saysOf(source, kit.request, { row, type, draft }, waiting)}
      ${said}
      ${values(true).length > 0 && html`<h3>${w.homeFields}</h3>${fieldList(values(true))}`}
      ${agrees && showing(post, agrees)}
      <div class="acts">
        ${!agrees && showing(actButton)}
        ${
          mendedFields(source, read, { type: plain, record: own.id }).length > 0 &&
          html`<a class="button quiet" href="/a-montrer/${waiting.id}/corriger">${w.mendSent}</a>`
        }
        ${actButton(token, '/a-montrer/laisser', {
          button: html`
            <label>${w.refuseWhy} <input name="why"
              maxlength="300"></label> <button>${w.refuse}</button>
          `,
        })}
      </div>
      ${waiting.shownAs === null && eraseSent(kit, waiting)}
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

/** Why it is to be read first, and what it would change. */
function whyOf(request: Request, read: Reader, { held, leftFor, changes, shownAs }: Sent): Html {
  const w = plainWords(request.lang)
  const named: Readonly<Record<string, string>> = w.held
  const reasons = (held ?? []).map(one => (Object.hasOwn(named, one) ? named[one] : one))
  const over = changes ?? shownAs
  const called = over === null ? undefined : read.called(over)
  const type = called && read.types.get(called.type)
  const page = type && over !== null ? pageOf(read, type, over) : undefined
  const what =
    called &&
    html`
      <p>${w.wouldChange}${w.colon}${
        page === undefined ? called.title : html`<a href="${page}">${called.title}</a>`
      }</p>
    `
  return html`
    ${reasons.length > 0 && html`<p><b>${w.heldBecause(reasons.join(' ; '))}</b></p>`}
    ${leftFor && html`<p>${w.leftFor(leftFor)}</p>`}
    ${what}
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
    ${sameNumberSaid(source, request, { row, type })}
    ${found.length > 0 && html`<p>${g.saysOf(whySaid(found, request.lang))}</p>`}
  `
}

/** The line of a refused text: its title, the reason, and how to erase it. */
function leftOf(source: PageSource, kit: Kit, read: Reader, left: Sent): Html {
  const type = source.types.get(left.of ?? '')
  const row = type && read.one(type, left.piece ?? '', 'home')
  if (!type || !row) return html``
  const words = wordsOfType(source.bricks, type.name, kit.request.lang)
  const w = plainWords(kit.request.lang)
  const why = w.leftOn(sentDay(kit.request, left), left.why ?? '')
  const back = backForm(kit, undoRefusal({ id: left.id }).undo, w.undo.reconsiderAct)
  return html`
    <article class="sheet ${sideOf(type)}">
      <p class="crumb">${kindOfSent(kit.request, words.one, left)} · ${why}</p>
      <h3>${titleOfSent(read, type, left)}</h3>
      ${back}
      ${left.shownAs === null && eraseSent(kit, left)}
    </article>
  `
}

/** The line of texts that one act refused: undone together, erased one by one. */
function leftTogether(
  source: PageSource,
  kit: Kit,
  read: Reader,
  { showing, n, last, why }: RefusedGroup,
): Html {
  const w = plainWords(kit.request.lang)
  const back = backForm(kit, undoRefusals({ showing }).undo, w.undo.reconsiderAllAct)
  const each = refusedTogether(read, showing).map(one => leftOf(source, kit, read, one))
  return html`
    <article class="sheet">
      <p class="crumb">
        ${w.leftOn(onDay(dayOfMoment(bornAt(last)), kit.request.lang, kit.request.today), why)}
      </p>
      <h3>${w.undo.together(n)}</h3>
      ${back}
      <details><summary>${w.flood.each}</summary><div class="stack">${each}</div></details>
    </article>
  `
}

const sentDay = (request: Request, { id }: Sent): string =>
  onDay(dayOfMoment(bornAt(id)), request.lang, request.today)
/** All that was left aside and never showed, by one code. */
function eraseLeft(kit: Kit, read: Reader): Html | false {
  const { length } = leftAside(read)
  return (
    length > 1 &&
    eraseForm(kit, {
      action: '/a-montrer/effacer-tout',
      id: 'tout',
      lead: plainWords(kit.request.lang).eraseAllLeft(length),
      more: hidden({ count: String(length) }),
    })
  )
}
const eraseSent = (kit: Kit, { id }: Sent): Html =>
  eraseForm(kit, { action: '/a-montrer/effacer', id, lead: plainWords(kit.request.lang).eraseSent })
const sideOf = (type: RecordType): string => `${type.name}-side`
