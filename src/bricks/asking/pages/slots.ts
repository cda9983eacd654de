import { html } from '../../../contract/html.ts'
import type { Slots } from '../../../contract/slots.ts'
import { notices } from '../../../ui/board.ts'
import { threadsOn, waitingQuestions } from '../model/read.ts'
import { PATH } from '../model/records.ts'
import type { fr } from '../words/fr.ts'
import { questionLine } from './pages.ts'

export const slots: Slots<typeof fr> = {
  tools: words => [
    { href: PATH, words: words.tool, under: 'answers', order: 20, about: words.toolAbout },
  ],
  // No label: nothing in the bar of each page, for a question may wait for weeks.
  waits: ({ by }, read, words) => {
    if (by !== 'keeper') return []
    const { n, oldest } = waitingQuestions(read)
    return [{ href: `${PATH}/${oldest}`, list: PATH, n, sentence: words.waits(n) }]
  },
  fromRecord: (id, words) => [{ href: `${PATH}/poser?sur=${id}`, words: words.fromRecord }],
  onRecord: (kit, read, words, { id }) => {
    if (kit.request.by !== 'keeper' || !kit.request.private) return undefined
    const threads = threadsOn(read, id)
    if (threads.length === 0) return undefined
    return html`
      <section class="part no-print">
        <header><h2>${words.onRecord}</h2></header>
        ${notices(threads.map(one => questionLine(one, { kit, read, words }, id)))}
      </section>
    `
  },
}
