import { type Html, html } from '../../../contract/html.ts'
import { formField } from '../../../ui/field.ts'
import { post } from '../../../ui/post.ts'
import { dealAnswer } from '../model/records.ts'
import type { Party } from '../model/rules.ts'
import { answerToken, type DealThread, fieldOf, named } from './view.ts'

/**
 * *Finalement, ça ne se fait pas*, with a line: *ma remorque est cassée*. It is folded, and open
 * again with the line that came back.
 */
export function failing(
  of: DealThread & Readonly<{ party: Party; place: number }>,
  summary: string,
): Html {
  const { words, place } = of
  const { id, typed = '', error } = fieldOf(of, place, 'said', 'not')
  const longest = dealAnswer.fields.said.longest
  const value = typed === '' ? {} : { value: typed }
  return html`
    <details${(typed !== '' || error !== undefined) && html` open`}>
      <summary>${summary}</summary>
      ${post(answerToken(of, place), `${of.at}/repondre`, {
        fields: formField({
          id: error === undefined ? fieldOf(of, place, 'off').id : id,
          label: words.line,
          error,
          input: { name: 'said', maxlength: longest, autocomplete: 'off', ...value },
        }),
        button: html`<button name="says" value="not"${named(words.buttons.sayNot, of)}>
          ${words.buttons.sayNot}
        </button>`,
      })}
    </details>
  `
}
