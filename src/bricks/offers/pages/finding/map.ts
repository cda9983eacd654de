import { communesDrawn } from '../../../../contract/communes.ts'
import { type Html, html } from '../../../../contract/html.ts'
import type { PageContext } from '../../../../contract/page.ts'
import { apart, type MapCommune, territoryMap } from '../../../../ui/map/map.ts'
import { TONGUE } from '../../../../ui/tongue.ts'
import type { NoticesWhere } from '../../model/read-where.ts'
import type { fr } from '../../words/fr.ts'
import { searchQuery } from './choice.ts'

type Words = typeof fr
type Context = PageContext<Words>

const PATH = '/annonces'

/**
 * The map beside the list, of the same notices: a number on each commune, a point on each place
 * that they name; each leads to its list. False where nothing can be drawn, or nothing is there.
 *
 * Law     a notice stands at the middle of its commune, or at a place of the directory: no home of
 *         anybody is on it.
 */
export function noticesMap(where: NoticesWhere, context: Context): Html | false {
  if (where.count === 0) return false
  const { kit, read, words } = context
  const communes = communesDrawn(kit, read)
  const marks = marksOf(where, communes, context)
  const standing = apart(marks, communes)
  const here = kit.territory?.village
  const drawn =
    marks.length > 0 &&
    territoryMap({
      id: 'annonces',
      size: 'beside',
      title: words.finding.mapSays,
      communes,
      marks: standing,
      ...(here ? { here } : {}),
    })
  if (!drawn) return false
  const { finding: w } = words
  return html`
    <details class="wide-open list-map no-print">
      <summary>${w.mapOf}</summary>
      ${drawn}
      <p class="where">
        ${w.mapHint} ${standing.some(one => one.number === undefined) && w.mapPlaces}
        ${where.nowhere > 0 && w.mapNowhere(where.nowhere)}
      </p>
      <ul class="tags">
        ${marks.map(one => html`<li><a href="${one.href}"${TONGUE}>${one.title}</a></li>`)}
      </ul>
    </details>
  `
}

/** The same search, in one commune alone. */
function inCommune({ kit }: Context, code: string): string {
  const { commune: _commune, km: _km, ...query } = kit.request.query
  return `${PATH}?${searchQuery(query, { commune: code })}`
}

/** The same search, from one place alone. */
function fromPlace({ kit }: Context, id: string): string {
  const { lieu: _lieu, ...query } = kit.request.query
  return `${PATH}?${searchQuery(query, { lieu: id })}`
}

type Mark = NonNullable<Parameters<typeof territoryMap>[0]['marks']>[number] &
  Readonly<{ href: string; title: string }>

function marksOf(
  { communes: counts, places }: NoticesWhere,
  communes: readonly MapCommune[],
  context: Context,
): readonly Mark[] {
  const { mapMark } = context.words.finding
  const ofCommunes = communes.flatMap(({ code, name, point }): Mark[] => {
    const n = counts.get(code) ?? 0
    if (n === 0 || !point) return []
    return [{ point, number: n, title: mapMark(name, n), href: inCommune(context, code) }]
  })
  const ofPlaces = places.map(
    ({ id, name, point, count }): Mark => ({
      point,
      title: mapMark(name, count),
      href: fromPlace(context, id),
    }),
  )
  return [...ofCommunes, ...ofPlaces]
}
