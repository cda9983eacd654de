import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import { may } from '../../../contract/permission.ts'
import type { NoticeSeen } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { onDay } from '../../../text/days.ts'
import { formField } from '../../../ui/field.ts'
import { actButton, hidden, mainButton, post } from '../../../ui/post.ts'
import { note, refused, said } from '../../../ui/say.ts'
import { crumbs, fieldList } from '../../../ui/sheet.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { mayStopAsking } from '../model/commands.ts'
import {
  asksNow,
  awaitsTelling,
  letterRefused,
  mayBeSaid,
  memberKnown,
  membersKnown,
  newsFor,
  type SaidOn,
  takesBack,
  type WholeDeal,
  wholeOf,
} from '../model/read.ts'
import { dealAnswer, deed } from '../model/records.ts'
import {
  AWAY,
  isTelling,
  type Party,
  type PartyStatement,
  possible,
  type Says,
  speaksFor,
  thanksOf,
  toldOf,
} from '../model/rules.ts'
import { DEALS } from '../model/sides.ts'
import { reaching } from './reaching.ts'
import { calledOf, type DealWords, endSaid, newsOf, titleOf, waitedSaid, whoSays } from './say.ts'

/**
 * One deal, for those who make it and those who write for them. Over http, its notice and its state
 * alone.
 */
const one: Page<DealWords> = {
  path: `${DEALS}/:id`,
  who: 'neighbour',
  show: (kit, read, words): Leaf | undefined => {
    const whole = wholeOf(read, kit.request.params['id'] ?? '')
    if (!whole || !isTheirs(whole, kit.request)) return undefined
    const title = titleOf(whole, kit.request, words)
    const wrong =
      kit.request.again &&
      refused(
        [
          {
            sentence: kit.request.again.refused,
            ...(kit.request.again.field ? { field: kit.request.again.field } : {}),
          },
        ],
        kit.request.lang,
      )
    const kept = kit.request.private
      ? html`${whatIsSaid(whole, kit.request, words)}${thanks(whole, words)}`
      : html`${noticeLinks(whole)}${note(words.atTheBox)}`
    const body = html`
      ${said(kit.request.said)}
      <div class="one">
        <article class="sheet done-side">
          ${crumbs(
            [{ href: DEALS, words: kit.request.by === 'keeper' ? words.all : words.mine }],
            kit.request.lang,
          )}
          <h1${TONGUE}>${title}</h1>
          ${wrong}
          ${newsLine(whole, kit, words)}
          <p><b>${stateOf(whole, kit.request, words)}</b></p>
          ${reaching(whole, kit.request, read, words)}
          ${askedLine(whole, kit.request, read, words)}
          ${kept}
          ${toldLine(whole, read, words)}
          ${acts(whole, kit, read, words)}
          ${again(whole, words)}
          ${goingBack(whole, kit, read, words)}
          ${stopping(whole, kit, words)}
          ${closing(whole, kit, words)}
          ${kit.request.private && whole.said.length > 0 && steps(whole, kit.request, read, words)}
        </article>
      </div>
    `
    return { title, body }
  },
}

/** Whoever makes it, wrote it down, or keeps the page. */
const isTheirs = ({ row, parties }: WholeDeal, request: Request): boolean =>
  parties.some(party => speaksFor(request, party)) ||
  (request.me !== undefined &&
    (row.keyedBy ?? []).includes(request.me) &&
    may(request.by, 'speakFor') === 'yes')

function stateOf(whole: WholeDeal, request: Request, words: DealWords): string {
  const { row, state } = whole
  if (state === 'fallen') return endSaid(whole, request, words)
  if (state === 'done' && row.doneOn)
    return words.doneOn(onDay(row.doneOn, request.lang, request.today))
  return waitedSaid(whole, request, words) ?? words.statesOne[state]
}

