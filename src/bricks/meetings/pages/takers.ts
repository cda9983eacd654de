import { type Html, html } from '../../../contract/html.ts'
import type { PageContext } from '../../../contract/page.ts'
import { isShownByCard } from '../../../contract/permission.ts'
import type { PartReply } from '../../../contract/published-deals.ts'
import type { Request } from '../../../contract/request.ts'
import { isSameName } from '../../../contract/speaker.ts'
import { sayAmount } from '../../../text/amounts.ts'
import { POINT } from '../../../ui/board.ts'
import { actButton, type Hidden } from '../../../ui/post.ts'
import { saidBy } from '../../../ui/speaking.ts'
import { inTongue } from '../../../ui/tongue.ts'
import { partsWaiting } from '../model/parts-waiting.ts'
import { keyedTo, takersOf, withShown } from '../model/read.ts'
import { response } from '../model/records.ts'
import { amountOf, type NoticeAsked, type TakerRow, takingOf } from '../model/taking.ts'
import type { MeetingWords } from './say.ts'
import { isTheirs } from './taking-fields.ts'

/** Who takes how much of a notice; to its author, with what they may answer to each. */

type Context = PageContext<MeetingWords>

/** How much one said: a number with its unit, else their words. */
export function amountSaid(
  of: NoticeAsked,
  one: Pick<TakerRow, 'amount' | 'unit' | 'saying'>,
  lang: Request['lang'],
): string {
  const n = of.whole && amountOf(one, of.whole)
  if (of.whole && n !== undefined) return sayAmount(n, of.whole.unit, lang)
  return typeof one.amount === 'number' && one.unit
    ? sayAmount(one.amount, one.unit, lang)
    : (one.saying ?? '')
}

/** How much one asks in all, beyond what was agreed; undefined where they ask no more. */
export const asksIn = (
  of: NoticeAsked,
  { asks, unit }: TakerRow,
  lang: Request['lang'],
): string | undefined =>
  asks === undefined ? undefined : amountSaid(of, { amount: asks, unit, saying: null }, lang)

/** Words that say no number of what is counted: the sum is without them. */
const isUncounted = ({ whole }: NoticeAsked, one: TakerRow): boolean =>
  whole !== undefined && amountOf(one, whole) === undefined

/**
 * One line for each. To the notice’s author it leads to the thread of the two, and has what they
 * may answer; the keeper leaves a word. What waits for the keeper is named to the author alone,
 * where nobody listens: they have it in its thread already.
 */
export function people(of: NoticeAsked, answers: readonly TakerRow[], context: Context): Html {
  const { kit, read, words } = context
  const { request } = kit
  const isAuthor = isTheirs(of, request)
  // A name that is kept apart is read where nobody listens.
  const isTold = isAuthor && isShownByCard(request)
  const shown = takingOf(answers, of.whole).people
  const here = new Set(answers.map(({ id }) => id))
  const waiting = isTold ? partsWaiting(read, of).filter(({ id }) => !here.has(id)) : []
  const all = [...shown, ...waiting]
  const ids = all.map(({ id }) => id)
  const threads = (isAuthor ? read.published.partThreads?.(ids) : undefined) ?? new Map()
  const answered = isAuthor ? read.published.partsAnswered?.(ids) : undefined
  const asShown =
    (answered ? read.published.partsShown?.(of.id, [...ids, ...of.declined]) : undefined) ??
    new Map<string, string>()
  const agreed = isAuthor ? withShown(read, of.agreed) : new Set<string>()
  const isAgreed = (one: TakerRow): boolean => one.raise !== 'asked' && agreed.has(one.id)
  const known = (one: TakerRow): string | null =>
    one.firstName || (isTold ? (read.one(response, one.id, 'home')?.knownAs ?? null) : null)
  const nameOf = (one: TakerRow): string =>
    one.toldTo && one.firstName
      ? `${one.firstName} (${saidBy(request, one.toldTo, one.firstName)})`
      : known(one) || words.taking.unnamed
  const isLed = isAuthor || request.by === 'keeper'
  const line = (one: TakerRow): Html => {
    const amount = amountSaid(of, one, request.lang)
    const asks = one.raise === 'asked' ? asksIn(of, one, request.lang) : undefined
    const whole = asks === undefined ? amount : words.taking.asksAll(amount, asks)
    const reply = answered?.get(one.id)
    return html`
      <li>
        ${inTongue(words.taking.line(nameOf(one), whole), request.lang)}
        ${isAgreed(one) && reply !== 'handedOver' && html`${POINT}${words.taking.agreed}`}
        ${isUncounted(of, one) && html`${POINT}${words.taking.notCounted}`}
        ${!here.has(one.id) && html`${POINT}${words.taking.notYetShown}`}
        ${isLed && writingTo(known(one), threads.get(one.id), context)}
        ${
          answered &&
          !of.isClosed &&
          (one.raise !== undefined || reply !== 'handedOver') &&
          answering(of, one, {
            ...{ name: nameOf(one), reply, context },
            ...{ isAgreed: isAgreed(one), isThreaded: threads.has(one.id), asShown },
          })
        }
      </li>
    `
  }
  return html`
    ${all.length > 0 && html`<ul class="notices">${all.map(line)}</ul>`}
    ${isTold && !of.isClosed && answered && declinedOnes(of, asShown, context)}
  `
}

