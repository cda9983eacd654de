import { type Html, html } from '../../../contract/html.ts'
import type { Leaf, PageContext } from '../../../contract/page.ts'
import { isShownByCard } from '../../../contract/permission.ts'
import type { Request } from '../../../contract/request.ts'
import type { Slots } from '../../../contract/slots.ts'
import { IN_NAME_OF } from '../../../contract/speaker.ts'
import { asSent } from '../../../core/form/input.ts'
import { sayAmount } from '../../../text/amounts.ts'
import { formField, tick } from '../../../ui/field.ts'
import { actButton, mainButton, post } from '../../../ui/post.ts'
import { mistakeIn, mistakeOn, said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { saidBy, speakingField } from '../../../ui/speaking.ts'
import { inTongue, TONGUE } from '../../../ui/tongue.ts'
import { uiWords } from '../../../ui/words.ts'
import { HOW_MUCH, UNNAMED } from '../model/commands-taking.ts'
import { keeperOf, mineTo, reachesOf, takersOf } from '../model/read.ts'
import { response } from '../model/records.ts'
import {
  amountOf,
  type NoticeAsked,
  noticeAsked,
  type TakerRow,
  takingOf,
} from '../model/taking.ts'
import type { MeetingWords } from './say.ts'

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

function people(of: NoticeAsked, answers: readonly TakerRow[], { kit, words }: Context): Html {
  const { request } = kit
  const all = takingOf(answers, of.whole).people
  const nameOf = ({ firstName, toldTo }: TakerRow): string =>
    toldTo && firstName
      ? `${firstName} (${saidBy(request, toldTo, firstName)})`
      : firstName || words.taking.unnamed
  return html`
    ${
      all.length > 0 &&
      html`
        <ul class="notices">
          ${all.map(
            one =>
              html`
                <li>
                  ${inTongue(
                    words.taking.line(nameOf(one), amountSaid(of, one, request.lang)),
                    request.lang,
                  )}
                </li>
              `,
          )}
        </ul>
      `
    }
  `
}

const isTheirs = ({ author, keyedBy }: NoticeAsked, { me }: Request): boolean =>
  me !== undefined && [author, keyedBy].includes(me)

/**
 * How to reach those who said so: for the notice’s author and the keeper. What was said goes on in
 * the thread of the two; a number is read where nobody listens.
 */
function forAuthor(of: NoticeAsked, answers: readonly TakerRow[], context: Context): Html | false {
  const { kit, read, words } = context
  const isAuthor = isTheirs(of, kit.request)
  if (!isAuthor && kit.request.by !== 'keeper') return false
  const { people: all } = takingOf(answers, of.whole)
  const ids = answers.map(({ id }) => id)
  const threads = (isAuthor ? read.published.partThreads?.(ids) : undefined) ?? new Map()
  const reaches = isShownByCard(kit.request) ? reachesOf(read, ids) : new Map<string, string>()
  const known = (one: TakerRow): string =>
    one.firstName || (isAuthor && read.one(response, one.id, 'home')?.knownAs) || ''
  const lines = answers.flatMap(one => {
    const reach = reaches.get(one.id)
    const name = one.firstName || read.one(response, one.id, 'home')?.knownAs
    return reach ? [words.taking.line(name || words.taking.unnamed, reach)] : []
  })
  return html`
    ${all.map(one => writingTo(known(one), threads.get(one.id), context))}
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
/** To the thread in which it was said; who said it elsewhere is left a word. */
function writingTo(name: string, thread: string | undefined, context: Context): Html | false {
  const { kit, words } = context
  if (thread === undefined && name === '') return false
  const href = thread ?? `/mot?${new URLSearchParams({ pour: name }).toString()}`
  const said = thread === undefined ? words.taking.leaveWord : words.taking.writeTo
  return html`
    <p class="no-print">
      <a href="${href}">${inTongue(said(name || words.taking.unnamed), kit.request.lang)}</a>
    </p>
  `
}

/** The name of whom it is noted for, as its field is called and marked. */
type NameAsked = Readonly<{ name: string; label: string }>
/** What the notice’s author, or the keeper, notes that somebody said to them. */
function notedFields(of: NoticeAsked, { name, label }: NameAsked, { kit, words }: Context): Html {
  const { request } = kit
  const w = words.taking
  const need = html` <span class="need-word">(${uiWords(request.lang).required})</span>`
  const field = (one: string, said: string, hint?: string, isNeeded = false): Html =>
    formField({
      id: `f-${one}`,
      label: html`${said}${isNeeded && need}`,
      hint,
      isWrong: request.again?.field === one,
      input: {
        name: one,
        value: request.again ? asSent(request.again.input, one) : '',
        maxlength: one === 'reach' ? 300 : 100,
        autocomplete: 'off',
      },
    })
  return html`
    ${field(name, label, undefined, true)}
    ${field(HOW_MUCH, w.howMuchTheirs[of.side], w.hintWords, true)}
    ${field('reach', w.reachTheirs, w.reachHint)}
  `
}

/** The fields of the form. A member writes one of them; a visitor says how to reach them too. */
function fieldsOf(of: NoticeAsked, mine: string, { kit, read, words }: Context): Html {
  const { request } = kit
  const label = words.taking.whose[of.side]
  if (isTheirs(of, request))
    return notedFields(of, { name: IN_NAME_OF, label }, { kit, read, words })
  if (request.by === 'keeper')
    return notedFields(of, { name: 'firstName', label }, { kit, read, words })
  const by = read.published.handsWordsTo?.(of.id)
  const w = words.taking
  const sent = (name: string, other = ''): string =>
    request.again ? asSent(request.again.input, name) : other
  const whole = of.whole && sayAmount(of.whole.n, of.whole.unit, request.lang)
  const own = kit.fields(response, undefined, ['firstName'])
  // A member answers one question; a visitor is told which of theirs are awaited.
  const marked = (label: string): Html =>
    request.me === undefined
      ? html`${label} <span class="need-word">(${uiWords(request.lang).required})</span>`
      : html`${label}`
  const reach = formField({
    id: 'f-reach',
    label: marked(w.reach),
    hint: w.reachHint,
    error: mistakeOn(request, 'reach'),
    input: { name: 'reach', value: sent('reach'), maxlength: 300 },
  })
  const unnamed = tick({
    kind: 'checkbox',
    id: `f-${UNNAMED}`,
    name: UNNAMED,
    value: '1',
    isOn: sent(UNNAMED) !== '',
    words: w.withoutName,
  })
  return html`
    ${formField({
      id: `f-${HOW_MUCH}`,
      label: marked(w.howMuch[of.side]),
      hint: whole ? w.hint(whole) : w.hintWords,
      error: mistakeOn(request, HOW_MUCH),
      input: { name: HOW_MUCH, value: sent(HOW_MUCH, mine), maxlength: 100, autocomplete: 'off' },
    })}
    ${
      request.me === undefined
        ? html`${own}${reach}${unnamed}`
        : html`
          <details${(sent(UNNAMED) !== '' || sent(IN_NAME_OF) !== '') && html` open`}>
            <summary>${w.otherwise}</summary>
            ${unnamed}
            ${speakingField(request, own, { more: reach })}
          </details>
        `
    }
    ${by !== undefined && html`<p class="hint">${w.readBy(by || keeperOf(read, words))}</p>`}
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