/** What the other side said last, until they who read say that they saw it. */
const newsLine = (whole: WholeDeal, kit: Kit, words: DealWords): Html | false =>
  newsFor(whole, kit.request).length > 0 &&
  html`
    <div class="note">
      <p>${capital(newsOf(whole, kit.request, words))}${words.stop}</p>
      ${actButton(kit.form(), `${DEALS}/${whole.row.id}/vu`, {
        look: 'inline no-print',
        hidden: { from: `${DEALS}/${whole.row.id}` },
        button: words.seen,
      })}
    </div>
  `
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const noticeLinks = ({ notices }: WholeDeal): Html =>
  html`${notices.map(one => html`<p><a href="/annonces/${one.id}"${TONGUE}>${one.title}</a></p>`)}`

function whatIsSaid(
  { row, parties, notices }: WholeDeal,
  request: Request,
  words: DealWords,
): Html | false {
  const labels = words.types.deal.fields
  const links = notices.map(
    (one, i) => html`${i > 0 && ', '}<a href="/annonces/${one.id}"${TONGUE}>${one.title}</a>`,
  )
  return fieldList([
    {
      label: labels.parties.label,
      value: words.and(
        parties.map(party =>
          party.member !== null && party.member === request.me ? words.you : calledOf(party, words),
        ),
      ),
    },
    { label: labels.when.label, value: row.when },
    { label: labels.where.label, value: row.where },
    { label: words.wentWith, value: row.asked === true && whatWent(row, words) },
    { label: words.theirPhone, value: row.box !== null && row.asked !== true && row.phone },
    { label: words.fromNotice, value: links.length > 0 && html`${links}` },
  ])
}

const whatWent = ({ named, phone }: WholeDeal['row'], words: DealWords): string => {
  const all = [...(named === true ? [words.itsName] : []), ...(phone === null ? [] : [phone])]
  return all.length > 0 ? words.and(all) : words.nothingWent
}

/** What is decided in another box: asked, and since when; or why it could do nothing of it. */
function askedLine(
  { row, state, parties, said: all }: WholeDeal,
  request: Request,
  read: Reader,
  words: DealWords,
): Html | false {
  const away = parties.find(party => party.away !== undefined)
  if (!away) return false
  const called = away.away || words.anotherBox
  if (row.asked !== true) {
    const isTheirs = state === 'proposed' && possible(state, all, AWAY).includes('yes')
    return isTheirs && html`<p>${words.theirsToSay(called)}</p>`
  }
  if (letterRefused(read, row.id)) return html`<p>${words.refusedAway(called)}</p>`
  const now = asksNow({ row, said: all })
  if (!now) return false
  return html`
    <p>
      ${
        request.private && now.on
          ? words.askedOn(called, onDay(now.on, request.lang, request.today))
          : words.askedSaid(called)
      }
    </p>
  `
}

function stopping(whole: WholeDeal, kit: Kit, words: DealWords): Html | false {
  const isMine = whole.parties.some(party => speaksFor(kit.request, party))
  return (
    isMine &&
    mayStopAsking(whole) &&
    post(kit.form(), `${DEALS}/${whole.row.id}/ne-plus-demander`, {
      look: 'form no-print',
      hidden: { from: `${DEALS}/${whole.row.id}` },
      fields: html`<p>${words.stopAskingHint}</p>`,
      button: words.stopAsking,
    })
  )
}

/** What they said to each other once it was done: read by them alone until it is told. */
function thanks({ parties, said: all }: WholeDeal, words: DealWords): Html {
  const lines = parties.flatMap(party => {
    const saying = thanksOf(all, party.key)
    return saying === null
      ? []
      : [
          html`
            <blockquote${TONGUE}>
              <p>${words.thanked(saying, calledOf(party, words))}</p>
            </blockquote>
          `,
        ]
  })
  return html`${lines}`
}

const toldLine = ({ row }: WholeDeal, read: Reader, words: DealWords): Html | false => {
  const told = row.deed === null ? undefined : read.one(deed, row.deed)
  return (
    told !== undefined &&
    html`<p>${words.told}${words.colon}<a href="/faits/${told.id}"${TONGUE}>${told.title}</a></p>`
  )
}

/** What one alone closed or agreed to, they may open again as long as nothing followed. */
const goingBack = (whole: WholeDeal, kit: Kit, read: Reader, words: DealWords): Html | false =>
  takesBack(whole, kit.request, read) !== undefined &&
  post(kit.form(), `${DEALS}/${whole.row.id}/revenir`, {
    look: 'form no-print',
    hidden: { from: `${DEALS}/${whole.row.id}` },
    button: html`<button class="quiet">${words.goBackWhole}</button>`,
  })

