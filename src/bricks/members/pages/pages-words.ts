import { type Html, html } from '../../../contract/html.ts'
import { keptBy } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { NoticeSeen } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import { groupsBySource, type SubmissionOrigin } from '../../../contract/submission-groups.ts'
import { onDay, sinceDay } from '../../../text/days.ts'
import { notices, POINT } from '../../../ui/board.ts'
import { formField } from '../../../ui/field.ts'
import { actButton, hidden, mainButton, post, putAside } from '../../../ui/post.ts'
import { mistakeAlone, mistakeIn, note, said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { speakingField } from '../../../ui/speaking.ts'
import {
  isToHand,
  memberOf,
  noticeAbout,
  partnerIn,
  relaysShown,
  sameNamed,
  signedOf,
  type WordRow,
  wordsCarried,
} from '../model/read.ts'
import { relay, word } from '../model/records.ts'
import { inOrder, isUnseen, LATE_DAYS, leftOn } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { foundAt } from './pages-relays.ts'
import { act } from './parts.ts'

type Words = typeof fr
const LIST = '/mes-mots'

const first = (value: string | readonly string[] | undefined): string =>
  typeof value === 'string' ? value : (value?.[0] ?? '')

/**
 * *Laisser un mot à Anaïs*: linked from a notice by `/mot?annonce=ID`, from a relay by
 * `/mot?relais=ID`.
 */
const leave: Page<Words> = {
  path: '/mot',
  show: (kit, read, words): Leaf => {
    const sent = (name: string) => first(kit.request.again?.input[name])
    const about = noticeAbout(read, first(kit.request.query['annonce']) || sent('annonce'))
    const through = about?.relay ?? (sent('relay') || first(kit.request.query['relais']))
    const given = (name: string) => first(kit.request.query[name]) || sent(name)
    const partner = partnerIn(read, given('arrangement'), given('a'), kit.request)
    const shown = partner && kit.request.private ? partner.who : about?.who
    const title = shown ? words.leaveTo(shown) : words.leaveOne
    const wrong = mistakeIn(kit.request)
    const lead =
      about &&
      html`
        <p class="where">${words.aboutTitle} <a href="/annonces/${about.id}">${about.title}</a></p>
      `
    const heard = !kit.request.private && html`<p class="hint">${words.wordHeard}</p>`
    const from = partner
      ? `/mot?arrangement=${partner.id}&a=${partner.place}`
      : about
        ? `/mot?annonce=${about.id}`
        : '/mot'
    const token = html`
      ${kit.form()}
      ${hidden({ from, annonce: about?.id })}
      ${partner && hidden({ arrangement: partner.id, a: partner.place })}
    `
    const fields = html`
      ${!about && !partner && kit.fields(word, {}, ['forWhom'])}
      ${speakingField(kit.request, kit.fields(word, {}, ['sender']), { waits: false })}
      ${kit.fields(word, {}, ['reach', 'said'])}
      ${throughField(about, through, read, words)}
    `
    const body = html`
      <div class="one">
        <article class="sheet">
          ${crumbs([{ href: '/relais', words: words.relays }], kit.request.lang)}
          <h1>${title}</h1>
          ${wrong}
          ${lead}
          <p>${words.wordLead}</p>
          ${heard}
          ${post(token, '/mot', { unchecked: true, fields, button: mainButton(words.leaveButton) })}
        </article>
      </div>
    `
    return { title, body }
  },
}

/**
 * Who hands it over: as the notice says, or as the person chooses; without a relay the keeper does.
 */
function throughField(
  about: NoticeSeen | undefined,
  through: string,
  read: Reader,
  words: Words,
): Html | false {
  const given = about?.relay ? read.one(relay, about.relay) : undefined
  const label = words.types.word.fields.relay.label
  if (given)
    return html`<div class="field"><p><b>${label}</b> ${given.name}, ${foundAt(given)}</p></div>`
  const keeper = keptBy(read)
  const nobody = keeper ? words.throughNobody(keeper) : words.throughKeeper
  const all = relaysShown(read)
  if (all.length === 0) return html`<div class="field"><p><b>${label}</b> ${nobody}</p></div>`
  return formField({
    id: 'f-relay',
    label,
    control: html`
      <select id="f-relay" name="relay">
        <option value="">${nobody}</option>
        ${all.map(
          one =>
            html`
              <option value="${one.id}"${one.id === through && html` selected`}>
                ${one.name}, ${foundAt(one)}
              </option>
            `,
        )}
      </select>
    `,
  })
}

/**
 * What a relay has to hand over; all of it for the keeper. Over http nobody's words are shown: only
 * how many wait.
 */
const mine: Page<Words> = {
  path: LIST,
  who: 'relay',
  show: (kit, read, words): Leaf => {
    const all = inOrder(wordsCarried(read, kit.request.me), kit.request.today)
    const waiting = all.filter(isToHand)
    const wrong = mistakeAlone(kit.request)
    const section = (title: string, some: readonly WordRow[]) =>
      some.length > 0 &&
      html`<h2>${title}</h2>${notices(some.map(one => wordItem(one, kit, read, words)))}`
    const handed = all.filter(one => one.handedOn !== null)
    const items = kit.request.private
      ? html`
        ${floods(waiting, kit, read, words)}
        ${section(words.toHand, waiting)}
        ${section(words.handedTitle, handed)}
        ${asides(all, kit, words)}
      `
      : note(words.atTheBox)
    const some = waiting.length > 0 && html`<a href="/imprimer/mot">${words.printSlips}</a>${POINT}`
    const print = html`
      <p class="no-print">
        ${kit.request.private && some}
        <a href="/imprimer/mot?vides=oui">${words.prints.blank}</a>
      </p>
    `
    const lead = html`
      <p class="lead">${waiting.length > 0 ? words.countWords(waiting.length) : words.noWord}</p>
    `
    const body = html`
      ${said(kit.request.said)}
      ${wrong}
      <div class="head"><h1>${words.myWords}</h1>${lead}${print}</div>
      ${all.length > 0 && items}
    `
    return { title: words.myWords, body }
  },
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
    const each = all.map(row => ({
      id: row.id,
      title: `${words.slipLine(row.forWhom ?? '', signedOf(row, read, words))}. ${row.said ?? ''}`,
    }))
    return putAside({
      action: `${LIST}/ecarter`,
      token,
      title,
      lead: words.floodLead,
      each,
      button: words.floodAct,
    })
  })}`
}

/** What was put aside, each time with its way back. */
function asides(all: readonly WordRow[], kit: Kit, words: Words): Html | false {
  const put = all.filter(row => row.handedOn === null && row.aside !== null)
  const groups = [...Map.groupBy(put, row => row.aside ?? '')]
  const back = (aside: string, some: readonly WordRow[]) =>
    html`
      <li>
        <p>${words.asideOf(some.length)}</p>
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

