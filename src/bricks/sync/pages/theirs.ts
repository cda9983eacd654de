import type { Ask } from '../../../contract/page.ts'
import type { Conflict, Reader } from '../../../contract/reader.ts'
import type { Awaited, Waiting } from '../../../contract/slots.ts'
import { wordsOfType } from '../../../contract/type-words.ts'
import { bare } from '../../../core/bare.ts'

import { type Html, html } from '../../../ui/html.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import type { Site } from '../../../web/pages/ask.ts'
import { en } from '../words/theirs/en.ts'
import { fr } from '../words/theirs/fr.ts'
import { BOXES, conflictOf } from './two-versions.ts'

bare({ fr, en })
const wordsIn = (lang: Ask['lang']): typeof fr => (lang === 'en' ? en : fr)

const MOST = 50

/** What goes to recognised boxes only is shown where nobody listens. */
const theirsFor = (ask: Pick<Ask, 'private'>, read: Reader): readonly Conflict[] =>
  read.theirs(MOST).filter(({ space }) => space === 'commons' || ask.private)

export function theirsWaiting(whom: Awaited, read: Reader): readonly Waiting[] {
  const w = wordsIn(whom.lang)
  const [changed, unread] = [theirsFor(whom, read).length, read.asides().length]
  return [
    { href: BOXES, n: changed, order: 30, label: w.label, sentence: w.waits(changed) },
    { href: BOXES, n: unread, order: 30, label: w.label, sentence: w.unreadWaits(unread) },
  ].filter(({ n }) => n > 0)
}

/** For the keeper's page of boxes: what another box wrote where this one alone decides, to settle; and what nobody here can read. */
export function theirsPart(site: Site, ask: Ask): Html {
  const w = wordsIn(ask.lang)
  const changed = theirsFor(ask, site.read).map(one => conflictOf(site, ask, one, BOXES))
  const unread = site.read.asides().map(one => html`<li>${unreadLine(site, ask, one)}</li>`)
  return html`${changed.length > 0 && html`<div class="part" id="chez-nous"><h2>${w.title}</h2><p>${w.lead}</p><div class="stack">${changed}</div></div>`}${unread.length > 0 && html`<div class="part" id="illisible"><h2>${w.unreadTitle}</h2><p>${w.unreadLead}</p><ul>${unread}</ul></div>`}`
}

function unreadLine({ bricks, types, read }: Site, { lang }: Ask, { type, id }: Readonly<{ type: string; id: string }>): Html | string {
  const called = read.called(id)
  if (!types.has(type)) return called?.title ?? wordsIn(lang).unreadPart(type)
  const one = wordsOfType(bricks, type, lang).one
  const title = called && html`<span${TONGUE}>${called.title}</span>`
  return called?.path ? html`${one} · <a href="${called.path}">${title}</a>` : html`${one}${title && html` · ${title}`}`
}