/** A no is for this time: while its notice stands, it may be proposed again. */
const again = ({ state, notices }: WholeDeal, words: DealWords): Html | false =>
  state === 'fallen' &&
  notices.some(one => !one.isClosed) &&
  html`
    <p class="acts no-print">
      <a
        class="button"
        href="${DEALS}/nouveau?annonce=${notices.find(one => !one.isClosed)?.id ?? ''}"
      >
        ${words.again}
      </a>
    </p>
  `

/** Each of those for whom this person may answer, and what they may say now. */
function acts(whole: WholeDeal, kit: Kit, read: Reader, words: DealWords): Html {
  const mine = whole.parties
    .map((party, place) => ({ party, place }))
    .filter(({ party }) => speaksFor(kit.request, party))
  return html`
    ${mine.map(({ party, place }) => {
      const may = mayBeSaid(whole, party.key)
      if (may.length === 0) return false
      const isMe = party.member !== null && party.member === kit.request.me
      const title = isMe
        ? words.acts
        : kit.request.private
          ? words.actsFor(calledOf(party, words))
          : words.actsOther
      const kept = { whole, party, place, kit, read, words, isMe }
      return html`
        <div class="part stack no-print">
          <h2>${title}</h2>
          ${
            may.includes('tell')
              ? kit.request.private
                ? telling(kept)
                : tellingElsewhere(kept)
              : buttons(kept, may)
          }
        </div>
      `
    })}
  `
}

type Acting = Readonly<{
  whole: WholeDeal
  party: Party
  place: number
  kit: Kit
  read: Reader
  words: DealWords
  isMe: boolean
}>

const token = ({ whole, place, kit }: Acting): Html =>
  html`${kit.form()}${hidden({ from: `${DEALS}/${whole.row.id}`, party: place })}`
const actionOf = ({ whole }: Acting): string => `${DEALS}/${whole.row.id}/repondre`

function buttons(of: Acting, may: readonly Says[]): Html {
  const { words, whole, party } = of
  const label = (says: Says): string =>
    says === 'no' && whole.state === 'proposed' && !may.includes('yes')
      ? words.buttons.takeBack
      : words.buttons[says as keyof DealWords['buttons']]
  const lead =
    may.includes('keep') &&
    isTelling(whole.said, party.key) &&
    html`
      <p>
        ${
          of.isMe
            ? words.agreesToTell
            : words.agreesFor(of.kit.request.private ? calledOf(party, words) : words.thisPerson)
        }
      </p>
    `
  const rather = may.includes('other') && anotherTime(of)
  return html`
    ${lead}
    ${post(token(of), actionOf(of), {
      button: html`${may
        .filter(says => says !== 'other')
        .map(
          (says, i) =>
            html`
              <button
                name="says"
                value="${says}"${
                  i === 0 && says !== 'keep' && says !== 'no' && html` class="button done-side"`
                }
              >
                ${label(says)}
              </button>
            `,
        )}`,
    })}
    ${rather}
  `
}

/** *Plutôt un autre moment*: a yes, if the other can then. */
function anotherTime(of: Acting): Html {
  const { words, place, kit } = of
  const { label, hint } = words.types['deal-answer'].fields.when
  const isWrong = kit.request.again?.field === 'when'
  const id = `f-when-${place}`
  return post(token(of), actionOf(of), {
    fields: formField({
      id,
      label,
      hint,
      error: isWrong && kit.request.again?.refused,
      control: html`
        <input
          id="${id}"
          name="when"
          maxlength="${dealAnswer.fields.when.longest}"
          autocomplete="off"
          aria-describedby="${id}-h${isWrong && ` ${id}-e`}"
        >
      `,
    }),
    button: html`<button name="says" value="other">${words.buttons.other}</button>`,
  })
}

/**
 * *On peut le raconter*, with or without the first name, and a thank-you: nothing is ticked
 * beforehand.
 */
