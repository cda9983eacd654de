import { type Html, html } from '../../../contract/html.ts'
import { keeperSaid } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { NoticeKept } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { ToDo } from '../../../contract/to-do.ts'
import { onDay } from '../../../text/days.ts'
import { notice, notices } from '../../../ui/board.ts'
import { readElsewhere } from '../../../ui/elsewhere.ts'
import { formField } from '../../../ui/field.ts'
import { actButton, mainButton, post } from '../../../ui/post.ts'
import { saidWord } from '../../../ui/said-word.ts'
import { mistakeIn, said } from '../../../ui/say.ts'
import { crumbs, fieldList } from '../../../ui/sheet.ts'
import { within } from '../../../ui/tongue.ts'
import { unbroken } from '../../../ui/value.ts'
import { SEEN_NEWS, waitsList } from '../../../ui/waits.ts'
import { writesReply } from '../model/commands-replies.ts'
import {
  hiddenSince,
  inThreads,
  isCalled,
  isNumberHidden,
  isUnchecked,
  type MemberRow,
  memberOf,
  noticesOf,
  relaysOf,
  replyTo,
  signedOf,
  type WordRow,
  wordsFor,
  wordsLeftBy,
} from '../model/read.ts'
import { relay } from '../model/records.ts'
import { leftOn, nameIn, stateOf } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { myCharges } from './pages-charges.ts'
import { act, agreements, endsWith, known, reached, unreached } from './parts.ts'
import { replyForm, replySaid } from './replying.ts'
import { takingBack } from './taking-back.ts'

type Words = typeof fr
const MINE = '/moi'

/**
 * *Ma page*: what this box knows of the person who reads it. Over http nothing private of it is
 * shown, not even to them.
 */
const mine: Page<Words> = {
  path: MINE,
  who: 'neighbour',
  show: (kit, read, words): Leaf | undefined => {
    const row = kit.request.me === undefined ? undefined : memberOf(read, kit.request.me)
    if (!row) return undefined
    const wrong = mistakeIn(kit.request)
    const { lang } = kit.request
    const whole = { lang, token: kit.form(), page: MINE, isWhole: true }
    const mots = kit.request.by === 'relay' && html`<p><a href="/mes-mots">${words.myWords}</a></p>`
    const body = html`
      ${said(kit.request.said)}
      <div class="one">
        <article class="sheet">
          <h1>${words.mine}</h1>
          ${wrong}
          ${waitsList(elsewhere(kit.waits()), whole)}
          ${seenBefore(row, words)}
          ${numberHidden(row, kit, read, words)}
          ${mots}
          ${theirs(kit)}
          ${myNotices(row, kit, read, words)}
          ${kit.request.private ? kept(row, kit, read, words) : readElsewhere(kit.request)}
        </article>
      </div>
    `
    return { title: words.mine, body }
  },
}

/** What other bricks keep for them: what they booked, their arrangements. */
const theirs = (kit: Kit): Html | false => {
  const links = kit.memberLinks()
  return (
    links.length > 0 &&
    html`
      <ul class="links no-print">
        ${links.map(({ href, words }) => html`<li><a href="${href}">${words}</a></li>`)}
      </ul>
    `
  )
}

/** Back to the news that were said to be seen. */
const seenBefore = ({ seen }: MemberRow, { seenBefore: said }: Words): Html | false =>
  (seen ?? []).length > 0 && html`<p class="no-print"><a href="${SEEN_NEWS}">${said}</a></p>`

/** What has its part on this very page is not told above it. */
const elsewhere = (all: readonly ToDo[]): readonly ToDo[] =>
  all.filter(({ href, news }) => news !== undefined || href !== MINE)

/** Where somebody hid their number, one act shows it again. */
const numberHidden = (row: MemberRow, kit: Kit, read: Reader, words: Words): Html | false =>
  isNumberHidden(read, row.id) &&
  html`
    <div class="note">
      <p>${words.myNumberHidden}</p>
      ${act(kit, '/c-est-mon-numero/remontrer', words.showMyNumber)}
    </div>
  `

