import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page, PageContext } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { groupsBySource, type SubmissionOrigin } from '../../../contract/submission-groups.ts'
import { bornAt } from '../../../core/id.ts'
import { numberWord, onDay, sayTime, sinceDay, timeOfMoment } from '../../../text/days.ts'
import { notices, POINT } from '../../../ui/board.ts'
import { formField } from '../../../ui/field.ts'
import { actButton, hidden, post, putAside } from '../../../ui/post.ts'
import { saidWord } from '../../../ui/said-word.ts'
import { mistakeAlone, note, said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { byPerson, type PersonWords } from '../model/by-person.ts'
import {
  isToHand,
  memberOf,
  sameNamed,
  signedOf,
  type WordRow,
  wordsCarried,
  wordsToHand,
} from '../model/read.ts'
import { relay } from '../model/records.ts'
import { isMissedLately, isUnseen, LATE_DAYS, leftOn } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { stripsOf } from './prints-strips.ts'

type Words = typeof fr
type On = PageContext<Words>
export const LIST = '/mes-mots'

/**
 * What a relay has to hand over, by person; all of it for the keeper. Over http nobody's words are
 * shown: only how many wait.
 */
export const handing: Page<Words> = {
  path: LIST,
  who: 'relay',
  show: (kit, read, words): Leaf => {
    const { request } = kit
    const all = wordsCarried(read, request.me)
    const waiting = all.filter(isToHand)
    const items = request.private ? lists({ kit, read, words }, all, waiting) : note(words.atTheBox)
    const some =
      slipWords(kit, read).length > 0 &&
      html`<a href="/imprimer/mot">${words.printSlips}</a>${POINT}`
    const print = html`
      <p class="no-print">
        ${request.private && some}
        <a href="/imprimer/mot?vides=oui">${words.prints.blank}</a>
        ${
          stripsOf(kit, read, words).length > 0 &&
          html`${POINT}<a href="/imprimer/ce-qui-attend">${words.handing.strips.print}</a>`
        }
      </p>
    `
    const lead = html`
      <p class="lead">${counted(waiting, kit, words)}</p>
    `
    const body = html`
      ${said(request.said)}
      ${mistakeAlone(request)}
      <div class="head"><h1>${words.myWords}</h1>${lead}${print}</div>
      ${all.length > 0 && items}
    `
    return { title: words.myWords, body }
  },
}

/** The same count as on the home page; then those that are not to be carried today. */
function counted(waiting: readonly WordRow[], { request }: Kit, words: Words): string {
  const missed = waiting.filter(row => isMissedLately(row, request.today))
  const others = waiting.filter(row => !missed.includes(row))
  const own = request.by === 'keeper' ? others.filter(row => row.carrier === null) : others
  const carried = others.length - own.length
  return [
    own.length > 0 ? words.countWords(own.length) : words.noWord,
    carried > 0 && words.handing.countCarried(carried),
    missed.length > 0 && words.handing.countMissed(missed.length),
  ]
    .filter(Boolean)
    .join(' ')
}

function lists(on: On, all: readonly WordRow[], waiting: readonly WordRow[]): Html {
  const { kit, read, words } = on
  const { by, today } = kit.request
  // The keeper reads apart what they carry and what relays do.
  const [own, others] = [true, false].map(is =>
    byPerson(
      read,
      waiting.filter(row => (by !== 'keeper' || row.carrier === null) === is),
      today,
    ),
  )
  const people = [...own!, ...others!]
  const handed = all.filter(row => row.handedOn !== null)
  const section = (title: string, items: readonly Html[], lead?: string) =>
    items.length > 0 && html`<h2>${title}</h2>${lead && html`<p>${lead}</p>`}${notices(items)}`
  const of = (all: readonly PersonWords[], isMissed: boolean) =>
    all.filter(one => one.isMissed === isMissed).map(one => personItem(one, on))
  return html`
    ${floods(waiting, kit, read, words)}
    ${section(words.toHand, of(own!, false))}
    ${section(words.handing.withRelays, of(others!, false))}
    ${section(words.handing.missedTitle, of(people, true), words.handing.missedLead)}
    ${
      handed.length > 0 &&
      html`
        <details>
          <summary><b>${words.handedTitle}</b></summary>
          ${notices(handed.slice(0, MOST_HANDED).map(row => handedItem(row, on)))}
        </details>
      `
    }
    ${asides(all, on)}
  `
}
/** What was handed over long ago is read by nobody. */
const MOST_HANDED = 30

/** *Huguette : trois mots*, with what is said of all of them. */
function personItem({ name, words: rows }: PersonWords, on: On): Html {
  const { kit, words } = on
  const w = words.handing
  const ids = rows.map(({ id }) => id)
  const act = (path: string, label: string, spoken: string): Html =>
    actButton(kit.form(), `${LIST}/${path}`, {
      hidden: { from: LIST, ids },
      button: html`<button aria-label="${spoken}">${label}</button>`,
    })
  const isOne = rows.length === 1
  const found = foundOf(rows, on)
  return html`
    <li id="p-${ids[0]}">
      <h3>${w.person(name, rows.length, numberWord(rows.length, kit.request.lang))}</h3>
      ${found && html`<p>${words.foundThere(found)}</p>`}
      <ul class="by-person">${rows.map(row => wordItem(row, on, !isOne))}</ul>
      ${which(rows, on)}
      <div class="acts no-print">
        ${isOne ? handedAct(rows[0]!, on) : act('tout-remis', w.allHanded, w.allHandedTo(name))}
        ${act('pas-trouve', w.missed, w.missedWhom(name))}
        ${isOne && refusing(rows[0]!, on)}
      </div>
    </li>
  `
}

const handedAct = ({ id, forWhom, sender }: WordRow, { kit, words }: On): Html =>
  actButton(kit.form(), `${LIST}/${id}/remis`, {
    hidden: { from: LIST },
    button: html`
      <button aria-label="${words.handing.handedTo(forWhom ?? '', sender ?? '')}">
        ${words.handed}
      </button>
    `,
  })

/** *Ne pas remettre*: nobody has to carry an insult. Whoever left it is told, and never why. */
const refusing = ({ id, forWhom, sender }: WordRow, { kit, words: { handing: w } }: On): Html =>
  actButton(kit.form(), `${LIST}/ecarter`, {
    hidden: { from: LIST, ids: id },
    button: html`
      <button aria-label="${w.refuseTo(forWhom ?? '', sender ?? '')}">${w.refuse}</button>
    `,
  })

/** Where the person of a notice said that they are found: for the keeper alone. */
const foundOf = (rows: readonly WordRow[], { kit, read }: On): string | undefined =>
  kit.request.by === 'keeper'
    ? rows
        .flatMap(({ about }) => (about === null ? [] : [read.published.foundAtOf?.(about)]))
        .find(one => one !== undefined)
    : undefined

/** *au sujet de « Anaïs prête son étau »*. */
export function aboutWords(row: WordRow, read: Reader, words: Words): string | undefined {
  const called = row.about === null ? undefined : read.called(row.about)
  return called && words.slipAbout(called.title)
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

function wordItem(row: WordRow, on: On, withAct: boolean): Html {
  const { kit, read, words } = on
  const { lang, today } = kit.request
  const about = aboutWords(row, read, words)
  const through =
    kit.request.by === 'keeper' && row.relay ? read.one(relay, row.relay)?.name : undefined
  const left = words.handing.leftAt(
    onDay(leftOn(row), lang, today),
    sayTime(timeOfMoment(bornAt(row.id)), lang),
  )
  const state = [
    about,
    isUnseen(row, today, LATE_DAYS) ? words.lateWord(sinceDay(leftOn(row), lang, today)) : left,
    through && words.throughRelay(through),
    row.missedOn !== null && words.handing.missedOn(onDay(row.missedOn, lang, today)),
  ].filter(Boolean)
  return html`
    <li>
      <p>${capital(signedOf(row, read, words))}</p>
      ${saidWord(row.said, lang)}
      ${row.reach && html`<p>${words.answerAt(row.reach)}</p>`}
      <p class="where">${state.join(' · ')}</p>
      ${withAct && html`<div class="acts no-print">${handedAct(row, on)}${refusing(row, on)}</div>`}
    </li>
  `
}

function handedItem(row: WordRow, { kit, read, words }: On): Html {
  const day = onDay(row.handedOn ?? '', kit.request.lang, kit.request.today)
  return html`
    <li>
      <p>${words.slipLine(row.forWhom ?? '', signedOf(row, read, words))}</p>
      <p class="where">${words.handedOn(day)}</p>
    </li>
  `
}

/** Several people here have that name: the keeper knows for which it is. */
function which(rows: readonly WordRow[], { kit, read, words }: On): Html | false {
  const [first] = rows.filter(row => row.member === null && row.about === null)
  if (!first) return false
  const all = kit.request.by === 'keeper' ? sameNamed(read, first.forWhom ?? '') : []
  if (all.length < 2) return false
  const id = `f-member-${first.id}`
  const told = (one: (typeof all)[number]): string =>
    [one.name, one.commune && kit.communeNamed(one.commune), one.through].filter(Boolean).join(', ')
  return post(kit.form(), `${LIST}/${first.id}/pour`, {
    look: 'form no-print',
    hidden: { from: LIST, ids: rows.map(row => row.id) },
    fields: formField({
      id,
      label: words.which(all.length, first.forWhom ?? ''),
      control: html`
        <select id="${id}" name="member">
          ${all.map(one => html`<option value="${one.id}">${told(one)}</option>`)}
        </select>
      `,
    }),
    button: words.giveThem,
  })
}

/** What came from one hand, where that is much: put aside by one act. */
function floods(waiting: readonly WordRow[], kit: Kit, read: Reader, words: Words): Html {
  const handOf = ({ id, writer }: WordRow): SubmissionOrigin | undefined =>
    writer === null ? kit.sentFrom?.(id) : { is: 'card', who: writer }
  const token = html`${kit.form()}${hidden({ from: LIST })}`
  const groups = groupsBySource(waiting, handOf, ({ sender }) => sender ?? '')
  return html`${groups.map(({ hand, all }) => {
    const card = hand.is === 'card' ? memberOf(read, hand.who)?.name : undefined
    const title = words.flood(
      all.length,
      hand.is === 'card'
        ? words.floodCard(card ?? null)
        : hand.is === 'here'
          ? words.floodHere(hand.who)
          : words.floodDevice,
    )
    // At the box's own computer people take turns: nothing is ticked for the reader.
    const isHere = hand.is === 'here'
    const each = all.map(row => ({ id: row.id, title: titleOf(row, read, words), isOn: !isHere }))
    return putAside({
      action: `${LIST}/ecarter`,
      token,
      title,
      lead: isHere ? words.floodLeadHere : words.floodLead,
      each,
      button: words.floodAct,
    })
  })}`
}

/** *Pour Denise, de la part de Nadia. À demain !* */
const titleOf = (row: WordRow, read: Reader, words: Words): string =>
  `${words.slipLine(row.forWhom ?? '', signedOf(row, read, words))}. ${row.said ?? ''}`

/** What was put aside, each time whose it is and its way back. */
function asides(all: readonly WordRow[], { kit, read, words }: On): Html | false {
  const put = all.filter(row => row.handedOn === null && row.aside !== null)
  const groups = [...Map.groupBy(put, row => row.aside ?? '')]
  // Nobody has to read again what they did not want to carry.
  const lines = (some: readonly WordRow[]): readonly Html[] =>
    some.map(row => html`<p>${words.slipLine(row.forWhom ?? '', signedOf(row, read, words))}</p>`)
  const whose = (some: readonly WordRow[]): Html =>
    some.length > MOST_NAMED
      ? html`<details><summary>${words.asideOf(some.length)}</summary>${lines(some)}</details>`
      : html`${lines(some)}`
  const back = (aside: string, some: readonly WordRow[]) =>
    html`
      <li>
        ${whose(some)}
        ${actButton(kit.form(), `${LIST}/reprendre`, {
          hidden: { from: LIST, aside },
          button: words.takeUp,
        })}
      </li>
    `
  return (
    groups.length > 0 &&
    html`<h2>${words.asideTitle}</h2>${notices(groups.map(([aside, some]) => back(aside, some)))}`
  )
}

const MOST_NAMED = 3

/** The words that wait, those of a person side by side; without those of whom one did not find. */
export function slipWords({ request }: Kit, read: Reader): readonly WordRow[] {
  const waiting = wordsToHand(read, request.me).filter(row => !isMissedLately(row, request.today))
  return byPerson(read, waiting, request.today).flatMap(one => one.words)
}

/** Slips to cut, eight to an A4: those that are not handed over yet. */
const slips: Page<Words> = {
  path: `${LIST}/papillons`,
  who: 'relay',
  show: (kit, read, words): Leaf => {
    const all = slipWords(kit, read)
    const slip = (row: WordRow): Html => {
      const about = aboutWords(row, read, words)
      return html`
        <section class="strip">
          <p>
            <b>${words.slipLine(row.forWhom ?? '', signedOf(row, read, words))}</b>
            ${about && html`, ${about}`}
          </p>
          ${row.reach && html`<p>${words.answerAt(row.reach)}</p>`}
          <p class="said-word">${row.said}</p>
        </section>
      `
    }
    const body = html`
      <div class="head no-print">
        ${crumbs([{ href: LIST, words: words.myWords }], kit.request.lang)}
        <h1>${words.slips}</h1>
      </div>
      ${
        kit.request.private ? html`<div class="slips">${all.map(slip)}</div>` : note(words.atTheBox)
      }
    `
    return { title: words.slips, body }
  },
}

export const handingPages: readonly Page<Words>[] = [handing, slips]
