import { type Html, html } from '../../../contract/html.ts'
import type { Conflict, Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import type { ToDo, ToDoReader } from '../../../contract/to-do.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { BOXES } from '../model/commands.ts'
import type { fr } from '../words/fr.ts'
import { conflictOf } from './pages-versions.ts'
import type { SyncPage } from './say.ts'

const MOST = 50

/** What goes to recognised boxes only is shown where nobody listens. */
const theirsFor = (request: Pick<Request, 'private'>, read: Reader): readonly Conflict[] =>
  read.theirs(MOST).filter(({ space }) => space === 'commons' || request.private)

export function theirsWaiting(
  whom: ToDoReader,
  read: Reader,
  { theirs: w }: typeof fr,
): readonly ToDo[] {
  const [changed, unread] = [theirsFor(whom, read).length, read.unread().length]
  return [
    { href: BOXES, n: changed, order: 30, label: w.label, sentence: w.waits(changed) },
    { href: BOXES, n: unread, order: 30, label: w.label, sentence: w.unreadWaits(unread) },
  ].filter(({ n }) => n > 0)
}

/**
 * For the keeper's page of boxes: what another box wrote where this one alone decides, to settle;
 * and what nobody here can read.
 */
export function theirsPart(reading: SyncPage): Html {
  const { kit, read } = reading
  const w = reading.words.theirs
  const changed = theirsFor(kit.request, read).map(one => conflictOf(reading, one, BOXES))
  const unread = read.unread().map(one => html`<li>${unreadLine(reading, one)}</li>`)
  return html`
    ${
      changed.length > 0 &&
      html`
        <div class="part" id="chez-nous">
          <h2>${w.title}</h2>
          <p>${w.lead}</p>
          <div class="stack">${changed}</div>
        </div>
      `
    }
    ${
      unread.length > 0 &&
      html`
        <div class="part" id="illisible">
          <h2>${w.unreadTitle}</h2>
          <p>${w.unreadLead}</p>
          <ul>${unread}</ul>
        </div>
      `
    }
  `
}

function unreadLine(
  { kit, read, words }: SyncPage,
  { type: name, id }: Readonly<{ type: string; id: string }>,
): Html | string {
  const called = read.called(id)
  const type = read.types.get(name)
  if (!type) return called?.title ?? words.theirs.unreadPart(name)
  const { one } = kit.withMadeFields(type).words
  const title = called && html`<span${TONGUE}>${called.title}</span>`
  return called?.path
    ? html`${one} · <a href="${called.path}">${title}</a>`
    : html`${one}${title && html` · ${title}`}`
}
