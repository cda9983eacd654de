import type { PageContext } from '../../../contract/page.ts'
import { wordsOf } from '../../../core/letters/words.ts'
import { poolsOfAll, sharingOf, type ThingRow } from '../model/read.ts'
import { PATH, thing } from '../model/records-thing.ts'
import { freedom } from '../model/rules.ts'
import type { Span } from '../model/span.ts'
import type { fr } from '../words/fr.ts'

/** Who else has one, where a thing is taken: a neighbour’s notice, another thing that is free. */

type Context = PageContext<typeof fr>
export type OtherOne = Readonly<{ href: string; said: string }>

/** So many of each sort are looked at. */
const MOST = 4
/** By these ways a notice gives something for a time. */
const FOR_A_TIME: ReadonlySet<string> = new Set(['lend', 'share', 'rent'])

/** Notices whose title names the same kind of thing, and things of that name that are free then. */
export function othersHave(context: Context, row: ThingRow, span: Span): readonly OtherOne[] {
  const kind = kindNamed(row)
  if (kind.length === 0) return []
  return [...thingsFree(context, row, { kind, span }), ...noticesOf(context, row, kind)]
}

function noticesOf(
  { read, words }: Context,
  row: ThingRow,
  kind: readonly string[],
): readonly OtherOne[] {
  const hits = titled(read.searchTyped(kind.join(' '), ['offer'], 3 * MOST), kind)
  const seen = read.published.noticesSeen?.(hits.map(({ id }) => id)) ?? []
  return seen
    .filter(
      one =>
        !one.isClosed && one.id !== row.notice && one.mode !== null && FOR_A_TIME.has(one.mode),
    )
    .slice(0, MOST)
    .map(one => ({
      href: `/annonces/${one.id}`,
      said: words.seeing.noticeHas(one.who ?? '', one.title),
    }))
}

function thingsFree(
  { read, kit, words }: Context,
  row: ThingRow,
  { kind, span }: Readonly<{ kind: readonly string[]; span: Span }>,
): readonly OtherOne[] {
  const hits = titled(read.searchTyped(kind.join(' '), [thing.name], 3 * MOST), kind)
  const rows = hits
    .flatMap(({ id }) => (id === row.id ? [] : (read.one(thing, id) ?? [])))
    .filter(one => one.gone !== true && one.condition !== 'repair' && one.partOf !== row.id)
    .slice(0, MOST)
  const pools = poolsOfAll(read, rows, span.from, { until: span.until, isWindow: true })
  return rows
    .filter(one => freedom(span, pools.get(one.id) ?? [], sharingOf(one, kit.request.now)).free)
    .map(one => {
      const host = kit.hostOf(one.id)
      const title = one.title ?? ''
      const said = host ? words.seeing.boxHas(host.called, title) : words.seeing.hereToo(title)
      return { href: `${PATH}/${one.id}`, said }
    })
}

const titled = <T extends Readonly<{ title: string }>>(
  hits: readonly T[],
  kind: readonly string[],
): readonly T[] =>
  hits.filter(({ title }) => {
    const said = wordsOf(title)
    return kind.every(word => said.some(one => one === word || one === `${word}s`))
  })

/**
 * The words of a title that say what kind of thing it is: its noun, and what that is for: *scie
 * ruban* of *Scie à ruban de Paul*, *remorque* of *Remorque 750 kg*. Of a place, its noun alone.
 */
function kindNamed({ title, kind }: Pick<ThingRow, 'title' | 'kind'>): readonly string[] {
  const said = wordsOf(title ?? '')
  const [noun, link, use] = ARTICLES.has(said[0] ?? '') ? said.slice(1) : said
  if (noun === undefined) return []
  const isUse =
    link !== undefined && LINKS.has(link) && use !== undefined && /^[a-z]{3,}$/.test(use)
  return isUse && kind !== 'place' && kind !== 'desk' ? [noun, use] : [noun]
}
const ARTICLES: ReadonlySet<string> = new Set(['le', 'la', 'les', 'l', 'un', 'une', 'the', 'a'])
const LINKS: ReadonlySet<string> = new Set(['a', 'de', 'd'])