function telling(of: Acting): Html {
  const { words, place, isMe, party } = of
  const tick = (name: string, label: string): Html =>
    html`
      <label class="choice" for="f-${name}-${place}">
        <input type="checkbox" id="f-${name}-${place}" name="${name}" value="1">
        ${label}
      </label>
    `
  const named = isMe ? words.named : words.namedFor(calledOf(party, words))
  const label = words.types['deal-answer'].fields.thanks
  const again =
    awaitsTelling(of.whole) &&
    html`
      <p>
        ${words.tellAgain(
          words.and(
            of.whole.parties.flatMap(one => (one.away === undefined ? [] : whoSays(one, words))),
          ),
        )}
      </p>
    `
  return html`
    ${again}
    ${post(token(of), actionOf(of), {
      hidden: { says: 'thank' },
      fields: html`
        <fieldset class="group-field">
          <legend>${words.tell}</legend>
          <p class="hint">${words.tellHint} ${preview(of)}</p>
          <div class="choices">${tick('tell', words.tellYes)}${tick('named', named)}</div>
        </fieldset>
        ${formField({
          id: `f-thanks-${place}`,
          label: label.label,
          hint: label.hint,
          control: html`
            <textarea
              class="short"
              id="f-thanks-${place}"
              name="thanks"
              maxlength="${dealAnswer.fields.thanks.longest}"
              aria-describedby="f-thanks-${place}-h"
            ></textarea>
          `,
        })}
      `,
      button: mainButton(words.send, 'done'),
    })}
  `
}

/** Nobody agrees to a sentence that they could not read; to say no, none is needed. */
const tellingElsewhere = (of: Acting): Html =>
  html`<p>${of.words.tellAtTheBox}</p>${buttons(of, ['keep'])}`

/** The sentence as strangers would read it if nobody were named. */
function preview({ whole: { row, parties }, read, words }: Acting): string {
  const nobody = parties.map(
    ({ key }): PartyStatement => ({ key, says: 'tell', named: false, thanks: null }),
  )
  const others = membersKnown(read).map(({ name }) => name)
  return words.willBeTold(
    toldOf(row.what ?? '', { parties, said: nobody }, others, {
      someone: words.someone,
      plainly: words.plainly,
    }).title,
  )
}

/** What was agreed on is no longer wanted of anybody else: its notice may leave the lists. */
function closing({ state, notices }: WholeDeal, kit: Kit, words: DealWords): Html | false {
  if (state !== 'agreed' && state !== 'done') return false
  const open = notices.filter(one => !one.isClosed && mayClose(one, kit.request))
  return (
    open.length > 0 &&
    html`
      <div class="part stack no-print">
        <p>${words.closeLead}</p>
        ${open.map(
          one =>
            html`
              <p><a href="/annonces/${one.id}"${TONGUE}>${one.title}</a></p>
              ${actButton(kit.form(), '/annonces/fermer', {
                hidden: { id: one.id, from: `/annonces/${one.id}` },
                button: words.close,
              })}
            `,
        )}
      </div>
    `
  )
}
const mayClose = ({ author, keyedBy }: NoticeSeen, { by, me }: Request): boolean =>
  by === 'keeper' || (me !== undefined && (author === me || keyedBy === me))

/** Who said what, when, and who wrote it down for them. */
function steps(
  { parties, said: all }: WholeDeal,
  request: Request,
  read: Reader,
  words: DealWords,
): Html {
  const line = (one: SaidOn): Html => {
    const party = parties.find(({ key }) => key === one.key)
    const keyed =
      one.saidBy === 'relay'
        ? words.keyedBy(memberKnown(read, one.keyedBy ?? '')?.name || words.someone)
        : one.saidBy === 'keeper' && words.keyedByKeeper
    // The first yes is the proposal itself.
    const step = one.undid
      ? words.stepBack[one.undid]
      : one === all[0] && one.says === 'yes'
        ? words.step.proposed
        : words.step[one.says]
    return html`
      <li>
        ${step(
          party ? whoSays(party, words) : words.someone,
          onDay(one.on ?? '', request.lang, request.today),
        )}
        ${keyed}
        ${words.stop}
      </li>
    `
  }
  return html`
    <div class="part stack"><h2>${words.steps}</h2><ul class="history">${all.map(line)}</ul></div>
  `
}

export const onePages: readonly Page<DealWords>[] = [one]
