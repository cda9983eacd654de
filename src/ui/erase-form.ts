import { type Html, html } from '../contract/html.ts'
import type { Kit } from '../contract/kit.ts'
import { post } from './post.ts'
import { fieldId, refused } from './say.ts'
import { uiWords } from './words.ts'

/** `type`: where the command takes a record of any type. */
type Erasing = Readonly<{ action: string; id: string; lead: string; type?: string }>

/**
 * *Effacer pour de bon*: what goes, and one of the printed codes. Folded, so that no finger falls
 * on it; open again after a mistake.
 */
export function eraseForm(kit: Kit, { action, id, lead, type }: Erasing): Html {
  const w = uiWords(kit.request.lang)
  const code = `code-${id}`
  const wrong =
    kit.request.again?.field === 'code' && kit.request.again.input['id'] === id
      ? kit.request.again.refused
      : undefined
  const why = wrong !== undefined && refused([{ sentence: wrong, field: code }], kit.request.lang)
  return html`
    <details class="no-print"${wrong !== undefined && html` open`}>
      <summary>${w.erase}</summary>
      ${post(kit.form(), action, {
        look: 'form stack',
        hidden: { id, from: kit.request.path, type },
        fields: html`
          ${why}
          <p>${lead}</p>
          <div class="field">
            <label for="${fieldId(code)}">${w.eraseCode}</label>
            <input id="${fieldId(code)}" name="code" autocomplete="off" required>
          </div>
        `,
        button: w.erase,
      })}
    </details>
  `
}
