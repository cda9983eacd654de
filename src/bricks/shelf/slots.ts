import type { Slots } from '../../core/slots.ts'
import { notices } from '../../ui/board.ts'
import { html } from '../../ui/html.ts'
import { SHELF } from './commands.ts'
import type { fr } from './fr.ts'
import { fileItem } from './pages.ts'
import { filesIn, foldersFor, foundFor, waitingIn } from './read.ts'

/** So many of the newest stand on the home page. */
const NEWEST = 3
/** What anybody may read: the home page is kept for everyone alike. */
const ANYBODY = { by: 'visitor' } as const

export const slots: Slots<typeof fr> = {
  home: (ask, read, words) => {
    const files = foldersFor(read, ANYBODY).flatMap(folder => filesIn(read, folder.id))
    if (files.length === 0) return []
    const newest = files.toSorted((a, b) => (a.id < b.id ? 1 : -1)).slice(0, NEWEST)
    const body = notices(newest.map(file => fileItem(file, ask, words)))
    return [{ order: 70, row: 'low', side: 'shelf', title: words.home, more: { href: SHELF, words: words.homeMore }, body }]
  },
  waits: (_ask, read, words) => {
    const n = waitingIn(read).length
    return n > 0 ? [html`<a href="${SHELF}/a-voir">${words.waiting(n)}</a>`] : []
  },
  tools: words => [{ href: SHELF, words: words.title }],
  finds: (ask, read, words, asked) => ({
    title: words.foundOnShelf,
    items: foundFor(read, { by: ask.by, ...(ask.me === undefined ? {} : { me: ask.me }) }, asked).map(({ file }) =>
      fileItem(file, ask, words),
    ),
  }),
}
