import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { codeSaid } from '../../../contract/records/codes.ts'
import { dayPlain } from '../../../text/days.ts'
import { notice, notices } from '../../../ui/board.ts'
import { formField, groupField, tick } from '../../../ui/field.ts'
import { hidden, mainButton, post } from '../../../ui/post.ts'
import { mistakeIn, mistakeOn, said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { one } from '../model/commands.ts'
import { PAPERS, ROWS } from '../model/commands-forms.ts'
import {
  answersOn,
  FORM_KINDS,
  type FormRow,
  formOf,
  formsMade,
  isFormKind,
  keyedAt,
  subjectAsked,
  subjectOf,
  subjects,
  titleOf,
} from '../model/forms.ts'
import { paperForm } from '../model/records.ts'
import type { fr } from '../words/fr.ts'

type Words = typeof fr
const token = (kit: Kit, more: Html | false = false): Html =>
  html`${kit.form()}${hidden({ from: kit.request.path })}${more}`

/** Papers that were prepared, each with its code, and the next one. */
const papers: Page<Words> = {
  path: PAPERS,
  forAll: true,
  who: 'keeper',
  show: (kit, read, words): Leaf => {
    const line = (row: FormRow): Html => {
      const [title, kind] = [
        titleOf(row, kit.request, read, words),
        words.forms[isFormKind(row.kind) ? row.kind : 'notices'],
      ]
      return notice({
        title,
        href: `${PAPERS}/${row.id}`,
        where: [
          ...(kind === title ? [] : [kind]),
          words.codeIs(codeSaid(read, row.id) ?? ''),
          dayPlain(row.madeOn ?? '', kit.request.lang, kit.request.today),
        ].join(' · '),
      })
    }
    const made = formsMade(read)
    const body = html`
      ${said(kit.request.said)}
      ${mistakeIn(kit.request)}
      <div class="head"><h1>${words.papers}</h1><p class="lead">${words.papersLead}</p></div>
      <div class="one">
        <article class="sheet">
          ${
            made.length === 0
              ? html`<p class="empty">${words.noPapers}</p>`
              : html`<h2>${words.papersMade}</h2>${notices(made.map(line))}`
          }
          <h2>${words.prepare}</h2>
          ${post(token(kit), PAPERS, {
            unchecked: true,
            fields: prepareFields(kit, read, words),
            button: mainButton(words.prepareAct),
          })}
        </article>
      </div>
    `
    return { title: words.papers, body }
  },
}

function prepareFields(kit: Kit, read: Reader, words: Words): Html {
  const sent = (name: string): string =>
    kit.request.again ? one(kit.request.again.input, name) : ''
  const kindAsked = sent('kind') || (one(kit.request.query, 'pour') === '' ? 'notices' : 'presence')
  const round = (kind: (typeof FORM_KINDS)[number]): Html =>
    tick({
      look: 'choice',
      kind: 'radio',
      id: `f-kind-${kind}`,
      name: 'kind',
      value: kind,
      isOn: kind === kindAsked,
      words: words.forms[kind],
    })
  const about = sent('about') || one(kit.request.query, 'pour')
  const soon = subjects(kit, read, words)
  // The address of an event names no date: its next one.
  const chosen = soon.find(({ id }) => id === about || subjectOf(id).about === about)
  const asked = chosen ? undefined : subjectAsked(about, kit.request, read, words)
  const offered = asked ? [asked, ...soon] : soon
  const chosenAbout = (chosen ?? asked)?.id
  return html`
    ${groupField({
      id: 'f-kind',
      legend: words.prepareKind,
      error: mistakeOn(kit.request, 'kind'),
      body: html`<div class="choices">${FORM_KINDS.map(round)}</div>`,
    })}
    ${formField({
      id: 'f-about',
      label: words.prepareAbout,
      hint: words.prepareAboutHint,
      control: html`
        <select id="f-about" name="about" aria-describedby="f-about-h">
          <option value="">${words.nothingAbout}</option>
          ${offered.map(
            ({ id, title }) =>
              html`
                <option${TONGUE} value="${id}"${id === chosenAbout && html` selected`}>
                  ${title}
                </option>
              `,
          )}
        </select>
      `,
    })}
    ${formField({
      id: 'f-asks',
      label: words.prepareAsks,
      input: { name: 'asks', maxlength: 300, value: sent('asks') },
    })}
  `
}

/** One paper: print it, key what came back, keep its photograph. */
const paperPage: Page<Words> = {
  path: `${PAPERS}/:id`,
  forAll: true,
  who: 'keeper',
  show: (kit, read, words): Leaf | undefined => {
    const row = formOf(read, kit.request.params['id'] ?? '')
    if (!row || !isFormKind(row.kind)) return undefined
    const title = titleOf(row, kit.request, read, words)
    const isSheet = row.kind === 'question' || row.kind === 'presence'
    const key = isSheet
      ? false
      : html`<a class="button quiet" href="${keyedAt(row.kind, row.id)}">${words.keyIt}</a>`
    const lines =
      isSheet &&
      (kit.request.private
        ? html`${keying(row, kit, words)}${noted(row, read, words)}`
        : html`<p>${words.onlyHere}</p>`)
    const id = hidden({ id: row.id })
    const photos = post(
      html`
        ${kit.form({ type: paperForm.name, id: row.id, space: 'home' })}
        ${hidden({ from: kit.request.path })}
        ${id}
      `,
      `${PAPERS}/photos`,
      {
        files: true,
        unchecked: true,
        fields: kit.fields(paperForm, row, ['photos']),
        button: mainButton(words.photosKeep),
      },
    )
    const body = html`
      ${said(kit.request.said)}
      ${mistakeIn(kit.request)}
      <div class="one">
        <article class="sheet">
          ${crumbs([{ href: PAPERS, words: words.papers }], kit.request.lang)}
          <h1>${title}</h1>
          <p>${words.codeIs(codeSaid(read, row.id) ?? '')}</p>
          <p class="acts no-print">
            <a class="button" href="/imprimer/billets/${row.id}">${words.printIt}</a>
            ${key}
          </p>
          ${lines}
          ${photos}
        </article>
      </div>
    `
    return { title, body }
  },
}

/** So many lines at once, in the order of the paper's columns. */
function keying(row: FormRow, kit: Kit, words: Words): Html {
  const w = words.columns
  const sent = (name: string): string =>
    kit.request.again ? one(kit.request.again.input, name) : ''
  const cell = (at: number, name: string, label: string, more: Html | false = false): Html =>
    html`
      <td>
        <input
          name="${name}.${at}"
          value="${sent(`${name}.${at}`)}"
          aria-label="${words.lineOf(at + 1, label)}"${more}
        >
      </td>
    `
  const answer = (at: number): Html =>
    html`
      <td>
        <select name="answer.${at}" aria-label="${words.lineOf(at + 1, w.answer)}">
          <option value=""></option>
          ${(['yes', 'maybe', 'no'] as const).map(
            value =>
              html`
                <option value="${value}"${sent(`answer.${at}`) === value && html` selected`}>
                  ${w[value]}
                </option>
              `,
          )}
        </select>
      </td>
    `
  const tick = (at: number): Html =>
    html`
      <td>
        <label class="choice" for="t-${at}">
          <input
            type="checkbox"
            id="t-${at}"
            name="tellMe.${at}"
            value="oui"${sent(`tellMe.${at}`) !== '' && html` checked`}
            aria-label="${words.lineOf(at + 1, w.tellMe)}"
          >
          ${w.yes}
        </label>
      </td>
    `
  const isQuestion = row.kind === 'question'
  const line = (at: number): Html => {
    const first = cell(at, 'name', w.name, at === 0 && !kit.request.again && html` autofocus`)
    return isQuestion
      ? html`<tr>${first}${answer(at)}${cell(at, 'saying', w.saying)}</tr>`
      : html`<tr>${first}${cell(at, 'reach', w.reach)}${tick(at)}</tr>`
  }
  const heads = isQuestion ? [w.name, w.answer, w.saying] : [w.name, w.reach, w.tellMe]
  const fields = html`
    <p>${words.keyLead}</p>
    <div class="table">
      <table class="keyed">
        <thead><tr>${heads.map(head => html`<th scope="col">${head}</th>`)}</tr></thead>
        <tbody>${Array.from({ length: ROWS }, (_, at) => line(at))}</tbody>
      </table>
    </div>
  `
  return post(token(kit, hidden({ id: row.id })), `${PAPERS}/saisie`, {
    unchecked: true,
    fields,
    button: mainButton(words.keyAct),
  })
}

function noted(row: FormRow, read: Reader, words: Words): Html | false {
  const all = answersOn(read, row.id)
  if (all.length === 0) return false
  const count = (answer: string): number => all.filter(one => one.answer === answer).length
  const w = words.columns
  const line = (one: (typeof all)[number]): Html =>
    html`
      <li>
        ${[
          one.name,
          one.answer && w[one.answer as 'yes'],
          one.saying,
          one.reach,
          one.tellMe && w.tellMe,
        ]
          .filter(piece => !!piece)
          .join(' · ')}
      </li>
    `
  return html`
    <h2>${words.so}</h2>
    <p>
      ${words.soCount(all.length)}
      ${
        row.kind === 'question' &&
        html` ${words.soAnswers(count('yes'), count('maybe'), count('no'))}`
      }
    </p>
    <ol>${all.map(line)}</ol>
  `
}

export const formPages: readonly Page<Words>[] = [papers, paperPage]
