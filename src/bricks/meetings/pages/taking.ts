import { type Html, html } from '../../../contract/html.ts'
import type { Leaf, PageContext } from '../../../contract/page.ts'
import { isShownByCard } from '../../../contract/permission.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Slots } from '../../../contract/slots.ts'
import { sayAmount } from '../../../text/amounts.ts'
import { actButton, mainButton, post } from '../../../ui/post.ts'
import { mistakeIn, said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { inTongue, TONGUE } from '../../../ui/tongue.ts'
import { HOW_MUCH } from '../model/commands-taking.ts'
import { partsWaiting } from '../model/parts-waiting.ts'
import { answerOf, mineTo, reachesOf, takersOf } from '../model/read.ts'
import { response } from '../model/records.ts'
import {
  type NoticeAsked,
  noticeAsked,
  type TakerRow,
  type Taking,
  takingOf,
} from '../model/taking.ts'
import type { MeetingWords } from './say.ts'
import { amountSaid, asksIn, noted, people } from './takers.ts'
import { fieldsOf, isTheirs } from './taking-fields.ts'

/** *Qui en prend*: on the page of a notice that has an amount, and the form alone on its own. */

type Context = PageContext<MeetingWords>

/** *Pris : 260 kg sur 400 kg. Il manque 140 kg pour faire la palette.* */
function stands(of: NoticeAsked, taking: Taking, { kit, words }: Context): Html {
  const w = words.taking
  const { people, taken, kept, left } = taking
  if (!of.whole || left === null) return html`${people.length === 0 && html`<p>${w.nobody}</p>`}`
  const { unit } = of.whole
  const say = (n: number): string => sayAmount(n, unit, kit.request.lang)
  const line = [
    w.taken[of.side](say(taken), say(of.whole.n)),
    ...(kept > 0 ? [w.kept(say(kept))] : []),
    // Of what is over nothing is missing, nor left.
    ...(of.isClosed ? [] : [rest(of, taking, say, words)]),
  ]
  return html`<p><b>${line.join(' ')}</b></p>`
}
/** What is left, or missing, or too much. */
function rest(
  { side, isShared, whole }: NoticeAsked,
  { kept, left, over }: Taking,
  say: (n: number) => string,
  { taking: w }: MeetingWords,
): string {
  if (over > 0) return w.tooMuch(say(over))
  const as = isShared ? 'bring' : side
  if (!left) return kept > 0 ? w.allKept[as] : w.all[as]
  return isShared
    ? w.missing(say(left), whole?.of ? w.theWhole(whole.of) : w.theCount)
    : w.left[side](say(left))
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

function form(of: NoticeAsked, answers: readonly TakerRow[], context: Context): Html {
  const { kit, read, words } = context
  const { me, lang } = kit.request
  const w = words.taking
  const own = me === undefined ? [] : mineTo(read, of.id, me)
  const id = own.find(one => !of.declined.includes(one))
  const declined = id === undefined ? declinedOf(of, own, context) : undefined
  const mine = answers.find(one => one.id === id) ?? (id && read.one(response, id, 'home'))
  const standing = mine ? amountSaid(of, mine, lang) : ''
  const asks = mine && 'raise' in mine ? asksIn(of, mine, lang) : undefined
  const isAsked = asks !== undefined && mine && 'raise' in mine && mine.raise === 'asked'
  const amount = isAsked ? asks : standing
  const raise = asks && (isAsked ? w.stands(standing) : w.raiseDeclined(standing, asks))
  const isNoted = isTheirs(of, kit.request) || kit.request.by === 'keeper'
  return html`
    ${mine && html`<p><b>${inTongue(w.yours(amount), lang)}</b></p>`}
    ${raise && html`<p>${inTongue(raise, lang)}</p>`}
    ${declined && html`<p><b>${inTongue(w.declined(declined), lang)}</b></p>`}
    ${post(kit.form(), `/repondre/${of.id}`, {
      unchecked: true,
      // What is wrong stands at the top of the form's own page.
      hidden: { from: `/repondre/${of.id}` },
      fields: fieldsOf(of, amount, context),
      button: mainButton(isNoted ? w.note : mine ? w.correct : w.act[of.side]),
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

/** How much they asked for last, of what the notice's person declined. */
function declinedOf(
  of: NoticeAsked,
  own: readonly string[],
  { kit, read }: Context,
): string | undefined {
  const last = own.at(-1) ?? ''
  const row = answerOf(read, last)
  return row && amountSaid(of, row, kit.request.lang)
}

/** Whether nothing is left to take, for somebody who takes nothing yet. */
function isNoneLeft(of: NoticeAsked, { left }: Taking, { kit, read }: Context): boolean {
  if (of.side !== 'take' || of.isOrder || left !== 0) return false
  const { me } = kit.request
  return me === undefined || mineTo(read, of.id, me).every(id => of.declined.includes(id))
}

/** Who shows that they take some, and where it stands with what waits. */
function takingNow(
  of: NoticeAsked,
  read: Reader,
): Readonly<{ answers: readonly TakerRow[]; taking: Taking }> {
  const answers = takersOf(read, of)
  const waiting = of.isClosed ? [] : partsWaiting(read, of)
  return { answers, taking: takingOf(answers, of.whole, waiting) }
}

/**
 * The way to the form on its own page: of the keeper and the notice’s author, who note what
 * somebody else takes, and of a visitor. A member has the form itself.
 */
function wayToForm(of: NoticeAsked, { kit: { request }, words }: Context): Html | undefined {
  const w = words.taking
  if (isTheirs(of, request) || request.by === 'keeper')
    return html`<p><a href="/repondre/${of.id}">${w.forSomebody}</a></p>`
  if (request.me !== undefined) return undefined
  return html`
    <p class="acts">
      <a class="button" href="/repondre/${of.id}">${w.act[of.side]}</a>
    </p>
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
  const { answers, taking } = takingNow(of, read)
  if (of.isClosed && answers.length === 0) return undefined
  const context = { kit, read, words }
  return html`
    <div class="part stack">
      <h2>${words.taking.title[of.side]}</h2>
      ${kit.request.again && HOW_MUCH in kit.request.again.input && mistakeIn(kit.request)}
      ${stands(of, taking, context)}
      ${people(of, answers, context)}
      ${forAuthor(of, answers, context)}
      ${
        !of.isClosed &&
        html`
          <div class="stack no-print">
            ${noted(of, context)}
            ${
              isNoneLeft(of, taking, context)
                ? html`<p>${words.taking.noneLeft}</p>`
                : (wayToForm(of, context) ?? form(of, answers, context))
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
  const { answers, taking } = takingNow(of, read)
  const body = html`
    ${said(kit.request.said)}
    <div class="one">
      <article class="sheet ${of.side === 'take' ? 'offer-side' : 'need-side'}">
        ${crumbs([{ href: `/annonces/${of.id}`, words: words.taking.theNotice }], kit.request.lang)}
        <h1${TONGUE}>${of.title}</h1>
        ${mistakeIn(kit.request)}
        ${stands(of, taking, context)}
        ${people(of, answers, context)}
        ${!of.isClosed && noted(of, context)}
        ${
          of.isClosed
            ? html`<p>${words.taking.closed}</p>`
            : isNoneLeft(of, taking, context)
              ? html`<p>${words.taking.noneLeft}</p>`
              : form(of, answers, context)
        }
      </article>
    </div>
  `
  return { title: words.answerTo(of.title), body, current: '/annonces' }
}
