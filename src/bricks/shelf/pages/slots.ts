import { html } from '../../../contract/html.ts'
import type { Slots } from '../../../contract/slots.ts'
import { notice, notices, POINT } from '../../../ui/board.ts'
import { inTongue } from '../../../ui/tongue.ts'
import { SHELF } from '../model/commands.ts'
import { bytesOf, filesIn, foldersFor, foundFor, waitingIn } from '../model/read.ts'
import type { fr } from '../words/fr.ts'
import { fileItem } from './pages.ts'

/** What anybody may read: the home page is kept for everyone alike. */
const ANYBODY = { by: 'visitor' } as const

export const slots: Slots<typeof fr> = {
  questions: words => words.questions,
  home: (kit, read, words) => {
    const files = foldersFor(read, ANYBODY).flatMap(folder => filesIn(read, folder.id))
    if (files.length === 0) return []
    const newest = files.reduce((one, other) => (one.id < other.id ? other : one))
    const where = html`
      ${words.holds(files.length, words.size(bytesOf(files)))}
      ${POINT}
      ${words.newest} ${inTongue(newest.title ?? newest.ref.name, kit.request.lang)}
    `
    const body = notices([notice({ title: words.homeTake, href: SHELF, where })])
    return [{ order: 70, row: 'low', side: 'shelf', title: words.home, body }]
  },
  waits: ({ by }, read, words) => {
    const n = by === 'keeper' ? waitingIn(read).length : 0
    return [{ href: `${SHELF}/a-voir`, n, label: words.toSee, sentence: words.waiting(n) }]
  },
  tools: words => [
    { href: SHELF, words: words.title, under: 'people', about: words.toolAbout.shelf },
  ],
  finds: (kit, read, words, asked) => ({
    title: words.foundOnShelf,
    items: foundFor(
      read,
      { by: kit.request.by, ...(kit.request.me === undefined ? {} : { me: kit.request.me }) },
      asked,
    ).map(({ file }) => fileItem(file, kit.request, words)),
  }),
}
