import { type Html, html } from '../../../contract/html.ts'
import { keeperNamed } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import { hasTable } from '../../../contract/tables.ts'
import { formField } from '../../../ui/field.ts'
import { momentField } from '../../../ui/moment-field.ts'
import { mainButton, post } from '../../../ui/post.ts'
import { mistakeIn, mistakeOn } from '../../../ui/say.ts'
import { inTongue } from '../../../ui/tongue.ts'
import { linked } from '../../../ui/value.ts'
import { uiWords } from '../../../ui/words.ts'
import type { Notice } from '../model/rules.ts'
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
export function interestAct(notice: Notice, kit: Kit, read: Reader, words: Words): Html | false {
  const { id } = notice.row
  const isAway = isDecidedAway(read, notice.kind, id)
  const { by } = kit.request
  const isStranger = by === 'visitor' || by === 'host'
  if (!hasTable(read, 'deal_home') || (isAway && isStranger))
    return leavingWord(notice, kit, read, words)
  const way = !isReachedByPhone(notice) && toWhom(notice, kit, read)
  return html`${way}${actOf(notice, kit, read, words)}`
}

function actOf(notice: Notice, kit: Kit, read: Reader, words: Words): Html {
  const { id } = notice.row
  const { by, me } = kit.request
  const thread = me === undefined ? undefined : read.published.threadOf?.(id, me)
  if (thread !== undefined) return button(thread, words.interestGoOn)
  if (me === undefined || isDecidedAway(read, notice.kind, id))
    return button(`${INTEREST}?annonce=${id}`, words.interest[notice.kind])
  return html`
    ${oneLine(notice, kit, read, words)}
    ${
      by === 'relay' &&
      html`
        <p class="no-print">
          <a href="${INTEREST}?annonce=${id}">${words.interestForOther}</a>
        </p>
      `
    }
  `
}

/** Whether another box decides of a notice. */
function isDecidedAway(read: Reader, kind: Notice['kind'], id: string): boolean {
  const home = read.homeOf(kind, id)
  return home !== undefined && home !== read.boxes().me.name
}
const button = (href: string, label: string): Html =>
  html`<p class="acts no-print"><a class="button" href="${href}">${label}</a></p>`

/** Who hands the word over, and so reads it: said before it is sent. */
function readBy(id: string, read: Reader, words: Words): string | undefined {
  const by = read.published.handsWordsTo?.(id)
  if (by === undefined) return undefined
  return words.interestReadBy(by || (keeperNamed(read) ?? words.keeper))
}

function oneLine({ kind, row: { id } }: Notice, kit: Kit, read: Reader, words: Words): Html {
  const isBack = kit.request.again?.input['annonce'] === id
  const wrong = isBack && mistakeIn(kit.request)
  const typed = isBack ? kit.request.again?.input['said'] : ''
  return html`
    ${wrong}
    ${post(kit.form(), INTEREST, {
      look: 'form no-print',
      hidden: { annonce: id },
      fields: html`${momentField(
        read.published.momentsOf?.(id, kit.request) ?? [],
        isBack
          ? {
              typed: textOf(kit.request.again?.input['day']),
              error: mistakeOn(kit.request, 'day'),
            }
          : {},
        uiWords(kit.request.lang),
      )}${formField({
        id: 'f-said',
        label: words.interestLine,
        hint: readBy(id, read, words),
        input: {
          name: 'said',
          maxlength: LONGEST_LINE,
          autocomplete: 'off',
          value: textOf(typed),
        },
      })}`,
      button: mainButton(words.interest[kind]),
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
    )}
  `
/** A number, ticked or typed among the words. */
const isReachedByPhone = ({ row: { reachBy, reach } }: Notice): boolean =>
  reachBy === 'phone' || (reachBy === null && ((reach ?? '').match(/\d/g) ?? []).length >= 8)
