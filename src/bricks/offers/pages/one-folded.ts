import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Request } from '../../../contract/request.ts'
import { dayPlain } from '../../../text/days.ts'
import { formField, textArea } from '../../../ui/field.ts'
import { post } from '../../../ui/post.ts'
import { mistakeIn, mistakeOn } from '../../../ui/say.ts'
import type { Notice } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'

type Words = typeof fr

/** A text to carry elsewhere: we live beside the SMS, the classified ads, the festival's page. */
export function copying(notice: Notice, request: Request, words: Words): Html {
  const { title, who, reach, until } = notice.row
  const how = reach && stopped(`${words.contact(who ?? '')}${reach}`)
  const text = [
    stopped(title ?? ''),
    how,
    until && words.until(dayPlain(until, 'fr', request.today)),
  ]
    .filter(Boolean)
    .join(' ')
  return html`
    <details class="no-print">
      <summary>${words.copy}</summary>
      <p class="hint" id="copy-h">${words.copyHint}</p>
      ${textArea(
        {
          class: 'short',
          rows: 4,
          readonly: true,
          'aria-label': words.copy,
          'aria-describedby': 'copy-h',
          lang: 'fr',
        },
        text,
      )}
    </details>
  `
}

/** The sentence with one stop at its end: its own, or a full one. */
function stopped(sentence: string): string {
  const told = sentence.replace(/[.\s]+$/, '')
  return /[?!…]$/.test(told) ? told : `${told}.`
}

/** Off the page, with a reason for its author; a mistake is said where it was made. */
export function hiding(kit: Kit, id: string, words: Words): Html {
  const wrong = kit.request.again?.field === 'why' && mistakeIn(kit.request)
  return html`
    <details class="no-print"${wrong && html` open`}>
      <summary>${words.hide}</summary>
      ${wrong}
      ${post(kit.form(), '/annonces/cacher', {
        hidden: { id },
        fields: formField({
          id: 'f-why',
          label: words.hideWhy,
          error: mistakeOn(kit.request, 'why'),
          input: { name: 'why', maxlength: 300 },
        }),
        button: words.hide,
      })}
    </details>
  `
}
