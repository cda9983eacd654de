import { xmlText } from './xml.ts'

/** `updated`: ms since 1970. `rights`: under which licence, empty when none was given. */
export type AtomEntry = Readonly<{
  id: string
  title: string
  href: string
  published: number
  updated: number
  text: string
  rights: string
}>
export type FeedOf = Readonly<{
  self: string
  page: string
  title: string
  by: string
  id: string
  updated: number
}>

const at = (ms: number): string => new Date(ms).toISOString()

/**
 * A list as a feed, the newest first.
 *
 * Law     an entry keeps its id whatever becomes of its title or of the box's address. Source RFC
 *         4287, 4.1.
 */
export function atomOf(of: FeedOf, entries: readonly AtomEntry[]): string {
  const one = (entry: AtomEntry): string =>
    `<entry><id>${name(entry.id)}</id><title>${xmlText(entry.title)}</title>` +
    `<link rel="alternate" href="${xmlText(entry.href)}"/>` +
    `<published>${at(entry.published)}</published><updated>${at(entry.updated)}</updated>` +
    (entry.rights === '' ? '' : `<rights>${xmlText(entry.rights)}</rights>`) +
    `<content type="text">${xmlText(entry.text)}</content></entry>`
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>${name(of.id)}</id><title>\
${xmlText(of.title)}</title><updated>${at(of.updated)}</updated><author><name>\
${xmlText(of.by)}</name></author><link rel="self" href="${xmlText(of.self)}"/>\
<link rel="alternate" href="${xmlText(of.page)}"/>${entries.map(one).join('\n')}</feed>
`
}
const name = (id: string): string => `urn:cocote:${xmlText(id)}`
