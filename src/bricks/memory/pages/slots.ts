import { html } from '../../../contract/html.ts'
import type { Slots } from '../../../contract/slots.ts'
import { saidThen } from '../model/standing.ts'
import { THREADED } from '../model/thread.ts'
import { THREAD, THREADS } from './pages.ts'
import type { MemoryWords } from './steps.ts'

export const slots: Slots<MemoryWords> = {
  questions: words => words.questions,
  tools: words => [
    { href: THREADS, words: words.title, under: 'council', about: words.toolAbout, order: 5 },
  ],
  foot: (path, _page, words) =>
    path === '/idees' || path === '/faits'
      ? html`<a href="${THREADS}">${words.toAll}</a>`
      : undefined,
  onRecord: (kit, read, words, { type, id }) => {
    if (THREADED.has(type.name))
      return html`<p class="no-print"><a href="${THREAD}/${id}">${words.thread}</a></p>`
    const then = type.name === 'meeting' && saidThen(read, [id], kit.request.today).get(id)
    if (!then) return undefined
    const said = words.saidThere(words.counts(then))
    return html`<p class="no-print"><a href="${THREADS}/${id}">${said}</a></p>`
  },
}
