import { type Html, html } from '../../../contract/html.ts'
import { keeperNamed } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { PageContext } from '../../../contract/page.ts'
import type { NoticeSeen } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import { hasTable } from '../../../contract/tables.ts'
import { formField } from '../../../ui/field.ts'
import { momentField } from '../../../ui/moment-field.ts'
import { mainButton, post } from '../../../ui/post.ts'
import { mistakeIn, mistakeOn } from '../../../ui/say.ts'
import { inTongue } from '../../../ui/tongue.ts'
import { linked } from '../../../ui/value.ts'
import { uiWords } from '../../../ui/words.ts'
import { published } from '../model/published.ts'
import type { Notice } from '../model/rules.ts'
import { asksHowMuch } from '../model/shared-out.ts'
import type { fr } from '../words/fr.ts'
import { wordWay } from './word-way.ts'

type Words = typeof fr
export const INTEREST = '/arrangements/interet'
const LONGEST_LINE = 600

/**
 * *Ça m'intéresse*, or *Je peux aider* of a need: the one main act on a notice of somebody else. In
 * one press for who is signed in, with a line if they like. Who talks with its person already goes
 * on there. Of a notice of another box, a word goes there, or is left here.
 */
export function interestAct(
  notice: Notice,
  context: PageContext<Words>,
  met: readonly string[],
): Html | false {
  const { kit, read, words } = context
  const { id } = notice.row
  const isAway = isDecidedAway(read, notice.kind, id)
  const { by } = kit.request
  const isStranger = by === 'visitor' || by === 'host'
  if (!hasTable(read, 'deal_home') || (isAway && isStranger))
    return leavingWord(notice, kit, read, words)
  const way = !isReachedByPhone(notice) && toWhom(notice, kit, read)
  return html`${way}${actOf(notice, context, met)}`
}

function actOf(notice: Notice, context: PageContext<Words>, met: readonly string[]): Html {
  const { kit, read, words } = context
  const { id } = notice.row
  const { me } = kit.request
  const look = asksHowMuch(read, notice) ? 'second' : 'main'
  const thread = me === undefined ? undefined : read.published.threadOf?.(id, me)
  if (thread !== undefined)
    return html`${button(thread, words.interestGoOn, look)}${forOther(id, context)}`
  if (me === undefined || isDecidedAway(read, notice.kind, id))
    return button(`${INTEREST}?annonce=${id}`, interestSaid(notice.kind, look, words), look)
  return html`
    ${oneLine(notice, context, ownAlong(context, met), look)}
    ${forOther(id, context)}
  `
}

/** A relay writes for others too, whatever they said for themselves. */
const forOther = (id: string, { kit, words }: PageContext<Words>): Html | false =>
  kit.request.by === 'relay' &&
  html`
    <p class="no-print">
      <a href="${INTEREST}?annonce=${id}&amp;pour=autre">${words.interestForOther}</a>
    </p>
  `

/** Once it is over, whoever talks with its person still goes on there. */
export function goingOn(
  { row: { id } }: Notice,
  { kit, read, words }: PageContext<Words>,
): Html | false {
  const { me } = kit.request
  const thread = me === undefined ? undefined : read.published.threadOf?.(id, me)
  return thread !== undefined && button(thread, words.interestGoOn, 'second')
}

/** Whether another box decides of a notice. */
function isDecidedAway(read: Reader, kind: Notice['kind'], id: string): boolean {
  const home = read.homeOf(kind, id)
  return home !== undefined && home !== read.boxes().me.name
}
/** The main act of the page; the second one where it asks how much one takes. */
type Look = 'main' | 'second'
/** Beside the act that says how much, this one says that it does not. */
const interestSaid = (kind: Notice['kind'], look: Look, words: Words): string =>
  look === 'second' ? words.interestUncounted : words.interest[kind]
const button = (href: string, label: string, look: Look): Html =>
  html`
    <p class="acts no-print">
      <a class="button${look === 'second' && ' quiet'}" href="${href}">${label}</a>
    </p>
  `

