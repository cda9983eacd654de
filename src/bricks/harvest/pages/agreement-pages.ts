import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { code, harvest, proposal } from '../../../contract/records/own-records.ts'
import type { Request } from '../../../contract/request.ts'
import { readCode, sayCode } from '../../../core/code.ts'
import type { Input } from '../../../core/form/input.ts'
import { one } from '../../../core/form/input.ts'
import { lazy } from '../../../core/lazy.ts'
import { fieldFor, type RecordType } from '../../../core/schema.ts'
import { formField, tick, tickField } from '../../../ui/field.ts'
import { mainButton, post } from '../../../ui/post.ts'
import { fieldId, note, refused, said } from '../../../ui/say.ts'
import { aboutOf, codeFor, isMinorIn, unanswered } from '../model/agreement.ts'
import { stoodAs } from '../model/agreement-again.ts'
import { cardsIn, cardsOf, isSigned } from '../model/agreement-hides.ts'
import {
  isPresentOnly,
  LINE,
  LINE_SAYS,
  linesOf,
  PRESENT_LINE,
  type StripLine,
} from '../model/agreement-lines.ts'
import { doublesOf, nameIn, peopleOf, type SharedFirstName, type Someone } from '../model/people.ts'
import type { piecesOf } from '../model/pieces.ts'
import type { fr } from '../words/fr.ts'
import { reviewWords } from '../words/words.ts'
import { keeperName } from './keeper.ts'

type Piece = ReturnType<typeof piecesOf>[number]

/** The pages of strips: what the keeper prints, then keys when they come back. */
export const agreementPages: readonly Page<typeof fr>[] = [
  { path: '/cueillette/:id/accord', who: 'keeper', show: sheetLeaf },
  { path: '/accord', who: 'keeper', show: keyingLeaf },
]

function sheetLeaf(kit: Kit, read: Reader): Leaf | undefined {
  const of = read.one(harvest, kit.request.params['id'] ?? '', 'home')
  if (!of) return undefined
  const w = reviewWords(kit.request.lang)
  const people = unanswered(read, read.types, of.id)
  const without = people.filter(({ first }) => !codeFor(read, first.id))
  const doubles = doublesOf(read, read.types, of.id).filter(one => one.told === undefined)
  const act = (name: string, words: string): Html =>
    html`<button class="button" name="${name}" value="1">${words}</button>`
  const give =
    without.length > 0 &&
    post(kit.form(), '/cueillette/codes', {
      look: 'no-print',
      hidden: { id: of.id, from: false },
      button: html`${act('imprimer', w.agreement.giveAndPrint)} <button>${w.giveCodes}</button>`,
    })
  const cards = lazy(() => cardsIn(read, read.types))
  const strips = people.map(one => strip(kit, read, one, cardsOf(cards(), [one.name])))
  const body = html`
    ${said(kit.request.said)}
    <div class="head">
      <h1>${w.agreementTitle}</h1>
      <p class="lead">
        ${w.agreement.lead(kit.territory?.name ?? '', kit.territory?.keptBy ?? '')}
      </p>
      ${
        people.length > 0 &&
        without.length === 0 &&
        html`<p class="no-print"><a href="/imprimer/accord/${of.id}">${w.agreementPrint}</a></p>`
      }
      <p class="no-print">
        ${w.agreement.minors} ${w.agreementHow} <a href="/accord">${w.agreementKey}</a>
      </p>
    </div>
    ${doubles.map(one => sameOrNot(kit, of.id, one))}
    ${give}
    ${strips.length > 0 ? strips : html`<p class="empty">${w.agreementNone}</p>`}
  `
  return { title: w.agreementTitle, body, current: '/cueillette' }
}

/** Two buttons: nothing else of this page would be lost. */
function sameOrNot(kit: Kit, of: string, { name, pieces }: SharedFirstName): Html {
  const w = reviewWords(kit.request.lang)
  const button = (value: string, words: string) =>
    html`<button name="double.${pieces[0]!.id}" value="${value}">${words}</button>`
  return post(kit.form(), '/cueillette/la-meme', {
    look: 'note no-print',
    hidden: { id: of, from: false },
    fields: html`<p><b>${w.twoOf(pieces.length, name)}</b></p>`,
    button: html`${button('one', w.theSame)} ${button('several', w.notTheSame(pieces.length))}`,
  })
}

