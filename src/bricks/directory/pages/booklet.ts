import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import type { Point, RowOf } from '../../../core/schema.ts'
import { dayPlain } from '../../../text/days.ts'
import { withoutPhones } from '../../../text/sought-numbers.ts'
import { firstSentences } from '../../../ui/showcase.ts'
import { accessPoint, actor, confirmation, initiative, place, theme } from '../model/records.ts'
import { isBody } from '../model/rules.ts'
import { communeName, type DirectoryWords, hoursIn } from './say.ts'

/**
 * What stands in the booklet *Qui fait quoi*, read once: entries, and the themes under which they
 * are found.
 */

const MOST = 5_000
/** Units  letters of an entry's own words: a booklet is leafed through. */
const LONGEST = 200

export type BookletEntry = Readonly<{
  id: string
  type: string
  name: string
  /** What it is and where, in short pieces. */
  what: readonly string[]
  summary: string
  hours: string
  reach: readonly string[]
  /** *confirmé le 12 novembre 2026*, *à confirmer*, or nothing. */
  surety: string
  themes: readonly string[]
  commune: string | null
  point: Point | null
}>

/**
 * Everything that may be printed.
 *
 * Law     11: a person stands here only when they agreed to this very use, and then by their name,
 *         commune and way to be reached: neither their address nor their telephone, whatever was
 *         written of them. Whoever has a key is not said on paper.
 */
export function entriesOf(kit: Kit, read: Reader, words: DirectoryWords): readonly BookletEntry[] {
  const said = suretiesOf(kit.request, read, words)
  const all = [
    ...read.list(place, { limit: MOST }).map(row => placeEntry(row, kit, words)),
    ...read
      .list(actor, { where: "kind <> 'person' OR inBooklet = 1", limit: MOST })
      .map(row => actorEntry(row, kit, words)),
    ...read
      .list(initiative, { where: "state IS NOT 'done'", limit: MOST })
      .map(row => projectEntry(row, kit, read, words)),
    ...read.list(accessPoint, { limit: MOST }).map(row => computersEntry(row, kit, words)),
  ]
  return all
    .map(
      ({ toConfirm, ...one }): BookletEntry => ({
        ...one,
        surety: toConfirm === true ? words.toConfirmWord : (said.get(one.id) ?? ''),
      }),
    )
    .toSorted(
      (a, b) =>
        a.name.localeCompare(b.name, kit.request.lang, { numeric: true }) || (a.id < b.id ? -1 : 1),
    )
}

/** A person who did not agree to be printed is on no sheet, not even as who runs something. */
const isPrinted = (row: Pick<RowOf<typeof actor>, 'kind' | 'inBooklet'>): boolean =>
  isBody(row.kind) || row.inBooklet === true

type Made = Omit<BookletEntry, 'surety'> & Readonly<{ toConfirm: boolean | null }>
const there = (pieces: readonly (string | null | undefined | false)[]): readonly string[] =>
  pieces.filter((piece): piece is string => typeof piece === 'string' && piece !== '')
const phoneSaid = (phone: string | null): string | null => phone?.replaceAll(' ', '\u00a0') ?? null
/**
 * A person's telephone stands on no sheet of paper, wherever it was written: the form promises it.
 */
const unnumbered = (text: string | null): string | null =>
  text === null ? null : withoutPhones(text)
const inShort = (text: string | null): string => {
  const words = firstSentences(text)
  const said = words.charAt(0).toLocaleUpperCase('fr') + words.slice(1)
  return said.length <= LONGEST ? said : `${said.slice(0, LONGEST).replace(/\s+\S*$/u, '')}…`
}

const placeEntry = (row: RowOf<typeof place>, kit: Kit, words: DirectoryWords): Made => ({
  id: row.id,
  type: place.name,
  name: row.name ?? '',
  what: there([kit.told(place, 'kind', row.kind), communeName(kit, row.commune), row.address]),
  summary: inShort(row.description),
  hours: hoursIn(row, kit, words),
  reach: there([row.ask, phoneSaid(row.phone)]),
  themes: row.themes ?? [],
  commune: row.commune,
  point: row.point,
  toConfirm: row.toConfirm,
})

function actorEntry(row: RowOf<typeof actor>, kit: Kit, words: DirectoryWords): Made {
  const isPerson = !isBody(row.kind)
  return {
    id: row.id,
    type: actor.name,
    name: row.name ?? '',
    what: there([
      kit.told(actor, 'kind', row.kind),
      communeName(kit, row.commune),
      !isPerson && row.address,
    ]),
    summary: inShort(isPerson ? unnumbered(row.summary) : row.summary),
    hours: isPerson ? '' : hoursIn(row, kit, words),
    reach: there([
      isPerson ? unnumbered(row.reach) : row.reach,
      !isPerson && phoneSaid(row.phone),
      !isPerson && row.email,
    ]),
    themes: row.themes ?? [],
    commune: row.commune,
    point: isPerson ? null : row.point,
    toConfirm: row.toConfirm,
  }
}