/** Those of the page are everybody's to read; what was taken off it, and why, is theirs alone. */
function myNotices(row: MemberRow, kit: Kit, read: Reader, words: Words): Html {
  const all = noticesOf(read, row.id).filter(one => one.isShown || kit.request.private)
  const hidden = hiddenSince(read, all)
  // Their own number has its button above; of another's, the keeper is asked.
  const isOwn = isNumberHidden(read, row.id)
  const hiddenSaid = (day: string): string =>
    isOwn
      ? words.ownNumberHidden(day)
      : words.numberHidden(day, keeperSaid(kit.territory, words.throughKeeper))
  const line = (one: NoticeKept): Html => {
    const since = hidden.get(one.id)
    const here = one.isByCard ? words.shownByCard : one.isHere && words.shownHere
    const where = since ? hiddenSaid(onDay(since, kit.request.lang, kit.request.today)) : here
    if (one.isShown)
      return notice({ title: one.title, href: `/annonces/${one.id}`, ...(where ? { where } : {}) })
    return notice({
      title: one.title,
      where: one.isWaiting
        ? words.waitsToBeRead
        : one.why === null
          ? words.notShown
          : words.hidden(one.why),
    })
  }
  const acts = html`
    <p class="acts no-print">
      <a class="button offer-side" href="/annonces/proposer">${words.propose}</a> <a
        class="button need-side" href="/annonces/chercher">${words.search}</a>
    </p>
  `
  return html`
    <h2>${words.myNotices}</h2>
    ${all.length > 0 ? notices(all.map(line)) : html`<p class="empty">${words.noNotice}</p>`}
    ${acts}
    <p class="no-print"><a href="${MINE}/ecrits">${words.written}</a></p>
  `
}

function kept(row: MemberRow, kit: Kit, read: Reader, words: Words): Html {
  const keeper = keeperSaid(kit.territory, words.throughKeeper)
  return html`
    ${relaying(row, kit, read, words)}
    ${myCharges(row.id, kit, read, words)}
    ${leftForMe(wordsFor(read, row.id), kit, read, words)}
    ${leftByMe(wordsLeftBy(read, row.id), kit, read, words)}
    <h2>${words.knownOfMe}</h2>
    ${known(row, kit, read, words)}
    <p class="hint">${within(words.mendMine(keeper), keeper, kit.request.lang)}</p>
    ${agreements(row, kit, read, words)}
    <div class="stack no-print">
      ${phraseForm(kit, words)}
      ${lostCard(kit, words)}
      <h2>${words.takeAll}</h2>
      <p>${words.takeAllLead} <a href="${MINE}/tout.json" download>${words.takeAll}</a></p>
      <h2>${words.forgetMe}</h2>
      <p>${words.forgetMeLead} <a href="${MINE}/oublier">${words.forgetMe}</a></p>
    </div>
  `
}

/** For who wants no card: their first name and a phrase open this page. */
const phraseForm = (kit: Kit, words: Words): Html =>
  html`
    <h2>${words.myPhrase}</h2>
    ${post(kit.form(), `${MINE}/phrase`, {
      hidden: { from: false },
      fields: formField({
        id: 'f-phrase',
        label: words.aPhrase,
        hint: words.phraseHint,
        input: { name: 'phrase', type: 'password', autocomplete: 'new-password', maxlength: 200 },
      }),
      button: words.choosePhrase,
    })}
  `

/** A lost card is closed by its person, while a visit of theirs is open. */
const lostCard = (kit: Kit, words: Words): Html =>
  html`
    <details>
      <summary>${words.lostCard.title}</summary>
      <p>${words.lostCard.lead}</p>
      ${actButton(kit.form(), `${MINE}/carte-perdue`, { button: words.lostCard.act })}
    </details>
  `

/** The answer to a word that one wrote down for somebody: it is for them. */
const isForAnother = ({ about, forWhom }: WordRow, { request }: Kit): boolean =>
  about === null && forWhom !== null && !isCalled(request.called ?? '', nameIn(forWhom))

function leftForMe(all: readonly WordRow[], kit: Kit, read: Reader, words: Words): Html {
  const one = (row: WordRow): Html => {
    const from = words.wordFrom(
      signedOf(row, read, words),
      onDay(leftOn(row), kit.request.lang, kit.request.today),
    )
    return html`
      <li id="m-${row.id}">
        <h3>${unbroken(from)}</h3>
        ${isForAnother(row, kit) && html`<p>${words.handing.isFor(row.forWhom ?? '')}</p>`}
        ${saidWord(row.said, kit.request.lang)}
        ${row.reach && html`<p class="where">${words.answerAt(row.reach)}</p>`}
        <div class="acts">
          ${row.handedOn === null && act(kit, `${MINE}/mots/${row.id}/lu`, words.iHaveRead)}
          ${
            replyTo(read, row.id, kit.request) &&
            html`<a class="button quiet" href="/mot?reponse=${row.id}">${words.handing.reply}</a>`
          }
        </div>
        ${replySaid(row, kit, words)}
        ${
          writesReply(row, kit.request.me) &&
          replyForm(row, kit, words, {
            path: `${MINE}/mots/${row.id}/reponse`,
            summary: words.handing.reply,
          })
        }
      </li>
    `
  }
  return html`
    <h2>${words.wordsForMe}</h2>
    ${all.length > 0 ? notices(all.map(one)) : html`<p class="empty">${words.noWordForMe}</p>`}
    ${all.some(isUnchecked) && html`<p class="hint">${words.uncheckedNames}</p>`}
  `
}

