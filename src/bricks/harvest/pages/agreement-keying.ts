import { type Html, html } from '../../../contract/html.ts'
import type { Leaf, Page, PageContext } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { codeSaid } from '../../../contract/records/codes.ts'
import { harvest } from '../../../contract/records/own-records.ts'
import { type Input, one } from '../../../core/form/input.ts'
import { fieldFor } from '../../../core/schema.ts'
import { formField, tick, tickField } from '../../../ui/field.ts'
import { mainButton, post } from '../../../ui/post.ts'
import { fieldId, note, refused, said } from '../../../ui/say.ts'
import { isMinorIn, unanswered } from '../model/agreement.ts'
import { stoodAs } from '../model/agreement-again.ts'
import {
  isPresentOnly,
  LINE,
  LINE_SAYS,
  linesOf,
  PRESENT_LINE,
  type StripLine,
} from '../model/agreement-lines.ts'
import { namesakesOf } from '../model/namesakes.ts'
import { calledOr, knownName, nameIn, type Someone, someoneOf } from '../model/people.ts'
import type { piecesOf } from '../model/pieces.ts'
import type { fr } from '../words/fr.ts'
import { keeperName } from './keeper.ts'
import { stripOpened } from './strip-found.ts'
import { lineSaid, numberOf } from './strip-paper.ts'

type Words = typeof fr
type Context = PageContext<Words>
type Piece = ReturnType<typeof piecesOf>[number]

/** Strips that come back: the keeper opens one by its code, and keys what it says. */
export const keyingPage: Page<Words> = {
  path: '/accord',
  who: 'keeper',
  show: (kit, read, words) => keyingLeaf({ kit, read, words }),
}

function keyingLeaf(page: Context): Leaf {
  const { kit, read, words: w } = page
  const typed = String(kit.request.query['code'] ?? '')
  const found = typed === '' ? undefined : stripOpened(read, typed, w)
  const wrong =
    kit.request.again?.refused ??
    (typed !== '' && !found ? w.noSuchCode(typed.slice(0, 40)) : undefined)
  const field = kit.request.again?.field
  const isTyped = ['name', 'reach', 'parent'].includes(field ?? '')
  const wrongAt = isTyped || field?.startsWith(LINE.words) ? field : undefined
  const search = html`
    <form class="form" method="get" action="/accord">
      ${formField({
        id: 'f-code',
        label: w.agreementCode,
        hint: w.agreementCodeHint,
        control: html`
          <input
            id="f-code"
            name="code"
            value="${typed}"
            aria-describedby="f-code-h"
            autocomplete="off"
            required
          >
        `,
      })}
      <p class="acts">${mainButton(w.open)}</p>
    </form>
  `
  const body = html`
    ${said(kit.request.said)}
    <div class="one">
      <article class="sheet">
        <h1>${w.agreementKey}</h1>
        ${
          wrong &&
          refused(
            [{ sentence: wrong, ...(wrongAt === undefined ? {} : { field: wrongAt }) }],
            kit.request.lang,
          )
        }
        ${search}
        ${found ? answerForm(page, found, typed) : awaited(page)}
      </article>
    </div>
  `
  return { title: w.agreementKey, body, current: '/cueillette' }
}

