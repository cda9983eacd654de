import { html } from '../../../../contract/html.ts'
import type { Ask, Leaf, Page } from '../../../../contract/page.ts'
import type { Reader } from '../../../../contract/reader.ts'
import { form } from '../../../../ui/form.ts'
import { refused, said } from '../../../../ui/say.ts'
import { crumbs } from '../../../../ui/sheet.ts'
import { isTheirs, typeOf } from '../../model/commands-photos.ts'
import { noticeOf } from '../../model/read.ts'
import type { fr } from '../../words/fr.ts'

type Words = typeof fr

const page: Page<Words> = {
  path: '/annonces/:id/photos',
  who: 'neighbour',
  show: (ask: Ask, read: Reader, words: Words): Leaf | undefined => {
    const notice = noticeOf(read, ask.params['id'] ?? '')
    if (!notice || !isTheirs(read, notice, ask)) return undefined
    const { id, title } = notice.row
    const type = typeOf(notice)
    const wrong =
      ask.again?.refused && refused([{ sentence: ask.again.refused, field: 'photos' }], ask.lang)
    const hidden = html`
      ${ask.form({ type: type.name, id })}
      <input type="hidden" name="id" value="${id}">
      <input type="hidden" name="from" value="${ask.path}">
    `
    const steps = [
      { href: '/annonces', words: words.listTitle },
      { href: `/annonces/${id}`, words: title ?? '' },
    ]
    const fields = ask.fields(type, notice.row, ['photos'])
    const body = html`
      ${said(ask.said)}
      <div class="one">
        <article class="sheet ${notice.kind}-side">
          ${crumbs(steps, ask.lang)}
          <h1>${words.finding.photosOf}</h1>
          ${wrong}
          <p>${words.finding.photosLead}</p>
          ${form({
            action: '/annonces/photos',
            hidden,
            fields,
            button: words.finding.keepPhotos,
            side: notice.kind,
            files: true,
          })}
        </article>
      </div>
    `
    return { title: words.finding.photosOf, body, current: '/annonces' }
  },
}

export const photoPages: readonly Page<Words>[] = [page]
