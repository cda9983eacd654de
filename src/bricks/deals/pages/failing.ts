import { type Html, html } from '../../../contract/html.ts'
import { formField } from '../../../ui/field.ts'
import { post } from '../../../ui/post.ts'
import { dealAnswer } from '../model/records.ts'
import type { Party } from '../model/rules.ts'
import { answerToken, type DealThread, fieldOf, named } from './view.ts'

/** *Finalement, ça ne se fait pas*, with a line: *ma remorque est cassée*. */
export const failing = (of: DealThread & Readonly<{ party: Party; place: number }>): Html =>
  post(answerToken(of, of.place), `${of.at}/repondre`, {
    fields: formField({
      id: fieldOf(of, of.place, 'off').id,
      label: of.words.line,
      input: { name: 'said', maxlength: dealAnswer.fields.said.longest, autocomplete: 'off' },
    }),
    button: html`<button name="says" value="not"${named(of.words.buttons.sayNot, of)}>
      ${of.words.buttons.sayNot}
    </button>`,
  })
