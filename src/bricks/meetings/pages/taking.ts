import { type Html, html } from '../../../contract/html.ts'
import type { Leaf, PageContext } from '../../../contract/page.ts'
import { isShownByCard } from '../../../contract/permission.ts'
import type { Request } from '../../../contract/request.ts'
import type { Slots } from '../../../contract/slots.ts'
import { sayAmount } from '../../../text/amounts.ts'
import { POINT } from '../../../ui/board.ts'
import { actButton, mainButton, post } from '../../../ui/post.ts'
import { mistakeIn, said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { saidBy } from '../../../ui/speaking.ts'
import { inTongue, TONGUE } from '../../../ui/tongue.ts'
import { mineTo, reachesOf, takersOf } from '../model/read.ts'
import { response } from '../model/records.ts'
import {
  amountOf,
  type NoticeAsked,
  noticeAsked,
  type TakerRow,
  takingOf,
} from '../model/taking.ts'
import type { MeetingWords } from './say.ts'
import { fieldsOf, isTheirs } from './taking-fields.ts'

/** *Qui en prend*: on the page of a notice that has an amount, and the form alone on its own. */

type Context = PageContext<MeetingWords>

/** How much one said: a number with its unit, else their words. */
function amountSaid(of: NoticeAsked, one: TakerRow, lang: Request['lang']): string {
  const n = of.whole && amountOf(one, of.whole)
  if (of.whole && n !== undefined) return sayAmount(n, of.whole.unit, lang)
  return typeof one.amount === 'number' && one.unit
    ? sayAmount(one.amount, one.unit, lang)
    : (one.saying ?? '')
}

/** *Pris : 260 kg sur 400 kg. Il manque 140 kg pour faire la palette.* */
function stands(of: NoticeAsked, answers: readonly TakerRow[], { kit, words }: Context): Html {
  const w = words.taking
  const { people, taken, left, over } = takingOf(answers, of.whole)
  if (!of.whole || left === null) return html`${people.length === 0 && html`<p>${w.nobody}</p>`}`
  const { unit } = of.whole
  const say = (n: number): string => sayAmount(n, unit, kit.request.lang)
  const rest =
    over > 0
      ? w.tooMuch(say(over))
      : left === 0
        ? w.all[of.isShared ? 'bring' : of.side]
        : of.isShared
          ? w.missing(say(left), of.whole.of ? w.theWhole(of.whole.of) : w.theCount)
          : w.left[of.side](say(left))
  // Of what is over nothing is missing, nor left.
  const line = `${w.taken[of.side](say(taken), say(of.whole.n))}${of.isClosed ? '' : ` ${rest}`}`
  return html`<p><b>${line}</b></p>`
}

/**
 * Who takes how much: one line for each. To the notice’s author it leads to the thread of the two;
 * the keeper leaves a word.
 */
function people(of: NoticeAsked, answers: readonly TakerRow[], context: Context): Html | false {
  const { kit, read, words } = context
  const { request } = kit
  const all = takingOf(answers, of.whole).people
  const isAuthor = isTheirs(of, request)
  const ids = all.map(({ id }) => id)
  const threads = (isAuthor ? read.published.partThreads?.(ids) : undefined) ?? new Map()
  // A name that is kept apart is read where nobody listens.
  const isTold = isAuthor && isShownByCard(request)
  const known = (one: TakerRow): string | null =>
    one.firstName || (isTold ? (read.one(response, one.id, 'home')?.knownAs ?? null) : null)
  const nameOf = (one: TakerRow): string =>
    one.toldTo && one.firstName
      ? `${one.firstName} (${saidBy(request, one.toldTo, one.firstName)})`
      : known(one) || words.taking.unnamed
  const isLed = isAuthor || request.by === 'keeper'
  const line = (one: TakerRow): Html => html`
    <li>
      ${inTongue(words.taking.line(nameOf(one), amountSaid(of, one, request.lang)), request.lang)}
      ${isLed && writingTo(known(one), threads.get(one.id), context)}
    </li>
  `
  return all.length > 0 && html`<ul class="notices">${all.map(line)}</ul>`
}
/** To the thread in which it was said; who said it elsewhere is left a word. */
function writingTo(
  name: string | null,
  thread: string | undefined,
  context: Context,
): Html | false {
  const { kit, words } = context
  if (thread === undefined && !name) return false
  const href = thread ?? `/mot?${new URLSearchParams({ pour: name ?? '' }).toString()}`
  const said = thread === undefined ? words.taking.leaveWord : words.taking.writeTo
  return html`
    <span class="no-print">
      ${POINT}
      <a href="${href}">${inTongue(said(name || words.taking.unnamed), kit.request.lang)}</a>
    </span>
  `
}

/** How to reach those who said so, where nobody listens: for the notice’s author and the keeper. */
function forAuthor(of: NoticeAsked, answers: readonly TakerRow[], context: Context): Html | false {
  const { kit, read, words } = context
  if (!isTheirs(of, kit.request) && kit.request.by !== 'keeper') return false
  const ids = answers.map(({ id }) => id)
  const reaches = isShownByCard(kit.request) ? reachesOf(read, ids) : new Map<string, string>()
  const lines = answers.flatMap(one => {
    const reach = reaches.get(one.id)
    const name = one.firstName || read.one(response, one.id, 'home')?.knownAs
    return reach ? [words.taking.line(name || words.taking.unnamed, reach)] : []
  })
  return html`
    ${
      lines.length > 0 &&
      html`
        <h3>${words.taking.forYou}</h3>
        <ul class="notices">${lines.map(line => html`<li${TONGUE}>${line}</li>`)}</ul>
      `
    }
    ${
      !of.isClosed &&
      answers.length > 0 &&
      actButton(kit.form(), '/annonces/fermer', {
        hidden: { id: of.id },
        button: words.taking.full,
      })
    }
  `
}

/** The act of the form: the main one of its own page, the second one of the notice's page. */
type Rank = 'main' | 'second'
const actRanked = (rank: Rank, label: string): Html =>
  rank === 'main' ? mainButton(label) : html`<button class="button quiet">${label}</button>`

function form(of: NoticeAsked, answers: readonly TakerRow[], context: Context, rank: Rank): Html {
  const { kit, read, words } = context
  const { me, lang } = kit.request
  const w = words.taking
  const [id] = me === undefined ? [] : mineTo(read, of.id, me)
  const mine = answers.find(one => one.id === id) ?? (id && read.one(response, id, 'home'))
  const amount = mine ? amountSaid(of, mine, lang) : ''
  const isNoted = isTheirs(of, kit.request) || kit.request.by === 'keeper'
  return html`
    ${mistakeIn(kit.request)}
    ${mine && html`<p><b>${inTongue(w.yours(amount), lang)}</b></p>`}
    ${post(kit.form(), `/repondre/${of.id}`, {
      unchecked: true,
      fields: fieldsOf(of, amount, context),
      button: actRanked(rank, isNoted ? w.note : mine ? w.correct : w.act[of.side]),
    })}
    ${
      mine &&
      actButton(kit.form(), `/repondre/${of.id}/reprendre`, {
        hidden: { from: kit.request.path },
        button: w.takeBack,
      })
    }
  `
}

/** Where it stands and who: on the notice’s page, with the form of whoever holds a card. */
export const onNotice: NonNullable<Slots<MeetingWords>['onRecord']> = (
  kit,
  read,
  words,
  { type, id },
) => {
  if (type.name !== 'offer' && type.name !== 'need') return undefined
  const of = noticeAsked(read, id)
  if (!of) return undefined
  const answers = takersOf(read, of.id)
  if (of.isClosed && answers.length === 0) return undefined
  const context = { kit, read, words }
  const isShort = kit.request.me === undefined
  return html`
    <div class="part stack">
      <h2>${words.taking.title[of.side]}</h2>
      ${stands(of, answers, context)}
      ${people(of, answers, context)}
      ${forAuthor(of, answers, context)}
      ${
        !of.isClosed &&
        html`
          <div class="stack no-print">
            ${
              isTheirs(of, kit.request) || kit.request.by === 'keeper'
                ? html`<p><a href="/repondre/${of.id}">${words.taking.forSomebody}</a></p>`
                : isShort
                  ? html`
                  <p class="acts">
                    <a class="button quiet" href="/repondre/${of.id}">
                      ${words.taking.act[of.side]}
                    </a>
                  </p>
                `
                  : form(of, answers, context, 'second')
            }
            ${
              !kit.isByCard(of.id) &&
              html`
                <p class="hint">
                  <a href="/imprimer/qui-en-prend/${of.id}">${words.taking.paper}</a>
                </p>
              `
            }
          </div>
        `
      }
    </div>
  `
}

/** The same alone, for a visitor, a relay, or a form that comes back. */
export function takingLeaf(of: NoticeAsked, context: Context): Leaf {
  const { kit, read, words } = context
  const answers = takersOf(read, of.id)
  const body = html`
    ${said(kit.request.said)}
    <div class="one">
      <article class="sheet ${of.side === 'take' ? 'offer-side' : 'need-side'}">
        ${crumbs([{ href: `/annonces/${of.id}`, words: words.taking.theNotice }], kit.request.lang)}
        <h1${TONGUE}>${of.title}</h1>
        ${stands(of, answers, context)}
        ${people(of, answers, context)}
        ${of.isClosed ? html`<p>${words.taking.closed}</p>` : form(of, answers, context, 'main')}
      </article>
    </div>
  `
  return { title: words.answerTo(of.title), body, current: '/annonces' }
}
