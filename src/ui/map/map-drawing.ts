import { type Html, html } from '../../contract/html.ts'
import type { Point } from '../../core/schema.ts'
import { TONGUE } from '../tongue.ts'
import { groundOf, type MapCommune, type MapGround, type XY } from './map-ground.ts'
import {
  covers,
  type Key,
  keyed,
  type Label,
  LINE,
  overlap,
  placed,
  type Rect,
} from './map-label.ts'
import { paths, short } from './map-paths.ts'

/**
 * One sign on the map: a number on the large one leads to the list beside it; one with an address
 * is a link.
 */
export type MapMark = Readonly<{ point: Point; number?: number; title?: string; href?: string }>

export type MapOptions = Readonly<{
  /** Makes the ids of this map its own in the page. */
  id: string
  size: 'small' | 'large' | 'wall' | 'beside'
  /** What the map shows and where its list is, for those who don't see it. */
  title: string
  communes: readonly MapCommune[]
  /** The commune of the box. */
  here?: string
  /** Communes with something particular, hatched: *déjà visitées*. */
  marked?: readonly string[]
  marks?: readonly MapMark[]
  /** No list stands beside it: a name that finds no room has a key, told under the map. */
  isWhole?: boolean
}>

/**
 * Pixels of the drawing, and of the letters when it is at its smallest; `look.css` makes letters
 * smaller as the map grows.
 */
export const SIZES = {
  small: { width: 420, letters: 18, names: 7, dot: 4, heaviest: 10_000 },
  large: { width: 900, letters: 17, names: 400, dot: 12, heaviest: 60_000 },
  /** Beside a list: each sign is a link, wide enough for a finger. */
  beside: { width: 420, letters: 18, names: 9, dot: 15, heaviest: 10_000 },
  /** Across a screen, read at three metres: few names, and large. */
  wall: { width: 420, letters: 27, names: 6, dot: 6, heaviest: 10_000 },
  /**
   * The large one on a telephone: whole in its width, so that nobody has to look for the village.
   */
  phone: { width: 420, letters: 18, names: 400, dot: 9, heaviest: 10_000 },
  /** On paper: in a booklet, and across a sheet to write on. */
  a5: { width: 620, letters: 17, names: 400, dot: 10, heaviest: 60_000 },
  a3: { width: 1200, letters: 18, names: 400, dot: 11, heaviest: 200_000 },
} as const
type Size = (typeof SIZES)[keyof typeof SIZES]

/** Radius of the village's own sign where nothing else stands. */
const HOME = 5
/** The same sign, in a sentence. */
const RING = '○'

function lands(ground: MapGround, o: MapOptions, size: Size): Html {
  const marked = new Set(o.marked)
  const one = ([code, path]: readonly [string, string]): Html => {
    if (code === o.here) return html`<path class="land here" d="${path}"/>`
    // The pattern holds the colour and its lines: what is marked is seen without colour too, and on
    // paper.
    return marked.has(code)
      ? html`<path class="has" fill="url(#${o.id}-h)" d="${path}"/>`
      : html`<path class="land" d="${path}"/>`
  }
  return html`${paths(ground, size.heaviest).map(one)}`
}

const hatching = (id: string): Html =>
  html`
    <defs>
      <pattern id="${id}-h" width="7" height="7" patternUnits="userSpaceOnUse">
        <rect class="tint" width="7" height="7"/>
        <path class="hatch" d="M-1 8L8-1M-2 2L2-2M5 9L9 5"/>
      </pattern>
    </defs>
  `

function sign(mark: MapMark, ground: MapGround, size: Size): Html {
  const [x, y] = ground.at(mark.point).map(short)
  const named = mark.title && html`<title${TONGUE}>${mark.title}</title>`
  const drawn =
    mark.number === undefined
      ? html`<circle cx="${x}" cy="${y}" r="${size.dot}">${named}</circle>`
      : html`
        <circle cx="${x}" cy="${y}" r="${size.dot}">
        ${named}
        </circle>
        <text class="number" x="${x}" y="${y}" dy=".35em">${mark.number}</text>
      `
  return mark.href === undefined
    ? drawn
    : html`<a href="${mark.href}" aria-label="${mark.title}"${TONGUE}>${drawn}</a>`
}

/** Placed by its own size (`em`), so that letters that shrink stay around the same point. */
function name({ lines, x, y, anchor }: Label): Html {
  const first = 0.35 - ((lines.length - 1) * LINE) / 2
  const line = (text: string, i: number): Html =>
    html`<tspan x="${short(x)}" dy="${i === 0 ? short2(first) : LINE}em">${text}</tspan>`
  return html`<text y="${short(y)}" text-anchor="${anchor}">${lines.map(line)}</text>`
}
const short2 = (n: number): string => n.toFixed(2)

