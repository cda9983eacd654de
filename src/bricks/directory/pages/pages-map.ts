import { communesDrawn, type DrawnCommune } from '../../../contract/communes.ts'
import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import type { MapPoint } from '../../../contract/slots.ts'
import { STANDS } from '../../../contract/tables.ts'
import { lazyOf } from '../../../core/lazy.ts'
import { fold } from '../../../core/letters/words.ts'
import type { Point } from '../../../core/schema.ts'
import { POINT } from '../../../ui/board.ts'
import { gathered, legend, mapKind, type Spot, territoryMap } from '../../../ui/map/map.ts'
import { said } from '../../../ui/say.ts'
import { TONGUE, withoutTongue } from '../../../ui/tongue.ts'
import { visited } from '../model/read.ts'
import { PATHS } from './line.ts'
import { communeName, type DirectoryWords, reachOf } from './say.ts'

const MOST_POINTS = 400
const MOST_DOTS = 30

export type Spotted = Readonly<{
  title: string
  href: string
  point: Point | null
  commune: string | null
  layer: 'place' | 'actor' | 'other'
  /** The key of the words that stand beside its title. */
  kind?: string | undefined
}>

const WHERE = `${STANDS} AND (point IS NOT NULL OR commune IS NOT NULL)`
/** Nothing of a row is read but what the map says. */
const ON_MAP = {
  shared: `SELECT 'place' AS layer, id, name, point, commune FROM place
    WHERE ${WHERE} AND shared = 1 ORDER BY id LIMIT ?1`,
  place: `SELECT 'place' AS layer, id, name, point, commune FROM place
    WHERE ${WHERE} AND shared IS NOT 1 ORDER BY id DESC LIMIT ?1`,
  actor: `SELECT 'actor' AS layer, id, name, point, commune FROM actor
    WHERE ${WHERE} AND kind <> 'person' ORDER BY id DESC LIMIT ?1`,
} as const
function onMap(
  read: Reader,
  parts: readonly (keyof typeof ON_MAP)[],
  most: number,
): readonly Spotted[] {
  const each = parts.map(part => `SELECT * FROM (${ON_MAP[part]})`)
  return read.all(each.join(' UNION ALL '), most).map((row): Spotted => {
    const layer = row['layer'] === 'actor' ? 'actor' : 'place'
    return {
      title: String(row['name'] ?? ''),
      href: `${PATHS[layer]}/${row['id']}`,
      point: typeof row['point'] === 'string' ? JSON.parse(row['point']) : null,
      commune: typeof row['commune'] === 'string' ? row['commune'] : null,
      layer,
    }
  })
}
/**
 * The common local, then the newest places: read in the order of their ids, so that a long list
 * costs no more than a short one.
 */
export const placesOn = (read: Reader, most: number): readonly Spotted[] =>
  onMap(read, ['shared', 'place'], most)

/**
 * What stands on the map: places and groups. A person is not put on a map, whatever was written of
 * their address.
 */
export const spotted = (read: Reader, most = MOST_POINTS): readonly Spotted[] =>
  onMap(read, ['shared', 'place', 'actor'], most)

/** What a search asks to see alone, by the first word of its addresses: `?montrer=annonces`. */
function onlyAsked(request: Request): string | undefined {
  const asked = request.query['montrer']
  return typeof asked === 'string' && /^[a-z][a-z-]*$/.test(asked) ? `/${asked}` : undefined
}

/** A market held at the place of the same name is one thing on a map: its place stands for both. */
const nameHere = lazyOf(
  (one: Readonly<{ title: string; commune?: string | null }>): string =>
    `${one.commune ?? ''} ${fold(one.title)}`,
)
const asSpotted = lazyOf(
  (one: MapPoint): Spotted => ({
    title: one.title,
    href: one.href,
    point: one.point ?? null,
    commune: one.commune ?? null,
    layer: 'other',
    kind: one.kind,
  }),
)

/** Places and groups, then what other bricks put on the map; of a search, what it found alone. */
function everything(kit: Kit, { own, points }: Stands): readonly Spotted[] {
  const only = onlyAsked(kit.request)
  const isAsked = (one: Readonly<{ href: string }>): boolean =>
    only === undefined || one.href.startsWith(`${only}/`)
  const asked = own.filter(isAsked)
  const known = new Set(asked.flatMap(one => [one.href, nameHere(one)]))
  const others = points.filter(
    one => !known.has(one.href) && !known.has(nameHere(one)) && isAsked(one),
  )
  return [...asked, ...others.map(asSpotted)]
}

