import { html } from '../../../contract/html.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import { proposal } from '../../../contract/records/own-records.ts'
import { form } from '../../../ui/form.ts'
import { refused } from '../../../ui/say.ts'
import { askedOf } from '../model/mending.ts'
import type { fr } from '../words/fr.ts'

export const piecePage: Page<typeof fr> = {
  path: '/cueillette/piece/:id',
  who: 'keeper',
  show: (ask, read, w): Leaf | undefined => {
    const waiting = read.one(proposal, ask.params['id'] ?? '', 'home')
    const type = read.types.get(waiting?.of ?? '')
    const row =
      type && waiting?.piece
        ? (read.one(type, waiting.piece, 'home') as Readonly<Record<string, unknown>> | undefined)
        : undefined
    if (!waiting || !type || !row) return undefined
    const title = `${w.edit}${w.colon}${ask.kind(type).words.one}`
    const hidden = html`
      ${ask.form({ type: type.name, id: waiting.piece ?? '', space: 'home' })}
      <input type="hidden" name="id" value="${waiting.id}">
      <input type="hidden" name="from" value="${ask.path}">
    `
    const why =
      ask.again &&
      refused(
        [{ sentence: ask.again.refused, ...(ask.again.field ? { field: ask.again.field } : {}) }],
        ask.lang,
      )
    const body = html`
      <div class="one">
        <article class="sheet">
          <h1>${title}</h1>
          ${why}
          ${form({
            action: '/cueillette/corriger',
            hidden,
            fields: ask.fields(type, row, askedOf(type)),
            button: w.save,
          })}
        </article>
      </div>
    `
    return { title, body, current: '/cueillette' }
  },
}