/** The lines of a strip, as they come back: nothing is ticked that the paper does not tick. */
function linesKeyed(
  { kit, read, words: { agreement: w } }: Context,
  someone: Someone,
): Html | false {
  const lines = linesOf(read.types, read, someone)
  const again = kit.request.again?.input ?? {}
  const line = (of: StripLine, n: number): Html => {
    const { piece, words } = of
    const [says, mended] = [`${LINE.says}${piece.id}`, `${LINE.words}${piece.id}`]
    const chosen = one(again, says)
    const isWrong = kit.request.again?.field === mended
    const at = fieldId(mended)
    return html`
      <fieldset class="field${isWrong && ' wrong'}">
        <legend><bdi>${numberOf(lines, n)}${lineSaid(kit, of)}</bdi></legend>
        ${isWrong && html`<p class="error" id="${at}-e">${kit.request.again?.refused}</p>`}
        ${sayings(w, LINE_SAYS, { name: says, chosen })}
        <input id="${at}" name="${mended}" value="${one(again, mended)}"
          maxlength="300"${isWrong && html` autofocus aria-describedby="${at}-e"`}
          aria-label="${w.lineMended(words)}" placeholder="${w.lineWords}">
      </fieldset>
    `
  }
  if (isPresentOnly(read, someone)) return presentKeyed(w, one(again, PRESENT_LINE))
  return lines.length > 0 && html`<h3>${w.linesKeyed}</h3>${lines.map(line)}`
}

type Saying = keyof Words['agreement']['line']
/** What a person said of one line, as choices of which one holds. */
const sayings = (
  w: Words['agreement'],
  all: readonly Saying[],
  { name, chosen }: Readonly<{ name: string; chosen: string }>,
): Html => html`
  <div class="pair">
    ${all.map(value =>
      tick({ kind: 'radio', name, value, isOn: value === chosen, words: w.line[value] }),
    )}
  </div>
`

/** Of whom nothing is said but that they were there. */
const presentKeyed = (w: Words['agreement'], says: string): Html =>
  html`
    <fieldset class="field">
      <legend>${w.presentKeyed}</legend>
      ${sayings(w, ['right', 'drop'], { name: PRESENT_LINE, chosen: says })}
    </fieldset>
  `

/** Whose strip has not come back, with its code: the number of the keeper's bar is theirs. */
function awaited({ kit, read, words: w }: Context): Html | false {
  const all = read.list(harvest, { order: 'id DESC' }, 'home').flatMap(of => {
    const { communeNamed } = kit
    const same = namesakesOf(read, read.types, { of: of.id, communeNamed })
    return unanswered(read, read.types, of.id).flatMap(({ name, first }) => {
      const code = codeSaid(read, first.id)
      const called = calledOr(name, w.agreement.numberAlone)
      return code === undefined ? [] : [{ of, name: called, code, same: same.get(first.id) }]
    })
  })
  const line = ({ of, name, code, same }: (typeof all)[number]) =>
    html`
      <li>
        <a href="/accord?code=${encodeURIComponent(code)}"><bdi>${name}</bdi></a>${' '}
        ${same && html`· ${w.agreement.namesake(same)} `}· ${w.stripCode} ${code} ·${' '}
        <a href="/cueillette/${of.id}/accord">${of.title ?? w.untitledMeeting}</a>
      </li>
    `
  return (
    all.length > 0 &&
    html`<section><h2>${w.agreement.awaited}</h2><ul>${all.map(line)}</ul></section>`
  )
}

const ANSWERS = ['yes', 'unnamed', 'no'] as const
type Answer = (typeof ANSWERS)[number]
type Was = Readonly<{
  answer: Answer | undefined
  name: string
  reach: string
  kept: string
  printed: boolean
  isMinor: boolean
  parent: boolean
}>
/** After a mistake, what was typed stands. */
const typedAgain = (was: Was, input: Input): Was => ({
  ...was,
  answer: ANSWERS.find(answer => answer === one(input, 'answer')),
  name: one(input, 'name'),
  reach: one(input, 'reach'),
  kept: one(input, 'kept'),
  printed: one(input, 'printed') === '1',
  parent: one(input, 'parent') === '1',
})
/** What the strip of this person was answered, as it shows now. */
function answerOf(read: Reader, asked: Piece, someone: Someone | undefined): Was {
  const one = someone?.first ?? asked
  const type = read.types.get(one.of ?? '')
  const stood = someone && stoodAs(read, read.types, someone)
  const rowIn = (id: string, space?: 'home'): Readonly<Record<string, unknown>> =>
    (type && read.one(type, id, space)) ?? {}
  const wide = stood ? rowIn(stood.shownAs) : {}
  const here = rowIn(stood?.shownAs ?? one.piece ?? '', 'home')
  const said = (row: Readonly<Record<string, unknown>>, field: string | undefined) =>
    String((field && row[field]) ?? '')
  const [how, apart, printed] = type
    ? (['reach', 'keptReach', 'printed'] as const).map(meaning => fieldFor(type, meaning))
    : []
  return {
    answer: stood
      ? 'yes'
      : one.state === 'refused'
        ? one.why === 'unnamed'
          ? 'unnamed'
          : 'no'
        : undefined,
    name: said(wide, type?.title) || nameIn(read, read.types, one),
    reach: said(wide, how),
    kept: said(here, apart),
    printed: printed !== undefined && wide[printed] === true,
    isMinor: someone !== undefined && isMinorIn(someone),
    parent: stood !== undefined,
  }
}