type Stands = Readonly<{ own: readonly Spotted[]; points: readonly MapPoint[] }>
const isSame = (a: Spotted | MapPoint, b: Spotted | MapPoint | undefined): boolean =>
  a.href === b?.href &&
  a.title === b.title &&
  a.commune === b.commune &&
  a.point?.[0] === b.point?.[0] &&
  a.point?.[1] === b.point?.[1]
const areSame = <T extends Spotted | MapPoint>(some: readonly T[], others: readonly T[]): boolean =>
  some.length === others.length && some.every((one, i) => isSame(one, others[i]))
/** The same, each as it was before where nothing of it changed: what was made of it stays. */
function asBefore<T extends Spotted | MapPoint>(some: readonly T[], others: readonly T[]) {
  const before = new Map(others.map(one => [one.href, one]))
  return some.map(one => {
    const other = before.get(one.href)
    return other && isSame(one, other) ? other : one
  })
}

/** The small map of the first page, its legend in words. */
export function smallMap(kit: Kit, read: Reader, words: DirectoryWords): Html | false {
  const { territory } = kit
  if (!territory) return false
  const been = visited(read).filter(code => code !== territory.village)
  const points = placesOn(read, MOST_DOTS).flatMap(one =>
    one.point ? [{ point: one.point, title: one.title }] : [],
  )
  const map = territoryMap({
    id: 'par-ici',
    size: 'small',
    title: words.smallMapSays(territory.name),
    communes: communesDrawn(kit, read),
    here: territory.village,
    marked: been,
    marks: points,
  })
  const village = communeName(kit, territory.village)
  return (
    map !== null &&
    html`
      ${map}
      <p class="where">${words.smallLegend(village, been.length > 0, points.length > 0)}</p>
    `
  )
}

/** The signs of the map, then what it shows in words. */
type Drawn = Readonly<{ signs: Html | false; lists: Html }>
type Seen = Readonly<{ communes: readonly DrawnCommune[]; been: readonly string[] }>
function drawnOf(
  all: readonly Spotted[],
  { communes, been }: Seen,
  kit: Kit,
  words: DirectoryWords,
): Drawn {
  const { lang } = kit.request
  const elsewhere = been.filter(code => code !== kit.territory?.village)
  const { spots, nowhere } = gathered(all, communes)
  const village = kit.territory?.village
  const drawn = territoryMap({
    id: 'carte',
    size: 'large',
    title: words.mapSays(kit.territory?.name ?? ''),
    communes,
    ...(village ? { here: village } : {}),
    marked: elsewhere,
    marks: spots.map(spot => ({
      point: spot.point,
      number: spot.number,
      title: spot.items.map(item => item.title).join(', '),
    })),
  })
  const signs =
    drawn !== null &&
    html`
      ${drawn}
      ${legendOf(kit, words, elsewhere, spots.length > 0)}
      ${mapKind(communes) === 'cells' && html`<p class="where">${words.mapCells}</p>`}
    `
  const lists = html`${listOf(words.spotsTitle, 'ol', spots.map(spotItem(kit)))}${listOf(
    words.notOnMap,
    'ul',
    nowhere.map(item => html`<li>${linkTo(item)}${kindOf(item, kit)}</li>`),
  )}${listOf(
    words.communesTitle,
    'ul',
    communes.map(one => communeItem(one, been, words)),
  )}`
  return { signs: signs && withoutTongue(signs, lang), lists: withoutTongue(lists, lang) }
}

type LastDrawn = Stands & Pick<Seen, 'communes'> & Readonly<{ by: Map<string, Drawn> }>
/** What stood on the map when it was drawn last, and the map by all else that it shows. */
let last: LastDrawn = { own: [], points: [], communes: [], by: new Map() }
/**
 * The names of communes that the lists and the legend say. The name of a commune beyond the
 * territory comes from a record of another box.
 */
function namesOn({ own, points }: Stands, kit: Kit): readonly string[] {
  const codes = new Set([...own, ...points].map(one => one.commune ?? null))
  return [kit.territory?.village ?? null, ...codes].map(code => communeName(kit, code))
}
/** The whole map, as it was drawn last: most of what is written changes nothing on it. */
function wholeMap(stands: Stands, seen: Seen, kit: Kit, words: DirectoryWords): Drawn {
  const { communes, been } = seen
  const isLast =
    communes === last.communes &&
    areSame(stands.own, last.own) &&
    areSame(stands.points, last.points)
  if (!isLast) {
    const own = asBefore(stands.own, last.own)
    const points = asBefore(stands.points, last.points)
    last = { own, points, communes, by: new Map() }
  }
  const key = JSON.stringify([kit.request.lang, kit.territory, been, namesOn(stands, kit)])
  const drawn = last.by.get(key) ?? drawnOf(everything(kit, last), seen, kit, words)
  if (last.by.size >= MOST_DRAWN) last.by.clear()
  last.by.set(key, drawn)
  return drawn
}
/** One a language. */
const MOST_DRAWN = 2