type Answering = Readonly<{
  name: string
  reply: PartReply | undefined
  isAgreed: boolean
  isThreaded: boolean
  /** What the form of each part carries of what this page shows. */
  asShown: ReadonlyMap<string, string>
  context: Context
}>
/**
 * *D'accord*, until they said something in the thread; *pas cette fois*, until *c'est fait*, folded
 * once the part is agreed. Each says how much, as in the thread.
 */
function answering(
  of: NoticeAsked,
  one: TakerRow,
  { name, reply, isAgreed, isThreaded, asShown, context: { kit, words } }: Answering,
): Html {
  const w = words.taking
  const { lang } = kit.request
  const stands = amountSaid(of, one, lang)
  const all = asksIn(of, one, lang) ?? stands
  const act = (path: keyof typeof w.answers, amount: string): Html => {
    const label = w.answers[path](amount)
    return actButton(kit.form(), `/arrangements/part/${path}`, {
      look: 'inline no-print',
      hidden: partHidden(of, one.id, asShown),
      button: html`<button aria-label="${w.ofWhom(label, name)}">${label}</button>`,
    })
  }
  const isAwaited = isThreaded && !isAgreed && (reply === undefined || one.raise === 'asked')
  const isDeclined = one.raise === 'declined'
  const decline = reply !== 'handedOver' && act('pas-cette-fois', isDeclined ? stands : all)
  return html`
    ${
      (!isAgreed || isDeclined) &&
      html`
        <div class="acts no-print">
          ${isAwaited && act('d-accord', all)}
          ${isDeclined && act('finalement', all)}
          ${!isAgreed && decline}
        </div>
      `
    }
    ${
      isAgreed &&
      decline &&
      html`
        <details class="no-print">
          <summary aria-label="${w.ofWhom(w.goBackOn, name)}">${w.goBackOn}</summary>
          ${decline}
        </details>
      `
    }
  `
}

const partHidden = ({ id }: NoticeAsked, part: string, asShown: Answering['asShown']): Hidden => ({
  ...{ annonce: id, part, from: `/annonces/${id}` },
  shown: asShown.get(part),
})

/** What they declined, folded: it may count after all. */
function declinedOnes(
  of: NoticeAsked,
  asShown: Answering['asShown'],
  { kit, read, words }: Context,
): Html | false {
  const w = words.taking
  const rows = of.declined.flatMap(id => read.one(response, id) ?? [])
  const sent = new Set(of.declined)
  const waiting = partsWaiting(read, { ...of, declined: [] }).filter(({ id }) => sent.has(id))
  // Whoever takes some again is answered there.
  const again = [...takersOf(read, of), ...partsWaiting(read, of)]
  const isAgain = ({ firstName }: TakerRow): boolean =>
    again.some(one => firstName !== null && isSameName(one.firstName, firstName))
  const all = [...rows, ...waiting].filter(one => !isAgain(one))
  const line = (one: TakerRow): Html => {
    const name = one.firstName || read.one(response, one.id, 'home')?.knownAs
    const amount = amountSaid(of, one, kit.request.lang)
    const label = w.answers.finalement(amount)
    return html`
      <li>
        ${inTongue(w.line(name || w.unnamed, amount), kit.request.lang)}
        ${actButton(kit.form(), '/arrangements/part/finalement', {
          hidden: partHidden(of, one.id, asShown),
          button: html`
            <button aria-label="${w.ofWhom(label, name || w.unnamed)}">${label}</button>
          `,
        })}
      </li>
    `
  }
  return (
    all.length > 0 &&
    html`
      <details class="no-print">
        <summary>${w.toldNo}</summary>
        <ul class="notices">${all.map(line)}</ul>
      </details>
    `
  )
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

/** What this person noted for somebody else, to be corrected: where nobody listens. */
export function noted(of: NoticeAsked, { kit, read, words }: Context): Html | false {
  const { me, lang, private: isPrivate } = kit.request
  const all = me === undefined || !isPrivate ? [] : keyedTo(read, of.id, me)
  const w = words.taking
  const line = (one: TakerRow): Html => html`
    <li>
      ${inTongue(w.line(one.firstName || w.unnamed, amountSaid(of, one, lang)), lang)}
      ${POINT}
      <a href="/moi/corriger/response/${one.id}"
        aria-label="${w.ofWhom(w.correct, one.firstName || w.unnamed)}">${w.correct}</a>
    </li>
  `
  return (
    all.length > 0 &&
    html`
      <div class="no-print">
        <p>${w.youNoted}</p>
        <ul class="notices">${all.map(line)}</ul>
      </div>
    `
  )
}
