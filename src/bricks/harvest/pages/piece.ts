import { html } from '../../../contract/html.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import { proposal } from '../../../contract/records/own-records.ts'
import { mainButton, post } from '../../../ui/post.ts'
import { mistakeIn } from '../../../ui/say.ts'
import { askedOf } from '../model/mending.ts'
import type { fr } from '../words/fr.ts'

export const piecePage: Page<typeof fr> = {
  path: '/cueillette/piece/:id',
  who: 'keeper',
  show: (kit, read, w): Leaf | undefined => {
    const waiting = read.one(proposal, kit.request.params['id'] ?? '', 'home')
    const type = read.types.get(waiting?.of ?? '')
    const row = type && waiting?.piece ? read.one(type, waiting.piece, 'home') : undefined
    if (!waiting || !type || !row) return undefined
    const title = `${w.edit}${w.colon}${kit.withMadeFields(type).words.one}`
    const why = mistakeIn(kit.request)
    const body = html`
      <div class="one">
        <article class="sheet">
          <h1>${title}</h1>
          ${why}
          ${post(
            kit.form({ type: type.name, id: waiting.piece ?? '', space: 'home' }),
            '/cueillette/corriger',
            {
              hidden: { id: waiting.id },
              unchecked: true,
              fields: kit.fields(type, row, askedOf(type)),
              button: mainButton(w.save),
            },
          )}
        </article>
      </div>
    `
    return { title, body, current: '/cueillette' }
  },
}
