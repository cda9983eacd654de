import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import { one } from '../../../core/form/input.ts'
import { onDay } from '../../../text/days.ts'
import { isInsulting } from '../../../text/guard/insults.ts'
import { shortLine } from '../../../text/short.ts'
import { formField, textArea } from '../../../ui/field.ts'
import { post } from '../../../ui/post.ts'
import { saidWord } from '../../../ui/said-word.ts'
import type { WordRow } from '../model/read.ts'
import { word } from '../model/records.ts'
import type { fr } from '../words/fr.ts'

type Words = typeof fr

/** What was answered to a word: where it is written down, and where its sender reads it. */

/** The answer to a word, folded under what opens it. `path`: where it posts. */
export function replyForm(
  row: WordRow,
  kit: Kit,
  words: Words,
  { path, summary }: Readonly<{ path: string; summary: string }>,
): Html {
  const { again } = kit.request
  const typed =
    again && one(again.input, 'word') === row.id ? one(again.input, 'answer') : undefined
  const id = `f-answer-${row.id}`
  const control = (about: Html): Html =>
    textArea(
      { class: 'short', id, name: 'answer', maxlength: word.fields.answer.longest },
      typed ?? row.answer ?? '',
      about,
    )
  return html`
    <details class="no-print"${typed !== undefined && html` open`}>
      <summary>${summary}</summary>
      ${post(kit.form(), path, {
        unchecked: true,
        hidden: { word: row.id },
        fields: formField({ id, label: words.handing.replyLabel, error: undefined, control }),
        button: words.handing.replySend,
      })}
    </details>
  `
}

/** *Ninon a répondu, le 5 décembre*, and what; folded where it holds an insult. */
export const replySaid = ({ answer, answeredOn }: WordRow, kit: Kit, words: Words): Html | false =>
  answer !== null &&
  html`
    <p class="where">
      ${words.handing.repliedOn(onDay(answeredOn ?? '', kit.request.lang, kit.request.today))}
    </p>
    ${saidWord(answer, kit.request.lang)}
  `

const MOST_SAID = 120
/** The same in a line; an insult is read by opening it. */
export const replyLine = ({ answer }: WordRow): string | undefined =>
  answer === null || isInsulting(answer) ? undefined : shortLine(answer, MOST_SAID)