/**
 * The village's own sign is a ring; wide enough to hold the number that stands there, which it
 * never covers.
 */
function homeRadius(home: XY, o: MapOptions, ground: MapGround, size: Size): number {
  const apart = (o.marks ?? []).map(mark =>
    Math.hypot(ground.at(mark.point)[0] - home[0], ground.at(mark.point)[1] - home[1]),
  )
  const held = apart.filter(distance => distance < size.dot + HOME)
  return held.length === 0 ? HOME : Math.max(...held) + size.dot + 3
}

/** The rectangle that holds them all; undefined when there are none. */
function whole(signs: readonly Rect[]): Rect | undefined {
  if (signs.length === 0) return undefined
  const [x, y] = [Math.min(...signs.map(one => one.x)), Math.min(...signs.map(one => one.y))]
  return {
    x,
    y,
    w: Math.max(...signs.map(one => one.x + one.w)) - x,
    h: Math.max(...signs.map(one => one.y + one.h)) - y,
  }
}

type Named = Readonly<{ labels: readonly Label[]; keys: readonly Key[] }>
function names(ground: MapGround, o: MapOptions, size: Size): Named {
  const around = ([x, y]: XY, r: number): Rect => ({ x: x - r, y: y - r, w: 2 * r, h: 2 * r })
  const home = o.here === undefined ? undefined : ground.middles.get(o.here)
  const ring = home && around(home, homeRadius(home, o, ground, size) + 2)
  const taken = [
    ...(o.marks ?? []).map(mark => around(ground.at(mark.point), size.dot + 1)),
    ...(ring ? [ring] : []),
  ]
  // On a screen, letters are as large as a commune: that of the village shows whole where another
  // name has room elsewhere.
  const village =
    o.size === 'wall' && o.here !== undefined ? (ground.outlines.get(o.here) ?? []) : []
  const rank = (code: string): number => (code === o.here ? 0 : o.marked?.includes(code) ? 1 : 2)
  const wanted = [...o.communes]
    .sort((a, b) => rank(a.code) - rank(b.code))
    .flatMap(commune => {
      const at = ground.middles.get(commune.code)
      const avoids = commune.code === o.here ? undefined : (r: Rect): boolean => covers(r, village)
      const rings = o.isWhole ? ground.outlines.get(commune.code) : undefined
      const own =
        commune.code === o.here && home && homeRadius(home, o, ground, size) === HOME
          ? RING
          : undefined
      if (!at) return []
      return [
        {
          name: commune.name,
          at,
          rings,
          own,
          avoids,
          sign: whole(taken.filter(sign => overlap(sign, around(at, 1)))),
        },
      ]
    })
  const sheet = {
    size: size.letters,
    width: ground.width,
    height: ground.height,
    taken,
    most: size.names,
  }
  if (!o.isWhole) return { labels: placed(wanted, sheet), keys: [] }
  return keyed(
    wanted,
    sheet,
    (o.marks ?? []).some(mark => mark.number !== undefined) ? letters : n => String(n + 1),
  )
}

/** a, b… z, aa, ab…: keys of names, where numbers are signs. */
const letters = (n: number): string =>
  (n < 26 ? '' : letters(Math.floor(n / 26) - 1)) + String.fromCharCode(97 + (n % 26))

type Picture = Readonly<{ svg: Html; keys: readonly Key[] }>
export function picture(o: MapOptions, which: keyof typeof SIZES): Picture | null {
  const size = SIZES[which]
  const ground = groundOf(o.communes, size.width)
  if (!ground) return null
  const home = o.here === undefined ? undefined : ground.middles.get(o.here)
  const within = (mark: MapMark): boolean => {
    const [x, y] = ground.at(mark.point)
    return x >= 0 && y >= 0 && x <= ground.width && y <= ground.height
  }
  const marks = (o.marks ?? []).filter(within)
  const named = names(ground, { ...o, marks }, size)
  const svg = html`
    <svg
      class="map ${which}-map"
      viewBox="0 0 ${ground.width} ${ground.height}"
      role="${marks.some(mark => mark.href) ? 'group' : 'img'}"
      aria-labelledby="${o.id}-t"
    >
      <title id="${o.id}-t">${o.title}</title>
      ${(o.marked?.length ?? 0) > 0 && hatching(o.id)}
      ${lands(ground, o, size)}
      ${
        home &&
        html`
          <circle
            class="home-mark"
            cx="${short(home[0])}"
            cy="${short(home[1])}"
            r="${short(homeRadius(home, { ...o, marks }, ground, size))}"
          />
        `
      }
      ${marks.map(mark => sign(mark, ground, size))}
      ${named.labels.map(name)}
    </svg>
  `
  return { svg, keys: named.keys }
}
