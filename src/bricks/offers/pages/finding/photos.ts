import { html } from '../../../../contract/html.ts'
import type { Kit } from '../../../../contract/kit.ts'
import type { Leaf, Page } from '../../../../contract/page.ts'
import type { Reader } from '../../../../contract/reader.ts'
import { mainButton, post } from '../../../../ui/post.ts'
import { mistakeIn, said } from '../../../../ui/say.ts'
import { crumbs } from '../../../../ui/sheet.ts'
import { isTheirs, typeOf } from '../../model/commands-photos.ts'
import { noticeOf } from '../../model/read.ts'
import type { fr } from '../../words/fr.ts'

type Words = typeof fr

const page: Page<Words> = {
  path: '/annonces/:id/photos',
  who: 'neighbour',
  show: (kit: Kit, read: Reader, words: Words): Leaf | undefined => {
    const notice = noticeOf(read, kit.request.params['id'] ?? '')
    if (!notice || !isTheirs(read, notice, kit.request)) return undefined
    const { id, title } = notice.row
    const type = typeOf(notice)
    const wrong = mistakeIn(kit.request, 'photos')
    const steps = [
      { href: '/annonces', words: words.listTitle },
      { href: `/annonces/${id}`, words: title ?? '', isSaid: true },
    ]
    const fields = kit.fields(type, notice.row, ['photos'])
    const body = html`
      ${said(kit.request.said)}
      <div class="one">
        <article class="sheet ${notice.kind}-side">
          ${crumbs(steps, kit.request.lang)}
          <h1>${words.finding.photosOf}</h1>
          ${wrong}
          <p>${words.finding.photosLead}</p>
          ${post(kit.form({ type: type.name, id }), '/annonces/photos', {
            hidden: { id },
            files: true,
            unchecked: true,
            fields,
            button: mainButton(words.finding.keepPhotos, notice.kind),
          })}
        </article>
      </div>
    `
    return { title: words.finding.photosOf, body, current: '/annonces' }
  },
}

export const photoPages: readonly Page<Words>[] = [page]