function strip(kit: Kit, read: Reader, someone: Someone, cards: ReturnType<typeof cardsOf>): Html {
  const w = reviewWords(kit.request.lang)
  const { name, first } = someone
  const given = codeFor(read, first.id)
  const code = given ? sayCode({ word: given.word ?? '', digits: given.digits ?? '' }) : ''
  const about = aboutOf(read.types, read, someone)
  const lines = linesOf(read.types, read, someone)
  const ticks = Object.values(w.agreement.line)
    .map(says => `☐ ${says}`)
    .join(' ')
  const dots = '……………………………………………………………………………………'
  const parent =
    isMinorIn(someone) &&
    html`
      <p><b>${w.agreement.minor}</b> ☐ ${w.agreement.parentYes}</p>
      <p>${w.agreement.parentName} ${dots}</p>
    `
  // A strip without its code could not be keyed.
  const kind = given ? 'strip' : 'strip no-print'
  return html`
    <section class="${kind}">
      <p>
        <b><bdi>${name}</bdi></b>
        ${
          given &&
          html` · ${w.stripCode} <b>${code}</b> <a class="no-print"
              href="/accord?code=${encodeURIComponent(code)}">${w.agreementKey}</a>`
        }
      </p>
      <p>${w.agreement.shown(kit.territory?.name ?? '', name, about)}</p>
      <p>☐ ${w.agreeYes} ☐ ${w.agreeUnnamed} ☐ ${w.agreeNo}</p>
      ${parent}
      ${lines.length > 0 && html`<p>${w.agreement.lines}</p>`}
      ${lines.map(({ words }) => html`<p>« ${words} » ${ticks}</p>`)}
      ${lines.length > 0 && html`<p>${w.agreement.lineWords} ${dots}</p>`}
      ${
        isPresentOnly(read, someone) &&
        html`
          <p>
            ${w.agreement.present} ☐ ${w.agreement.line.right} ☐ ${w.agreement.line.drop}
          </p>
        `
      }
      <p>☐ ${w.agreePrinted}</p>
      <p>${w.agreement.reach} ${dots}</p>
      <p>${w.stripKept(keeperName(kit))} ${dots}</p>
      <p class="where">
        ${w.agreement.unnamedReachHint} ${w.agreement.back(keeperName(kit), about)}
      </p>
      ${alreadyShown(kit, read, someone, cards)}
    </section>
  `
}

/** What shows somebody whose agreement is awaited: keyed by hand, or by their own card. */
function alreadyShown(
  kit: Kit,
  read: Reader,
  { first }: Someone,
  cards: ReturnType<typeof cardsOf>,
): Html | false {
  const w = reviewWords(kit.request.lang)
  const links = cards.map(
    ({ id, type, title }, at) => html`${at > 0 && ', '}<a href="${type.path}/${id}">${title}</a>`,
  )
  const isByHand = cards.some(one => !isSigned(read, one, type => kit.ownerOf(type)?.owner))
  const hide = post(kit.form(), '/cueillette/cacher-en-attendant', {
    look: '',
    hidden: { id: first.id, from: false },
    button: w.agreement.hideMeanwhile,
  })
  return (
    cards.length > 0 &&
    html`<div class="note no-print"><p>${w.agreement.onPage} ${links}</p>${isByHand && hide}</div>`
  )
}

