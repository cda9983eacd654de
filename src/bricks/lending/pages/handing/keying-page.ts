import { type Html, html } from '../../../../contract/html.ts'
import type { Leaf, Page, PageContext } from '../../../../contract/page.ts'
import { one } from '../../../../core/form/input.ts'
import { formField } from '../../../../ui/field.ts'
import { mainButton, post } from '../../../../ui/post.ts'
import { fieldId, mistakeIn, note, said } from '../../../../ui/say.ts'
import { crumbs } from '../../../../ui/sheet.ts'
import { DAY_FIELD } from '../../model/handing/commands-keying.ts'
import { type LineRow, linesBack, MOST_LINES, TYPED } from '../../model/handing/lines.ts'
import { KEYING, SHEET } from '../../model/handing/paths.ts'
import type { ThingRow } from '../../model/read.ts'
import { PATH } from '../../model/records-thing.ts'
import type { fr } from '../../words/fr.ts'
import { keyedLine } from './keyed-line.ts'
import { thingsKept } from './reading.ts'

type Words = typeof fr
type Context = PageContext<Words>
/** Empty lines, under those that came back. */
const EMPTY = 10

/** Paper is keyed: lines that came back with their mistake, then empty ones, in one form. */
export const keyingPage: Page<Words> = {
  path: KEYING,
  who: 'neighbour',
  show: (kit, read, words): Leaf => {
    const { handing } = words
    const { request } = kit
    const things = thingsKept(kit, read)
    const body = html`
      ${said(request.said)}
      ${mistakeIn(request)}
      <div class="one">
        <article class="sheet">
          ${crumbs([{ href: PATH, words: words.menu }], request.lang)}
          <h1>${handing.keyIt}</h1>
          <p class="lead">${handing.keyingLead}</p>
          ${
            !request.private
              ? note(handing.onlyHere)
              : things.length === 0
                ? note(handing.notInCharge)
                : keyingForm(things, { kit, read, words })
          }
          <p><a href="${SHEET}">${handing.sheetLink}</a></p>
        </article>
      </div>
    `
    return { title: handing.keyIt, body, current: PATH }
  },
}

function keyingForm(things: readonly ThingRow[], context: Context): Html {
  const { kit, read, words } = context
  const { handing } = words
  const { request } = kit
  const isMine = ({ by }: LineRow): boolean =>
    by === null ? request.by === 'keeper' : request.isMe(by)
  const back = linesBack(read)
    .filter(isMine)
    .slice(0, MOST_LINES - EMPTY)
  const asked = one(request.query, TYPED.word)
  const line = (row: LineRow | undefined, n: number): Html => {
    const word = n === back.length ? asked : ''
    return keyedLine(n, { row, word, things, again: request.again?.input, words })
  }
  return post(kit.form(), KEYING, {
    look: 'form wide',
    unchecked: true,
    fields: html`
      ${formField({
        id: fieldId(DAY_FIELD),
        label: handing.dayOfAll,
        hint: handing.dayHint(kit.request.today),
        input: { name: DAY_FIELD, value: one(request.again?.input ?? {}, DAY_FIELD) },
      })}
      ${
        back.length > 0 &&
        html`
          <h2>${handing.comeBackHead}</h2>
          <p>${handing.comeBackLead}</p>
          <ol class="keyed-lines">${back.map(line)}</ol>
        `
      }
      <ol class="keyed-lines">
        ${Array.from({ length: EMPTY }, (_, n) => line(undefined, back.length + n))}
      </ol>
    `,
    button: mainButton(handing.keyAct),
  })
}
