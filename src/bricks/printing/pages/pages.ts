import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page, TextContext } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { notice, notices } from '../../../ui/board.ts'
import { formField } from '../../../ui/field.ts'
import { hidden, mainButton, post } from '../../../ui/post.ts'
import { mistakeAlone, said } from '../../../ui/say.ts'
import { inTongue, TONGUE } from '../../../ui/tongue.ts'
import { PRINT_KEY, SHEET, sheetOf } from '../model/commands.ts'
import { editionOf, keeperOf, WEEK_KEY } from '../model/read.ts'
import {
  comingWeek,
  contactOnce,
  mondayOf,
  PARTS,
  type SheetLine,
  type SheetPart,
} from '../model/rules.ts'
import { askable, draftOf, lastMade, QUESTION, type WeekSheet } from '../model/sheet.ts'
import type { fr } from '../words/fr.ts'
import { weekSaid } from './prints.ts'

type Words = typeof fr
type Draft = ReturnType<typeof draftOf>
/** So many lines of a part are asked about: nobody orders five hundred by hand. */
const MOST_OF_PART = 40

/** The keeper prepares this week's sheet; anybody else reads the last one made. */
const sheetPage: Page<Words> = {
  path: SHEET,
  forAll: true,
  show: (kit, read, words): Leaf =>
    kit.request.by === 'keeper' ? composing(kit, read, words) : reading(kit, read, words),
}

function reading(kit: Kit, read: Reader, words: Words): Leaf {
  const keeper = keeperOf(read) ?? words.keeper
  const sheet = lastMade(kit, read, words)
  if (!sheet) {
    const none = html`
      <div class="text stack"><h1>${words.title}</h1><p>${words.noneYet(keeper)}</p></div>
    `
    return { title: words.title, body: none }
  }
  const week = weekSaid(sheet.week, kit.request, words)
  const body = html`
    <div class="head">
      <h1>${words.title}</h1>
      <p class="lead">${words.weekKept(week, keeper)}</p>
      <p class="no-print"><a class="button quiet" href="/imprimer/feuille">${words.print}</a></p>
    </div>
    ${PARTS.map(
      part =>
        html`
          ${readPart(part, sheet, keeper, { request: kit.request, read, words })}
          ${part === 'soon' && readQuestion(sheet, keeper, words)}
        `,
    )}
  `
  return { title: `${words.title}, ${week}`, body }
}

function readPart(
  part: SheetPart,
  sheet: WeekSheet,
  keeper: string,
  { request, read, words }: TextContext<Words>,
): Html | false {
  const { contact, lines } = contactOnce(sheet.shown.filter(line => line.part === part))
  const item = (line: SheetLine): Html =>
    notice({
      title: line.words,
      ...hrefOf(line, read),
      where: html`${inTongue(line.under, request.lang)}${line.code && html` <b>${line.code}</b>`}`,
    })
  return (
    lines.length > 0 &&
    html`
      <section class="part">
        <header><h2>${words.parts[part]}</h2></header>
        ${part === 'confirm' && html`<p>${words.tellIt(keeper)}</p>`}
        ${contact !== undefined && html`<p>${words.unlessSaid(contact)}</p>`}
        ${notices(lines.map(item))}
      </section>
    `
  )
}
/** Its own page, where what it comes from has one. */
function hrefOf({ id }: SheetLine, read: Reader): Readonly<{ href?: string }> {
  const path = read.called(id.replace(/^(?:done|confirm)-/, ''))?.path
  return path ? { href: path } : {}
}

const readQuestion = ({ question }: WeekSheet, keeper: string, words: Words): Html | false =>
  !!question &&
  html`
    <section class="part">
      <header><h2>${words.question}</h2></header>
      <p><b>${question.words}</b></p>
      <p>${question.under || words.toAnswer(keeper)}</p>
    </section>
  `

