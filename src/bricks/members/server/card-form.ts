import { type Html, html } from '../../../contract/html.ts'
import { formField, tick } from '../../../ui/field.ts'
import { mainButton, post } from '../../../ui/post.ts'
import { ourToken } from '../../../web/post/our-token.ts'
import type { WayInFilled } from '../../../web/served.ts'
import type { Server } from '../../../web/server-parts.ts'
import { ENTER, type Visit } from '../../../web/session/visit.ts'
import { webWords } from '../../../web/words.ts'

/**
 * *Cet ordinateur est partagé ?*: yes unless it is said otherwise; over http a visit always ends
 * with the browser.
 */
export function sharedField(visit: Visit): Html {
  const w = webWords(visit.lang).cards
  if (!visit.private) return html`<p class="hint">${w.endsWithVisit}</p>`
  const round = { look: 'choice', kind: 'radio', name: 'own' } as const
  return html`
    <fieldset class="group-field">
      <legend>${w.isShared}</legend>
      <div class="choices">
        ${tick({ ...round, id: 'f-shared-1', value: '0', isOn: true, words: w.sharedYes })}
        ${tick({ ...round, id: 'f-shared-0', value: '1', words: w.sharedNo })}
      </div>
    </fieldset>
  `
}

/** Where the keeper's own form stands. */
const KEEPER_BOX = '/entrer#f-passphrase'

/**
 * The number and the four words of a card, typed; `held` is a post that goes on after it, `way` the
 * page that was asked for.
 */
export function cardForm(
  server: Server,
  visit: Visit,
  { number = '', held, way }: WayInFilled,
): Html {
  const w = webWords(visit.lang)
  const form = post(ourToken(server, visit), ENTER, {
    files: held !== undefined,
    fields: html`
      ${held}
      ${way}
      ${formField({
        id: 'f-number',
        label: w.cards.number,
        input: { name: 'number', autocomplete: 'off', value: number, maxlength: 60 },
      })}
      ${formField({
        id: 'f-words',
        label: w.cards.fourWords,
        input: {
          name: 'words',
          autocomplete: 'off',
          autocapitalize: 'none',
          spellcheck: 'false',
          maxlength: 120,
        },
      })}
      ${sharedField(visit)}
    `,
    button: mainButton(w.cards.openMine),
  })
  // A keeper holds a name and a phrase too, and would type them here.
  const keeper = html`
    <p>
      ${w.cards.keepsPage}${' '}
      <a href="${KEEPER_BOX}">${w.cards.keepsPageHere}</a>.
    </p>
  `
  return html`
    <p>${w.cards.enterLead}</p>
    ${keeper}
    ${form}
    <p>${w.cards.noCard}</p>
  `
}