/** What became of each word that they left, where they may still correct it or take it back. */
function leftByMe(all: readonly WordRow[], kit: Kit, read: Reader, words: Words): Html | false {
  if (all.length === 0) return false
  const threaded = inThreads(read, all)
  const { lang, today } = kit.request
  const line = (row: WordRow): Html => {
    const { states, statesOn, toWhom } = words.handing
    const is = stateOf(row)
    const state = is === 'aside' && threaded.has(row.id) ? 'threadAside' : is
    const on = state === 'missed' ? row.missedOn : state === 'delivered' ? row.handedOn : null
    const said = state === 'missed' ? statesOn.missed : statesOn.delivered
    return html`
      <li>
        <h3>${unbroken(toWhom(row.forWhom ?? ''))}</h3>
        <p class="where">${on === null ? states[state] : said(onDay(on, lang, today))}</p>
        ${replySaid(row, kit, words)}
      </li>
    `
  }
  return html`
    <h2 id="laisses">${words.handing.leftByMe}</h2>
    ${notices(all.slice(0, MOST_LEFT).map(line))}
    <p class="no-print"><a href="${MINE}/ecrits">${words.written}</a></p>
  `
}
const MOST_LEFT = 10

/** Asked, they say yes in their own words, or no; accepted, they may stop. */
function relaying(row: MemberRow, kit: Kit, read: Reader, words: Words): Html | false {
  const [one] = relaysOf(read, row.id)
  if (!one) return false
  const stop = (button: string) => act(kit, `/relais/${one.id}/finir`, button)
  if (one.state === 'accepted') {
    const shown = read.one(relay, one.id)
    return html`
      <h2>${words.iAmRelay}</h2>
      ${
        shown &&
        fieldList(
          ['where', 'when'].map(name => ({
            label: words.types.relay.fields[name as 'where' | 'when'].label,
            value: shown[name as 'where' | 'when'],
          })),
        )
      }
      <p class="acts">
        <a class="button quiet" href="/relais/${one.id}/finir">${words.stopRelaying}</a>
      </p>
    `
  }
  const fields = html`<p><b>${one.name}</b></p>${kit.fields(relay, one, ['where', 'when'])}`
  return html`
    <h2 id="relais">${words.wouldYouRelay}</h2>
    <p>${words.relayLead} ${words.wouldYouLead}</p>
    ${post(kit.form(), `${MINE}/relais`, {
      hidden: { from: MINE },
      unchecked: true,
      fields,
      button: mainButton(words.iWill),
    })}
    ${stop(words.noThanks)}
  `
}

/** *Tout oublier de moi ?*: what goes, what can't be reached, and the button. */
const forgetting: Page<Words> = {
  path: `${MINE}/oublier`,
  who: 'neighbour',
  show: (kit, read, words): Leaf => {
    const button = kit.request.private
      ? post(kit.form(), `${MINE}/oublier`, {
          hidden: { from: `${MINE}/oublier` },
          button: html`<button>${words.forgetMeYes}</button> <a href="${MINE}">${words.keepMe}</a>`,
        })
      : readElsewhere(kit.request)
    const body = html`
      <div class="one">
        <article class="sheet">
          ${crumbs([{ href: MINE, words: words.mine }], kit.request.lang)}
          <h1>${words.forgetMeAsk}</h1>
          ${kit.request.private && endsWith(kit.request.me, read, words)}
          ${reached(words)}
          ${button}
        </article>
      </div>
    `
    return { title: words.forgetMe, body }
  },
}

/** What was done, and what could not be: for whoever has no page of their own any more. */
const gone: Page<Words> = {
  path: '/oubli',
  show: (kit, _read, words): Leaf => {
    const body = html`
      ${said(kit.request.said)}
      <div class="one">
        <article class="sheet">
          <h1>${words.goneTitle}</h1>
          <p>${words.goneLead}</p>
          ${unreached(words)}
        </article>
      </div>
    `
    return { title: words.goneTitle, body }
  },
}

export const minePages: readonly Page<Words>[] = [mine, takingBack, forgetting, gone]
