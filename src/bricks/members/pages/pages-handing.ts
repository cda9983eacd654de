import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page, PageContext } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { bornAt } from '../../../core/id.ts'
import { capital } from '../../../text/capital.ts'
import { numberWord, onDay, sayTime, sinceDay, timeOfMoment } from '../../../text/days.ts'
import { phonesIn } from '../../../text/phone.ts'
import { notices, POINT } from '../../../ui/board.ts'
import { readElsewhere } from '../../../ui/elsewhere.ts'
import { formField } from '../../../ui/field.ts'
import { actButton, post } from '../../../ui/post.ts'
import { mistakeAlone, said } from '../../../ui/say.ts'
import { unbroken } from '../../../ui/value.ts'
import { byPerson, type PersonWords } from '../model/by-person.ts'
import { notesReply } from '../model/commands-replies.ts'
import { published } from '../model/published.ts'
import {
  inThreads,
  isNumberHidden,
  isToHand,
  isUnchecked,
  sameNamed,
  signedOf,
  type WordRow,
  wordsCarried,
} from '../model/read.ts'
import { relay } from '../model/records.ts'
import { isMissedLately, isUnseen, LATE_DAYS, leftOn, nameIn } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { apartFor, LIST, type OnWords, saidHere, slips, slipWords } from './pages-slips.ts'
import { stripsOf } from './prints-strips.ts'
import { asides, floods } from './putting-aside.ts'
import { replyForm, replySaid } from './replying.ts'
import { type SlipLines, slipLines } from './slip-lines.ts'

type Words = typeof fr
type On = PageContext<Words>

/**
 * What a relay has to hand over, by person; all of it for the keeper, without the words of a thread
 * that a relay carries. Over http nobody's words are shown: only how many wait.
 */
export const handing: Page<Words> = {
  path: LIST,
  who: 'relay',
  show: (kit, read, words): Leaf => {
    const { request } = kit
    const all = wordsCarried(read, request.me)
    const waiting = all.filter(isToHand)
    const items = request.private
      ? lists({ kit, read, words }, all, waiting)
      : readElsewhere(kit.request)
    const some =
      slipWords(kit, read).length > 0 &&
      html`<a href="/imprimer/mot">${words.printSlips}</a>${POINT}`
    const print = html`
      <p class="no-print">
        ${request.private && some}
        <a href="/imprimer/mot?vides=oui">${words.prints.blank}</a>${POINT}
        <a href="/mot">${words.prints.key}</a>
        ${
          stripsOf(kit, read, words).length > 0 &&
          html`${POINT}<a href="/imprimer/ce-qui-attend">${words.handing.strips.print}</a>`
        }
      </p>
    `
    const isTold = request.private && waiting.some(isUnchecked)
    const lead = html`
      <p class="lead">
        ${counted(waiting, kit, words)}
        ${isTold && html` <span class="where">${words.uncheckedNames}</span>`}
      </p>
    `
    const body = html`
      ${said(request.said)}
      ${mistakeAlone(request)}
      <div class="head"><h1>${words.myWords}</h1>${lead}${print}</div>
      ${all.length > 0 && items}
      ${request.by === 'relay' && writingFor(kit, read, words)}
    `
    return { title: words.myWords, body }
  },
}