function projectEntry(
  row: RowOf<typeof initiative>,
  kit: Kit,
  read: Reader,
  words: DirectoryWords,
): Made {
  const runners = (row.runBy ?? []).flatMap(id => read.one(actor, id) ?? []).filter(isPrinted)
  const who = runners.map(one => one.name ?? '').join(', ')
  const first = runners.find(
    one =>
      (isBody(one.kind) ? one.reach : unnumbered(one.reach)) || (isBody(one.kind) && one.phone),
  )
  const theirs = first
    ? [
        isBody(first.kind) ? first.reach : unnumbered(first.reach),
        isBody(first.kind) && phoneSaid(first.phone),
      ]
    : []
  return {
    id: row.id,
    type: initiative.name,
    name: row.title ?? '',
    what: there([
      kit.told(initiative, 'state', row.state),
      communeName(kit, row.commune),
      who !== '' && words.runBy(who),
    ]),
    summary: inShort(row.summary),
    hours: '',
    reach: there(row.reach ? [row.reach] : theirs),
    themes: row.themes ?? [],
    commune: row.commune,
    point: null,
    toConfirm: null,
  }
}

const computersEntry = (row: RowOf<typeof accessPoint>, kit: Kit, words: DirectoryWords): Made => ({
  id: row.id,
  type: accessPoint.name,
  name: row.name ?? '',
  what: there([kit.told(accessPoint, 'computers', row.computers), communeName(kit, row.commune)]),
  summary: inShort(row.help),
  hours: hoursIn(row, kit, words),
  reach: there([row.ask, phoneSaid(row.phone)]),
  themes: [],
  commune: row.commune,
  point: null,
  toConfirm: row.toConfirm,
})

/** Of each record, the last day on which somebody said that it is so, or what has changed. */
function suretiesOf(
  request: Request,
  read: Reader,
  words: DirectoryWords,
): ReadonlyMap<string, string> {
  const said = read.list(confirmation, {
    where: `says IN ('yes', 'changed') AND "on" IS NOT NULL`,
    order: '"on", id',
    limit: MOST,
  })
  return new Map(
    said.map(row => [
      row.about ?? '',
      words.prints.confirmedOn(dayPlain(row.on ?? '', request.lang)),
    ]),
  )
}

export type BookletSection = Readonly<{
  id: string
  title: string
  entries: readonly BookletEntry[]
  also: readonly BookletEntry[]
}>

/**
 * The booklet by theme: each entry once, under the widest theme of its first; under its others it
 * is a line that says where.
 *
 * Law     every entry stands whole exactly once; what has no theme comes last, a section each kind.
 */
export function sectionsOf(
  entries: readonly BookletEntry[],
  themes: ReadonlyMap<string, Readonly<{ label: string | null; wider: string | null }>>,
  titles: Readonly<Record<string, string>>,
): readonly BookletSection[] {
  const widest = (id: string, seen: ReadonlySet<string> = new Set()): string => {
    const wider = themes.get(id)?.wider
    return wider && themes.has(wider) && !seen.has(wider)
      ? widest(wider, new Set([...seen, id]))
      : id
  }
  const topsOf = (one: BookletEntry): readonly string[] => {
    const tops = [...new Set(one.themes.filter(id => themes.has(id)).map(id => widest(id)))]
    return tops.length > 0 ? tops : [one.type]
  }
  const found = entries.map(one => ({ one, tops: topsOf(one) }))
  const ids = [...new Set(found.flatMap(each => each.tops))]
  const section = (id: string, title: string): BookletSection => ({
    id,
    title,
    entries: found.filter(each => each.tops[0] === id).map(each => each.one),
    also: found.filter(each => each.tops.indexOf(id) > 0).map(each => each.one),
  })
  return [
    ...ids
      .filter(id => themes.has(id))
      .map(id => section(id, themes.get(id)?.label ?? ''))
      .toSorted((a, b) => a.title.localeCompare(b.title, 'fr') || (a.id < b.id ? -1 : 1)),
    ...Object.entries(titles)
      .filter(([type]) => ids.includes(type))
      .map(([type, title]) => section(type, title)),
  ]
}

export const themesIn = (read: Reader) =>
  new Map(read.list(theme, { limit: MOST }).map(row => [row.id, row] as const))