/** Who hands the word over, and so reads it: said before it is sent. */
function readBy(id: string, read: Reader, words: Words): string | undefined {
  const by = read.published.handsWordsTo?.(id)
  if (by === undefined) return undefined
  return words.interestReadBy(by || (keeperNamed(read) ?? words.keeper))
}

/**
 * The notice of the reader that goes along: the one that the address names, else the only one that
 * surely meets it.
 */
function ownAlong(
  { kit: { request }, read }: PageContext<Words>,
  met: readonly string[],
): NoticeSeen | undefined {
  const given = textOf(request.again?.input['avec'] ?? request.query['avec'])
  const isAlone = given === '' && request.again === undefined
  const own = published
    .noticesSeen(read, isAlone ? met : [given])
    .filter(({ author, isClosed }) => author === request.me && !isClosed)
  return own.length === 1 ? own[0] : undefined
}

function oneLine(
  { kind, row: { id } }: Notice,
  { kit, read, words }: PageContext<Words>,
  own: NoticeSeen | undefined,
  look: Look,
): Html {
  const { today, lang } = kit.request
  const isBack = kit.request.again?.input['annonce'] === id
  const wrong = isBack && mistakeIn(kit.request)
  const typed = isBack ? kit.request.again?.input['said'] : ''
  const moments = read.published.momentsOf?.(id, { today, lang, also: own?.id }) ?? []
  const [only] = own && !isBack && moments.length === 1 ? moments.filter(one => !one.isFull) : []
  const chosen = isBack
    ? { typed: textOf(kit.request.again?.input['day']), error: mistakeOn(kit.request, 'day') }
    : {}
  const along =
    own &&
    html`
      <p>
        ${words.interestWith}<a href="/annonces/${own.id}">${inTongue(own.title, lang)}</a>${' '}
        (<a href="${INTEREST}?annonce=${id}">${words.interestWithout}</a>)
      </p>
    `
  return html`
    ${wrong}
    ${post(kit.form(), INTEREST, {
      look: 'form no-print',
      hidden: { annonce: id, avec: own?.id },
      fields: html`
        ${along}
        ${!only && momentField(moments, chosen, uiWords(lang))}
        ${formField({
          id: 'f-said',
          label: words.interestLine,
          hint: readBy(id, read, words),
          input: {
            name: 'said',
            maxlength: LONGEST_LINE,
            autocomplete: 'off',
            value: textOf(typed),
          },
        })}
      `,
      button: only
        ? html`
          <button class="button" name="day" value="${only.value}">
            ${words.interestThen(only.said)}
          </button>
          <button name="day" value="">${words.interestTalk}</button>
        `
        : look === 'main'
          ? mainButton(words.interest[kind])
          : html`<button class="button quiet">${interestSaid(kind, look, words)}</button>`,
    })}
  `
}

const textOf = (typed: unknown): string => (typeof typed === 'string' ? typed : '')

/** *Simone : au local*: where a word is left. */
function toWhom(notice: Notice, kit: Kit, read: Reader): Html | false {
  const way = wordWay(notice, kit, read)
  return way !== undefined && html`<p>${inTongue(linked(way), kit.request.lang)}</p>`
}

/** The way to somebody who is reached by somebody else: a word, as plain to see as a telephone. */
const leavingWord = (notice: Notice, kit: Kit, read: Reader, words: Words): Html | false =>
  !isReachedByPhone(notice) &&
  hasTable(read, 'word_home') &&
  html`
    ${toWhom(notice, kit, read)}
    ${button(
      `/mot?annonce=${notice.row.id}`,
      notice.row.who ? words.leaveWordTo(notice.row.who) : words.leaveWord,
      asksHowMuch(read, notice) ? 'second' : 'main',
    )}
  `
/** A number, ticked or typed among the words. */
const isReachedByPhone = ({ row: { reachBy, reach } }: Notice): boolean =>
  reachBy === 'phone' || (reachBy === null && ((reach ?? '').match(/\d/g) ?? []).length >= 8)