function answerForm(page: Context, asked: Piece, typed: string): Html {
  const { kit, read, words: w } = page
  const someone = someoneOf(read, read.types, asked)
  const before = answerOf(read, asked, someone)
  const was = kit.request.again ? typedAgain(before, kit.request.again.input) : before
  const { communeNamed } = kit
  const same = namesakesOf(read, read.types, { of: asked.harvest ?? '', communeNamed }).get(
    someone?.first.id ?? '',
  )
  const answers = { yes: w.agreeYes, unnamed: w.agreeUnnamed, no: w.agreeNo }
  const choice = (value: Answer) =>
    html`
      <label class="tick">
        <input type="radio" name="answer" value="${value}"
          required${was.answer === value && html` checked`}> ${answers[value]}
      </label>
    `
  const type = read.types.get(asked.of ?? '')
  const kept =
    type &&
    fieldFor(type, 'keptReach') &&
    formField({
      id: 'f-kept',
      label: w.stripKept(keeperName(kit)),
      hint: w.stripKeptHint,
      input: { name: 'kept', value: was.kept, maxlength: 300 },
    })
  const printed =
    type &&
    fieldFor(type, 'printed') &&
    tickField({ name: 'printed', isOn: was.printed, words: w.agreePrinted })
  const isParentAsked = kit.request.again?.field === 'parent'
  const parent =
    was.isMinor &&
    html`
      <div class="field${isParentAsked && ' wrong'}">
        <p>${w.agreement.minor}</p>
        ${tick({ id: 'f-parent', name: 'parent', isOn: was.parent, words: w.agreement.parentTick })}
      </div>
    `
  return html`
    <h2>${calledOr(before.name, w.agreement.numberAlone)}</h2>
    ${same && html`<p>${w.agreement.namesake(same)}</p>`}
    ${before.answer && note(w.agreement.answeredBefore(answers[before.answer]))}
    ${post(kit.form(), '/accord', {
      hidden: { id: asked.id, from: `/accord?code=${encodeURIComponent(typed)}` },
      fields: html`
        <fieldset class="field">
          <legend>${w.agreeAsk}</legend>
          <p class="hint">${w.agreeAskHint}</p>
          ${choice('yes')}
          ${choice('unnamed')}
          ${choice('no')}
        </fieldset>
        ${parent}
        ${formField({
          id: 'f-name',
          label: w.agreeName,
          error: kit.request.again?.field === 'name' && kit.request.again.refused,
          input: {
            name: 'name',
            value: knownName(was.name),
            maxlength: 300,
          },
        })}
        ${formField({
          id: 'f-reach',
          label: w.agreement.reach,
          hint: html`${w.stripReachHint} ${w.agreement.unnamedReachHint}`,
          input: { name: 'reach', value: was.reach, maxlength: 300 },
        })}
        ${kept}
        ${printed}
        ${someone && linesKeyed(page, someone)}
      `,
      button: mainButton(w.save),
    })}
  `
}