/** Units   bytes. */
const bytesOf = (made: readonly Spotted[]): number => 2 * JSON.stringify(made).length

/** `/carte`: the map, then everything that it shows, in words. */
const map: Page<DirectoryWords> = {
  path: '/carte',
  forAll: true,
  show: (kit, read, words): Leaf => {
    const own = read.keep('map', () => spotted(read), bytesOf)
    const stands = { own, points: kit.points('directory') }
    const seen = { communes: communesDrawn(kit, read), been: visited(read) }
    const { signs, lists } =
      onlyAsked(kit.request) === undefined
        ? wholeMap(stands, seen, kit, words)
        : drawnOf(everything(kit, stands), seen, kit, words)
    const body = html`
      ${said(kit.request.said)}
      <div class="head">
        <h1>${words.mapTitle}</h1>
        ${
          signs &&
          html`<p class="no-print"><a href="/imprimer/carte-a3">${words.prints.map}</a></p>`
        }
        ${onlySome(kit.request, words)}
      </div>
      ${
        signs ||
        html`
          <p>
            ${words.mapNone} <span class="no-print"><a
              href="/tenir/carte">${words.mapBring}</a></span>
          </p>
        `
      }
      ${lists}
      <div class="part">${reachOf(kit, {})}</div>
    `
    return { title: words.mapTitle, body, current: '/annuaire' }
  },
}

/** Of a search: that it is not the whole map, and the way back to its list. */
function onlySome(request: Request, words: DirectoryWords): Html | false {
  const only = onlyAsked(request)
  if (only === undefined) return false
  const asked = Object.entries(request.query).filter(
    ([name]) => name !== 'montrer' && name !== 'langue',
  )
  const query = new URLSearchParams(
    asked.flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : value.map(one => [name, one]),
    ),
  )
  return html`
    <p class="lead">
      ${words.onlySome} <span class="no-print"><a
        href="${only}?${query.toString()}">${words.asList}</a>${POINT}<a
        href="/carte">${words.wholeMap}</a></span>
    </p>
  `
}

const listOf = (title: string, tag: 'ol' | 'ul', items: readonly Html[]): Html | false =>
  items.length > 0 &&
  html`
    <div class="part">
      <h2>${title}</h2>
      ${
        tag === 'ol'
          ? html`<ol class="columns numbered">${items}</ol>`
          : html`<ul class="columns">${items}</ul>`
      }
    </div>
  `

const linkTo = lazyOf(
  (item: Spotted): Html => html`<a href="${item.href}"${TONGUE}>${item.title}</a>`,
)

const kindOf = ({ kind }: Spotted, { wordAt }: Kit): Html | false => {
  const said = kind === undefined ? undefined : wordAt(kind)
  return said !== undefined && html` <span class="where">(${said})</span>`
}

/** One number of the map: the communes that it stands in, and all that is there. */
const spotItem =
  (kit: Kit) =>
  ({ number, items }: Spot<Spotted>): Html => {
    const where = [...new Set(items.map(item => communeName(kit, item.commune)))].filter(
      name => name !== '',
    )
    return html`
      <li value="${number}">
        ${where.length > 0 && html`<span class="where">${where.join(', ')}</span>`}
        ${items.map(
          (item, i) => html`
          ${(i > 0 || where.length > 0) && html`<br>`}${linkTo(item)}${kindOf(item, kit)}
        `,
        )}
      </li>
    `
  }

const communeItem = (
  one: Readonly<{ code: string; name: string }>,
  been: readonly string[],
  words: DirectoryWords,
): Html =>
  html`
    <li>
      <a href="/annuaire?commune=${one.code}">${one.name}</a>
      ${been.includes(one.code) && html` <span class="where">${words.visited}</span>`}
    </li>
  `

function legendOf(kit: Kit, words: DirectoryWords, been: readonly string[], some: boolean): Html {
  return legend({
    id: 'carte',
    ...(kit.territory ? { here: words.legendHere(communeName(kit, kit.territory.village)) } : {}),
    ...(been.length > 0 ? { marked: words.legendVisited } : {}),
    ...(some ? { marks: words.legendMarks } : {}),
  })
}

export const mapPages: readonly Page<DirectoryWords>[] = [map]
