import { type Html, html } from '../../../../contract/html.ts'
import type { Leaf, Page, PageContext } from '../../../../contract/page.ts'
import { dayAfter, dayLong } from '../../../../text/days.ts'
import { dotted } from '../../../../ui/board.ts'
import { mainButton, post } from '../../../../ui/post.ts'
import { mistakeIn, note, said } from '../../../../ui/say.ts'
import { crumbs } from '../../../../ui/sheet.ts'
import { blanksAt, type LineOfDay } from '../../model/handing/day-sheet.ts'
import { KEYING, SHEET } from '../../model/handing/paths.ts'
import { handSheet } from '../../model/handing/records.ts'
import { PATH } from '../../model/records-thing.ts'
import type { fr } from '../../words/fr.ts'
import { keyingPage } from './keying-page.ts'
import { dueSaid, missingSaid, whatSaid, whenSaid } from './line-said.ts'
import { dayAsked, type PreparedPlace, sheetAsked, thingsKept } from './reading.ts'
import { BLANK } from './slips.ts'

type Words = typeof fr
type Context = PageContext<Words>

/** The sheet of a day, for who is in charge: what is on it, prepared and printed from here. */
const sheetPage: Page<Words> = {
  path: SHEET,
  who: 'neighbour',
  show: (kit, read, words): Leaf => {
    const { handing } = words
    const { request } = kit
    const body = html`
      ${said(request.said)}
      ${mistakeIn(request)}
      <div class="one">
        <article class="sheet">
          ${crumbs([{ href: PATH, words: words.menu }], request.lang)}
          <h1>${handing.title}</h1>
          <p class="lead">${handing.lead}</p>
          ${
            !request.private
              ? note(handing.onlyHere)
              : thingsKept(kit, read).length === 0
                ? note(handing.notInCharge)
                : ofDay({ kit, read, words })
          }
        </article>
      </div>
    `
    return { title: handing.title, body, current: PATH }
  },
}

function ofDay(context: Context): Html {
  const { kit, read, words } = context
  const { handing } = words
  const { today, lang } = kit.request
  const day = dayAsked(kit)
  const parts = sheetAsked(kit, read)
  const isPrepared = parts.some(({ blanks }) => blanks.length > 0)
  const printed = (kind: string, said: string): Html =>
    html`
      <a class="button${!isPrepared && ' quiet'}" href="/imprimer/${kind}?jour=${day}">${said}</a>
    `
  return html`
    <h2>${dayLong(day, lang, today)}</h2>
    <p>
      ${dotted([
        html`<a href="${SHEET}?jour=${today}">${handing.today}</a>`,
        html`<a href="${SHEET}?jour=${dayAfter(today, 1)}">${handing.tomorrow}</a>`,
      ])}
    </p>
    ${parts.map(part => placeSeen(part, context))}
    ${post(kit.form(), SHEET, {
      unchecked: true,
      fields: html`
        <p>${handing.prepareLead(linesIn(parts))}</p>
        ${kit.fields(handSheet, { day }, ['day'])}
      `,
      button: mainButton(handing.prepare),
    })}
    <p class="acts">
      ${printed('preter-jour', handing.print)}
      ${printed('preter-billets', handing.printSlips)}
      ${
        isPrepared &&
        html`
          <a class="button quiet" href="/imprimer/preter-billets?jour=${day}&amp;${BLANK}=1">
            ${handing.printBlanks}</a>
        `
      }
      <a class="button quiet" href="${KEYING}">${handing.keyIt}</a>
    </p>
    <p>${handing.stays}</p>
  `
}

/** The blank lines that the sheet has once it is prepared. */
const linesIn = (parts: readonly PreparedPlace[]): number =>
  parts.reduce((sum, { blanks }) => sum + (blanks.length || blanksAt(parts.length)), 0)

function placeSeen({ place, out, back, late, blanks }: PreparedPlace, context: Context): Html {
  const { handing } = context.words
  const part = (head: string, lines: readonly LineOfDay[]): Html | false =>
    lines.length > 0 &&
    html`
      <h4>${head}</h4>
      <ul class="notices">${lines.map(line => lineSeen(line, context))}</ul>
    `
  return html`
    ${place !== '' && html`<h3>${place}</h3>`}
    ${out.length === 0 && html`<p>${handing.nothingOut}</p>`}
    ${part(handing.out, out)}
    ${part(handing.back, back)}
    ${part(handing.late, late)}
    ${
      blanks.length > 0 &&
      html`
        <details>
          <summary>${handing.blanks}</summary>
          <ul class="blank-words">${blanks.map(word => html`<li>${word}</li>`)}</ul>
        </details>
      `
    }
  `
}

const lineSeen = (line: LineOfDay, context: Context): Html => html`
  <li>
    <p><b>${whatSaid(line)}</b></p>
    <p>
      ${dotted([
        ...[line.row.name, whenSaid(line, context), line.row.word],
        ...[missingSaid(line, context), dueSaid(line, context)],
      ])}
    </p>
  </li>
`

export const sheetPages: readonly Page<Words>[] = [sheetPage, keyingPage]