/** Where a relay writes for those of whom they speak; over http nobody is named. */
function writingFor({ request }: Kit, read: Reader, { handing: { writeFor: w }, ...words }: Words) {
  const theirs = request.private ? published.spokenForBy(read, request.me) : []
  const names = theirs.map(({ name }) => name).filter(name => name !== '')
  return html`
    <div class="part stack no-print">
      <h2>${w.title}</h2>
      <p>${names.length > 0 ? w.whom(names) : w.anybody}</p>
      <p class="acts">
        <a class="button quiet" href="/annonces">${w.answer}</a>
        <a class="button quiet" href="/annonces/proposer">${words.propose}</a>
        <a class="button quiet" href="/annonces/chercher">${words.search}</a>
      </p>
    </div>
  `
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

function lists(page: On, all: readonly WordRow[], waiting: readonly WordRow[]): Html {
  const { kit, read, words } = page
  const apart = apartFor(kit, read, waiting)
  const known = waiting.filter(({ id }) => !apart.has(id))
  const handed = all.filter(row => row.handedOn !== null).slice(0, MOST_HANDED)
  const threaded = inThreads(read, [...waiting, ...handed])
  const on = { ...page, apart, threaded, linesOf: slipLines([...known, ...handed], page) }
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
  const section = (title: string, items: readonly Html[], lead?: string) =>
    items.length > 0 && html`<h2>${title}</h2>${lead && html`<p>${lead}</p>`}${notices(items)}`
  const phoneOf = phonesFor(page)
  const of = (all: readonly PersonWords[], isMissed: boolean) =>
    all
      .filter(one => one.isMissed === isMissed)
      .map(one => personItem(one, on, phoneOf(one.words[0]!)))
  return html`
    ${floods(waiting, on)}
    ${section(words.toHand, of(own!, false))}
    ${section(words.handing.withRelays, of(others!, false))}
    ${section(words.handing.missedTitle, of(people, true), words.handing.missedLead)}
    ${
      handed.length > 0 &&
      html`
        <details>
          <summary><b>${words.handedTitle}</b></summary>
          ${notices(handed.map(row => handedItem(row, on)))}
        </details>
      `
    }
    ${asides(all, on)}
  `
}
/** What was handed over long ago is read by nobody. */
const MOST_HANDED = 30

/** *Huguette : trois mots*, with what is said of all of them. */
function personItem(
  { name, words: rows }: PersonWords,
  on: OnWords,
  phone: string | undefined,
): Html {
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
      <h3>${unbroken(w.person(name, rows.length, numberWord(rows.length, kit.request.lang)))}</h3>
      ${phone && html`<p class="no-print">${phone}</p>`}
      ${found && html`<p>${words.foundThere(found)}</p>`}
      <ul class="by-person">
        ${rows.map((row, i) => wordItem(row, linesOnce(row, rows.slice(i + 1), on), on))}
      </ul>
      ${which(rows, on)}
      <div class="acts no-print">
        ${isOne ? handedAct(rows[0]!, on) : act('tout-remis', w.allHanded, w.allHandedTo(name))}
        ${act('pas-trouve', w.missed, w.missedWhom(name))}
        ${isOne && refusing(rows[0]!, on)}
      </div>
      ${isOne && notingReply(rows[0]!, on)}
      ${!isOne && oneByOne(rows, on)}
    </li>
  `
}

/** Not all of the words of a person: each has acts of its own, folded. */
const oneByOne = (rows: readonly WordRow[], on: OnWords): Html => html`
  <details class="no-print">
    <summary>
      ${on.words.handing[rows.some(row => mayNote(row, on)) ? 'oneByOneOrReply' : 'oneByOne']}
    </summary>
    ${rows.map(
      row =>
        html`
          <p>${capital(signedOf(row, on.read, on.words))}</p>
          ${saidHere(row, on)}
          <div class="acts">${handedAct(row, on)}${refusing(row, on)}</div>
          ${notingReply(row, on)}
        `,
    )}
  </details>
`

/**
 * Of what a conversation is, and where it stands, is said once, under the last of its words; how to
 * answer, under the last word that is answered so.
 */
function linesOnce(row: WordRow, after: readonly WordRow[], on: OnWords): SlipLines {
  if (on.apart.has(row.id)) return { now: [] }
  const later = after.filter(({ id }) => !on.apart.has(id))
  const lines = on.linesOf(row)
  const isSame = ({ about }: WordRow): boolean => row.about !== null && about === row.about
  const goesOn = later.some(isSame)
  const isSaid =
    goesOn ||
    later.some(
      one =>
        on.linesOf(one).answer === lines.answer &&
        (row.reach === null || one.sender === row.sender),
    )
  return {
    about: later.slice(0, 1).some(isSame) ? undefined : lines.about,
    now: goesOn ? [] : lines.now,
    answer: isSaid ? undefined : lines.answer,
    own: lines.own,
    path: goesOn ? undefined : lines.path,
  }
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
const refusing = (
  { id, forWhom, sender }: WordRow,
  { kit, apart, words: { handing: w } }: OnWords,
): Html | false =>
  !apart.has(id) &&
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

/** Several words for one person stand on one page: who hears it hears whose answer, and to whom. */
const noting = ({ forWhom, sender }: WordRow, path: string, { handing: { now } }: Words): Html => {
  const name = nameIn(forWhom ?? '')
  return html`
    <p class="no-print">
      <a aria-label="${now.noteTo(name, sender ?? '')}" href="${path}">${now.note(name)}</a>
    </p>
  `
}

function wordItem(row: WordRow, lines: SlipLines, on: OnWords): Html {
  const { kit, read, words } = on
  const { lang, today } = kit.request
  const { about, now, path } = lines
  const answer = lines.own === undefined ? lines.answer : lines.answer && lines.own
  const through =
    kit.request.by === 'keeper' && row.relay ? read.one(relay, row.relay)?.name : undefined
  const left = words.handing.leftAt(
    onDay(leftOn(row), lang, today),
    sayTime(timeOfMoment(bornAt(row.id)), lang),
  )
  const state = [
    capital(signedOf(row, read, words)),
    isUnseen(row, today, LATE_DAYS) ? words.lateWord(sinceDay(leftOn(row), lang, today)) : left,
    through && words.throughRelay(through),
    row.missedOn !== null && words.handing.missedOn(onDay(row.missedOn, lang, today)),
  ].filter(Boolean)
  return html`
    <li>
      <p class="where">${state.join(POINT)}</p>
      ${saidHere(row, on)}
      ${about && html`<p class="where">${capital(about)}</p>`}
      ${now.length > 0 && html`<p><b>${now.join(' ')}</b></p>`}
      ${answer && html`<p>${answer}</p>`}
      ${path && noting(row, path, words)}
    </li>
  `
}

/** Whether this reader notes what was answered to a word: of a thread, they do so there. */
const mayNote = (row: WordRow, { kit, apart, threaded }: OnWords): boolean =>
  notesReply(row, kit.request.me) && !apart.has(row.id) && !threaded.has(row.id)

/** What was answered to a word that is in no thread. */
const notingReply = (row: WordRow, on: OnWords): Html | false =>
  mayNote(row, on) &&
  replyForm(row, on.kit, on.words, {
    path: `${LIST}/${row.id}/reponse`,
    summary: on.words.handing.now.noteTo(nameIn(row.forWhom ?? ''), row.sender ?? ''),
  })

function handedItem(row: WordRow, on: OnWords): Html {
  const { kit, read, words } = on
  const day = onDay(row.handedOn ?? '', kit.request.lang, kit.request.today)
  const { asksAt } = on.linesOf(row)
  return html`
    <li>
      <p>${words.slipLine(row.forWhom ?? '', signedOf(row, read, words))}</p>
      <p class="where">${words.handedOn(day)}</p>
      ${asksAt && noting(row, asksAt, words)}
      ${notesReply(row, kit.request.me) && replySaid(row, kit, words)}
      ${notingReply(row, on)}
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

export const handingPages: readonly Page<Words>[] = [handing, slips]

/**
 * The telephone that the file of a member holds, beside a word to hand over to them.
 *
 * Law     Read on screen, by the keeper and by the relay through whom that member is reached: by no
 *         other, and on no paper, which may be lost on its way.
 */
function phonesFor({ kit: { request }, read }: On): (row: WordRow) => string | undefined {
  const hers =
    request.by === 'keeper'
      ? undefined
      : new Set(published.spokenForBy(read, request.me ?? '').map(({ id }) => id))
  return ({ forWhom, member }) => {
    const isTheirs = member !== null && (hers === undefined || hers.has(member))
    const isSaid = phonesIn(forWhom ?? '').length > 0
    return isTheirs && !isSaid && !isNumberHidden(read, member)
      ? published.memberPhone(read, member)
      : undefined
  }
}
