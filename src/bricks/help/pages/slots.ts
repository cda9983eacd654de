import { html } from '../../../contract/html.ts'
import type { Slots } from '../../../contract/slots.ts'
import { HELP } from '../model/chapter.ts'
import type { fr } from '../words/fr.ts'
import { chapterFor } from './chapters.ts'
import { finds } from './finds.ts'

export const slots: Slots<typeof fr> = {
  questions: words => words.questions,
  finds,
  // On a page of the help itself the trail leads back.
  foot: (path, _page, words) => {
    if (path === HELP || path.startsWith(`${HELP}/`)) return undefined
    const chapter = chapterFor(path)
    return html`
      <a class="no-print" href="${chapter === undefined ? HELP : `${HELP}/${chapter}`}">
        ${words.foot}
      </a>
    `
  },
}