function keyingLeaf(kit: Kit, read: Reader): Leaf {
  const w = reviewWords(kit.request.lang)
  const typed = String(kit.request.query['code'] ?? '')
  const found = typed === '' ? undefined : openedBy(read, typed, kit.request.lang)
  const wrong =
    kit.request.again?.refused ??
    (typed !== '' && !found ? w.noSuchCode(typed.slice(0, 40)) : undefined)
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
        ${wrong && refused([{ sentence: wrong }], kit.request.lang)}
        ${search}
        ${found ? keying(kit, read, found, typed) : awaited(kit.request, read)}
      </article>
    </div>
  `
  return { title: w.agreementKey, body, current: '/cueillette' }
}

/** The lines of a strip, as they come back: right unless it says otherwise. */
function linesKeyed(kit: Kit, read: Reader, asked: Piece): Html | false {
  const w = reviewWords(kit.request.lang).agreement
  const someone = peopleOf(read, read.types, asked.harvest ?? '').find(({ pieces }) =>
    pieces.some(piece => piece.id === asked.id),
  )
  const lines = someone ? linesOf(read.types, read, someone) : []
  const again = kit.request.again?.input ?? {}
  const line = ({ piece, words }: StripLine): Html => {
    const [says, mended] = [`${LINE.says}${piece.id}`, `${LINE.words}${piece.id}`]
    const chosen = one(again, says) || 'right'
    const isWrong = kit.request.again?.field === mended
    return html`
      <fieldset class="field${isWrong && ' wrong'}">
        <legend><bdi>${words}</bdi></legend>
        <div class="pair">
          ${LINE_SAYS.map(value =>
            tick({
              kind: 'radio',
              name: says,
              value,
              isOn: value === chosen,
              words: w.line[value],
            }),
          )}
        </div>
        <input id="${fieldId(mended)}" name="${mended}" value="${one(again, mended)}"
          maxlength="300" aria-label="${w.lineMended(words)}" placeholder="${w.lineWords}">
      </fieldset>
    `
  }
  if (someone && isPresentOnly(read, someone)) return presentKeyed(w, one(again, PRESENT_LINE))
  return lines.length > 0 && html`<h3>${w.linesKeyed}</h3>${lines.map(line)}`
}

/** Of whom nothing is said but that they were there. */
const presentKeyed = (w: (typeof fr)['agreement'], says: string): Html =>
  html`
    <fieldset class="field">
      <legend>${w.presentKeyed}</legend>
      <div class="pair">
        ${(['right', 'drop'] as const).map(value =>
          tick({
            kind: 'radio',
            name: PRESENT_LINE,
            value,
            isOn: value === (says || 'right'),
            words: w.line[value],
          }),
        )}
      </div>
    </fieldset>
  `

/** Whose strip has not come back, with its code: the number of the keeper's bar is theirs. */
function awaited(request: Request, read: Reader): Html | false {
  const w = reviewWords(request.lang)
  const all = read.list(harvest, { order: 'id DESC' }, 'home').flatMap(of =>
    unanswered(read, read.types, of.id).flatMap(({ name, first }) => {
      const given = codeFor(read, first.id)
      return given
        ? [{ of, name, code: sayCode({ word: given.word ?? '', digits: given.digits ?? '' }) }]
        : []
    }),
  )
  const line = ({ of, name, code }: (typeof all)[number]) =>
    html`
      <li>
        <a href="/accord?code=${encodeURIComponent(code)}"><bdi>${name}</bdi></a>${' '}
        · ${w.stripCode} ${code} ·${' '}
        <a href="/cueillette/${of.id}/accord">${of.title ?? w.untitledMeeting}</a>
      </li>
    `
  return (
    all.length > 0 &&
    html`<section><h2>${w.agreement.awaited}</h2><ul>${all.map(line)}</ul></section>`
  )
}

function openedBy(read: Reader, typed: string, lang: Request['lang']): Piece | undefined {
  // All strips bear one word: its four digits are enough.
  const asked = readCode(/\p{L}/u.test(typed) ? typed : `${reviewWords(lang).codeWord} ${typed}`)
  if ('fault' in asked) return undefined
  const given = read.list(
    code,
    { where: 'word = ? AND digits = ?', with: [asked.word, asked.digits], limit: 1 },
    'home',
  )[0]
  return given?.opens ? read.one(proposal, given.opens, 'home') : undefined
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
function typedAgain(was: Was, input: Input): Was {
  const [answer, parent, printed] = [
    one(input, 'answer'),
    one(input, 'parent') === '1',
    one(input, 'printed') === '1',
  ]
  const typed = { name: one(input, 'name'), reach: one(input, 'reach'), kept: one(input, 'kept') }
  return {
    ...was,
    ...typed,
    parent,
    printed,
    answer: ANSWERS.find(one => one === answer),
  }
}
/** What the strip of this person was answered, as it shows now. */
function answerOf(read: Reader, types: ReadonlyMap<string, RecordType>, asked: Piece): Was {
  const someone = peopleOf(read, types, asked.harvest ?? '').find(({ pieces }) =>
    pieces.some(piece => piece.id === asked.id),
  )
  const one = someone?.first ?? asked
  const type = types.get(one.of ?? '')
  const stood = someone && stoodAs(read, types, someone)
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
    name: said(wide, type?.title) || nameIn(read, types, one),
    reach: said(wide, how),
    kept: said(here, apart),
    printed: printed !== undefined && wide[printed] === true,
    isMinor: someone !== undefined && isMinorIn(someone),
    parent: stood !== undefined,
  }
}

function keying(kit: Kit, read: Reader, one: Piece, typed: string): Html {
  const w = reviewWords(kit.request.lang)
  const before = answerOf(read, read.types, one)
  const was = kit.request.again ? typedAgain(before, kit.request.again.input) : before
  const answers = { yes: w.agreeYes, unnamed: w.agreeUnnamed, no: w.agreeNo }
  const choice = (value: keyof typeof answers) =>
    html`
      <label class="tick">
        <input type="radio" name="answer" value="${value}"
          required${was.answer === value && html` checked`}> ${answers[value]}
      </label>
    `
  const type = read.types.get(one.of ?? '')
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
    <h2>${before.name}</h2>
    ${before.answer && note(w.agreement.answeredBefore(answers[before.answer]))}
    ${post(kit.form(), '/accord', {
      hidden: { id: one.id, from: `/accord?code=${encodeURIComponent(typed)}` },
      fields: html`
        <fieldset class="field">
          <legend>${w.agreeAsk}</legend>
          ${choice('yes')}
          ${choice('unnamed')}
          ${choice('no')}
        </fieldset>
        ${parent}
        ${formField({
          id: 'f-name',
          label: w.agreeName,
          input: { name: 'name', value: was.name, maxlength: 300 },
        })}
        ${formField({
          id: 'f-reach',
          label: w.agreement.reach,
          hint: html`${w.stripReachHint} ${w.agreement.unnamedReachHint}`,
          input: { name: 'reach', value: was.reach, maxlength: 300 },
        })}
        ${kept}
        ${printed}
        ${linesKeyed(kit, read, one)}
      `,
      button: mainButton(w.save),
    })}
  `
}