/** *au sujet de « Anaïs prête son étau »*. */
export function aboutWords(row: WordRow, read: Reader, words: Words): string | undefined {
  const called = row.about === null ? undefined : read.called(row.about)
  return called && words.slipAbout(called.title)
}

function wordItem(row: WordRow, kit: Kit, read: Reader, words: Words): Html {
  const day = (on: string) => onDay(on, kit.request.lang, kit.request.today)
  const about = aboutWords(row, read, words)
  const through =
    kit.request.by === 'keeper' && row.relay ? read.one(relay, row.relay)?.name : undefined
  const state = [
    isUnseen(row, kit.request.today, LATE_DAYS)
      ? words.lateWord(sinceDay(leftOn(row), kit.request.lang, kit.request.today))
      : day(leftOn(row)),
    through && words.throughRelay(through),
    row.seenOn && words.seenOn(day(row.seenOn)),
    row.handedOn && words.handedOn(day(row.handedOn)),
  ].filter(Boolean)
  const found =
    kit.request.by === 'keeper' && row.about !== null && row.handedOn === null
      ? read.published.foundAtOf?.(row.about)
      : undefined
  const acts = html`
    ${row.seenOn === null && act(kit, `${LIST}/${row.id}/vu`, words.seen)}${' '}
    ${row.handedOn === null && act(kit, `${LIST}/${row.id}/remis`, words.handed)}
  `
  return html`
    <li>
      <h3>${words.slipLine(row.forWhom ?? '', signedOf(row, read, words))}</h3>
      ${about && html`<p>${about}</p>`}
      <blockquote><p class="said-word">${row.said}</p></blockquote>
      ${row.reach && html`<p>${words.answerAt(row.reach)}</p>`}
      ${found && html`<p>${words.foundThere(found)}</p>`}
      <p class="where">${state.join(' · ')}</p>
      ${row.handedOn === null && which(row, kit, read, words)}
      ${row.handedOn === null && html`<div class="acts">${acts}</div>`}
    </li>
  `
}

/** Several people here have that name: the keeper knows for which it is. */
function which(row: WordRow, kit: Kit, read: Reader, words: Words): Html | false {
  const all =
    kit.request.by === 'keeper' && row.member === null && row.about === null
      ? sameNamed(read, row.forWhom ?? '')
      : []
  if (all.length < 2) return false
  const id = `f-member-${row.id}`
  const told = (one: (typeof all)[number]): string =>
    [one.name, one.commune && kit.communeNamed(one.commune), one.through].filter(Boolean).join(', ')
  return post(kit.form(), `${LIST}/${row.id}/pour`, {
    look: 'form no-print',
    hidden: { from: LIST },
    fields: formField({
      id,
      label: words.which(all.length, row.forWhom ?? ''),
      control: html`
        <select id="${id}" name="member">
          ${all.map(one => html`<option value="${one.id}">${told(one)}</option>`)}
        </select>
      `,
    }),
    button: words.giveThem,
  })
}

/** Slips to cut, eight to an A4: those that are not handed over yet. */
const slips: Page<Words> = {
  path: `${LIST}/papillons`,
  who: 'relay',
  show: (kit, read, words): Leaf => {
    const all = inOrder(wordsCarried(read, kit.request.me), kit.request.today).filter(isToHand)
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

export const wordPages: readonly Page<Words>[] = [leave, mine, slips]