function composing(kit: Kit, read: Reader, words: Words): Leaf {
  const sheet = draftOf(kit, read, words)
  const isMade = editionOf(read, sheet.week) !== undefined
  const wrong = mistakeAlone(kit.request)
  const fits =
    sheet.left.length === 0
      ? words.allFits(sheet.shown.length)
      : words.someLeft(sheet.shown.length, sheet.left.length)
  const { today } = kit.request
  const here = { from: sheetOf(sheet.week, today), [WEEK_KEY]: sheet.week }
  const token = html`${kit.form()}${hidden(here)}`
  const coming = comingWeek(today)
  const other = coming === sheet.week ? mondayOf(today) : coming
  const otherWords = coming === sheet.week ? words.thisWeek : words.nextWeek
  const body = html`
    ${said(kit.request.said)}
    ${wrong}
    <div class="head">
      <h1>${words.title}</h1>
      <p class="lead">${words.composeLead(weekSaid(sheet.week, kit.request, words))}</p>
      ${
        other !== undefined &&
        html`
          <p class="no-print">
            <a href="${sheetOf(other, today)}">
              ${otherWords(weekSaid(other, kit.request, words))}</a>
          </p>
        `
      }
      <p>${fits}</p>
      <p class="acts">
        <button class="button" form="composer">${words.keep}</button>
        <button class="button" form="composer" name="${PRINT_KEY}" value="oui">
          ${words.print}
        </button>
      </p>
      ${makeAct(isMade, words)}
    </div>
    ${post(token, `${SHEET}/composer`, {
      look: 'form wide',
      unchecked: true,
      id: 'composer',
      fields: html`
        ${hidden({
          montre: sheet.shown.map(line => line.id),
          reste: sheet.left.slice(0, 200).map(line => line.id),
        })}
        ${askedForm(sheet, kit.request, read, words)}
        ${formField({
          id: 'f-ajout',
          label: words.add,
          hint: words.addHint,
          input: { name: 'ajout', maxlength: 400 },
        })}
        ${PARTS.map(part => partForm(part, sheet, words))}
      `,
      button: mainButton(words.keep),
    })}
  `
  return { title: words.title, body }
}

/**
 * What is made is exactly what this page shows. Its button is one of the same form: what was typed
 * and not noted yet goes along, and is noted first.
 */
const makeAct = (isMade: boolean, words: Words): Html =>
  html`
    <p class="no-print">${isMade ? words.isMade : words.makeLead}</p>
    <p class="acts">
      <button form="composer" formaction="${SHEET}/faire">
        ${isMade ? words.makeAgain : words.make}
      </button>
    </p>
  `

function askedForm(sheet: Draft, request: Request, read: Reader, words: Words): Html {
  const asked = sheet.changes.find(change => change.about === QUESTION)?.words ?? ''
  const choices = askable(request, read)
  const isOwn = asked !== '' && !choices.some(choice => choice.id === asked)
  const option = (value: string, label: string, on: boolean, isSaid = false): Html =>
    html`<option${isSaid && TONGUE} value="${value}"${on && html` selected`}>${label}</option>`
  return html`
    ${formField({
      id: 'f-question',
      label: words.question,
      hint: words.questionHint,
      control: html`
        <select id="f-question" name="question" aria-describedby="f-question-h">
          ${option('', words.noQuestion, asked === '')}
          ${option('mots', words.ownQuestion, isOwn)}
          ${choices.map(({ id, title }) => option(id, title, id === asked, true))}
        </select>
      `,
    })}
    ${formField({
      id: 'f-demande',
      label: words.ownQuestion,
      input: { name: 'demande', maxlength: 400, value: isOwn ? asked : '' },
    })}
  `
}

function partForm(part: SheetPart, sheet: Draft, words: Words): Html | false {
  const inOrder = [...sheet.shown, ...sheet.left].filter(line => line.part === part)
  const outs = sheet.sources.filter(
    line => line.part === part && !inOrder.some(one => one.id === line.id),
  )
  const all = [...inOrder.slice(0, MOST_OF_PART), ...outs]
  const more = inOrder.length - MOST_OF_PART
  const shown = new Set(sheet.shown.map(line => line.id))
  return (
    all.length > 0 &&
    html`
      <section class="part">
        <header><h2>${words.parts[part]}</h2></header>
        <ol class="lines">
          ${all.map((line, at) =>
            lineForm({ line, place: at + 1, isShown: shown.has(line.id) }, sheet, words),
          )}
        </ol>
        ${more > 0 && html`<p class="hint">${words.andMore(more)}</p>`}
      </section>
    `
  )
}

function lineForm(
  { line, place, isShown }: Readonly<{ line: SheetLine; place: number; isShown: boolean }>,
  sheet: Draft,
  words: Words,
): Html {
  const { id } = line
  const source = sheet.sources.find(one => one.id === id)
  const isOut = !isShown && !sheet.left.some(one => one.id === id)
  const now = sheet.changes.find(change => change.about === id)?.words || line.words
  return html`
    <li>
      ${hidden({ ligne: id, [`place.${id}`]: place, [`dit.${id}`]: source?.words ?? '' })}
      <input
        id="r-${id}"
        name="rang.${id}"
        value="${place}"
        size="3"
        inputmode="numeric"
        aria-label="${words.placeOf(line.words)}"
      >
      <input name="mots.${id}" value="${now}" maxlength="400"
        aria-label="${words.wordsOf(line.words)}"> <label class="choice" for="s-${id}"><input
        type="checkbox" id="s-${id}" name="sans.${id}"
        value="oui"${isOut && html` checked`}>${words.out}</label>
      ${!isShown && !isOut && html` <span class="hint">${words.nextTime}</span>`}
    </li>
  `
}

export const pages: readonly Page<Words>[] = [sheetPage]
