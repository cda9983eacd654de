import { type Html, html } from '../../contract/html.ts'
import { bare } from '../../core/bare.ts'
import type { Point } from '../../core/schema.ts'
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
import { type Rings, simpler } from './map-simpler.ts'

export type { MapCommune } from './map-ground.ts'

/** One sign on the map: a number on the large one leads to the list beside it. */
export type MapMark = Readonly<{ point: Point; number?: number; title?: string }>

export type MapOptions = Readonly<{
  /** Makes the ids of this map its own in the page. */
  id: string
  size: 'small' | 'large' | 'wall'
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
const SIZES = {
  small: { width: 420, letters: 18, names: 7, dot: 4, heaviest: 10_000 },
  large: { width: 900, letters: 17, names: 400, dot: 12, heaviest: 60_000 },
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

const short = (n: number): string => String(Math.round(n * 10) / 10).replace(/^(-?)0\./, '$1.')

/** Outlines as one path of relative steps, to a tenth of a pixel. */
export function pathOf(rings: Rings): string {
  return rings
    .map(ring => {
      const [start = [0, 0] as const] = ring
      let [x, y] = start
      const steps = ring.slice(1).map(([nx, ny]) => {
        const [dx, dy] = [short(nx - x), short(ny - y)]
        ;[x, y] = [nx, ny]
        return `${dx.startsWith('-') ? '' : ' '}${dx}${dy.startsWith('-') ? '' : ' '}${dy}`
      })
      return `M${short(start[0])} ${short(start[1])}l${steps.join('').trim()}z`
    })
    .join('')
}

/** Points on a grid of tenths, the same for neighbours, without doubles nor the closing point. */
const snapped = (ring: readonly XY[]): readonly XY[] =>
  ring
    .map(([x, y]): XY => [Math.round(x * 10) / 10, Math.round(y * 10) / 10])
    .filter(([x, y], i, all) => {
      const [px, py] = all.at(i - 1)!
      return all.length < 2 || x !== px || y !== py
    })

/**
 * The smallest detail kept, in square pixels, the finest first: the first that makes the map light
 * enough to come with its page.
 */
const DETAILS = [0, 0.25, 0.5, 1, 2, 4, 8, 16]

function paths(
  ground: MapGround,
  heaviest: number,
): readonly (readonly [code: string, path: string])[] {
  const codes = [...ground.outlines].flatMap(([code, rings]) => rings.map(() => code))
  const rings = [...ground.outlines.values()].flat().map(snapped)
  const drawn = (detail: number): ReadonlyMap<string, string> => {
    const paths = new Map<string, string>()
    simpler(rings, detail).forEach((ring, i) => {
      if (ring.length >= 3) paths.set(codes[i]!, (paths.get(codes[i]!) ?? '') + pathOf([ring]))
    })
    return paths
  }
  const weight = (all: ReadonlyMap<string, string>): number =>
    [...all.values()].reduce((sum, path) => sum + path.length + 30, 0)
  const [finest = 0, ...coarser] = DETAILS
  return [
    ...coarser.reduce(
      (best, detail) => (weight(best) <= heaviest ? best : drawn(detail)),
      drawn(finest),
    ),
  ]
}

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
  const named = mark.title && html`<title>${mark.title}</title>`
  if (mark.number === undefined)
    return html`<circle cx="${x}" cy="${y}" r="${size.dot}">${named}</circle>`
  return html`
    <circle cx="${x}" cy="${y}" r="${size.dot}">
    ${named}
    </circle>
    <text class="number" x="${x}" y="${y}" dy=".35em">${mark.number}</text>
  `
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
      const rings = ground.outlines.get(commune.code)
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

/**
 * The last maps drawn, by all that they show: a home page asks for the same one again and again,
 * and drawing it takes milliseconds.
 */
const KEPT = 16
const kept = new Map<string, Html | null>()

/**
 * The territory as an SVG. Null when neither contours nor three centres are known: the caller's
 * list stands alone then. The list of what it shows always stands beside it; to a screen reader the
 * map is one picture with a title.
 */
export function territoryMap(o: MapOptions): Html | null {
  const key = JSON.stringify([
    o.id,
    o.size,
    o.title,
    o.here,
    o.marked,
    o.marks,
    o.communes,
    o.isWhole,
  ])
  const before = kept.get(key)
  if (before !== undefined) return before
  const drawn = draw(o)
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value!)
  kept.set(key, drawn)
  return drawn
}

function draw(o: MapOptions): Html | null {
  const { svg, keys } = picture(o, o.size) ?? {}
  if (!svg) return null
  if (o.size !== 'large') return html`<div class="map-box">${svg}${keysSaid(keys)}</div>`
  const phone = picture({ ...o, id: `${o.id}-p` }, 'phone')
  return html`
    <div class="map-box">
      <div class="map-scroll" tabindex="0" role="region" aria-label="${o.title}">
        ${svg}
        ${keysSaid(keys)}
      </div>
      ${phone?.svg}
      ${keysSaid(phone?.keys, ' phone-key')}
    </div>
  `
}

/** What each key stands for: each drawing has its own. */
const keysSaid = (keys: readonly Key[] = [], more = ''): Html | false =>
  keys.length > 0 &&
  html`
    <p class="where map-key${more}">
      ${keys.map((one, i) => html`${i > 0 && ', '}<b>${one.key}</b>\u00a0${one.name}`)}
    </p>
  `

type Picture = Readonly<{ svg: Html; keys: readonly Key[] }>
function picture(o: MapOptions, which: keyof typeof SIZES): Picture | null {
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
      role="img"
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

/**
 * What the style sheet says on screen, said by each sign: who sets paper knows no style sheet, and
 * ink is black.
 */
const ON_PAPER: Readonly<Record<string, string>> = bare({
  land: 'fill="#fff" stroke="#777" stroke-width=".8" stroke-linejoin="round"',
  'land here': 'fill="#e3e3e3" stroke="#000" stroke-width="2.4" stroke-linejoin="round"',
  has: 'stroke="#777" stroke-width=".8" stroke-linejoin="round"',
  tint: 'fill="#fff"',
  hatch: 'stroke="#999" stroke-width=".7" fill="none"',
  'home-mark': 'fill="#fff" stroke="#000" stroke-width="2.5"',
  number: 'fill="#fff" stroke="none" text-anchor="middle" font-size="DOT"',
})

type PaperMapOf = Omit<MapOptions, 'size' | 'isWhole'>

/**
 * The same map for paper, as a drawing that stands alone: black, its letters those of the paper.
 * `keys`: what those on it stand for, to be said under it: *1 Leigneux, 2 Palogneux*; empty when
 * every name found room.
 */
export function paperMap(
  o: PaperMapOf,
  size: 'a5' | 'a3',
): Readonly<{ svg: string; keys: string }> | null {
  const drawn = picture({ ...o, size: 'large', isWhole: true }, size)
  if (!drawn?.svg) return null
  const keys = drawn.keys.map(({ key, name }) => `${key}\u00a0${name}`).join(', ')
  const { letters, dot } = SIZES[size]
  const halo = 'paint-order="stroke" stroke="#fff" stroke-width="3" stroke-linejoin="round"'
  const svg = drawn.svg.html
    .replace(
      /<svg class="[^"]*"/,
      '<svg xmlns="http://www.w3.org/2000/svg" font-family="Atkinson Hyperlegible Next" ' +
        `font-size="${letters}"`,
    )
    .replaceAll('<text y=', `<text ${halo} y=`)
    .replaceAll('<circle cx=', '<circle fill="#000" cx=')
    .replace(/class="([^"]*)"/g, (_, name: string) =>
      (ON_PAPER[name] ?? '').replace('DOT', String(Math.round(dot * 1.3))),
    )
  return { svg, keys }
}

/**
 * Whether a map can be drawn, and how true it is: `cells` are only what lies nearest to each
 * centre, and the page says so.
 */
export const mapKind = (communes: readonly MapCommune[]): MapGround['kind'] | null =>
  groundOf(communes, SIZES.small.width)?.kind ?? null

/** The signs of a map, each with its words; what has no words is not in it. */
export function legend(
  o: Readonly<{ id: string; here?: string; marked?: string; marks?: string }>,
): Html {
  const box = (inside: Html): Html =>
    html`<svg class="map" viewBox="0 0 28 20" aria-hidden="true">${inside}</svg>`
  const line = (words: string | undefined, inside: Html): Html | false =>
    !!words && html`<li>${box(inside)} ${words}</li>`
  return html`
    <ul class="legend">
      ${line(
        o.here,
        html`
          <rect class="land here" x="1" y="1" width="26" height="18"/>
          <circle class="home-mark" cx="14" cy="10" r="5"/>
        `,
      )}
      ${line(
        o.marked,
        html`<rect class="has" fill="url(#${o.id}-h)" x="1" y="1" width="26" height="18"/>`,
      )}
      ${line(o.marks, html`<circle cx="14" cy="10" r="6"/>`)}
    </ul>
  `
}

/** What is to be shown at a point, or, when only its commune is known, at that commune's centre. */
export type PlacedOnMap = Readonly<{ point?: Point | null; commune?: string | null }>
export type Spot<T> = Readonly<{ number: number; point: Point; items: readonly T[] }>

/** Things near each other share one number; `nowhere` are those that no point is known for. */
export function gathered<T extends PlacedOnMap>(
  things: readonly T[],
  communes: readonly MapCommune[],
): Readonly<{ spots: readonly Spot<T>[]; nowhere: readonly T[] }> {
  const ground = groundOf(communes, SIZES.large.width)
  const centres = new Map(communes.map(commune => [commune.code, commune.point] as const))
  const spots: { number: number; point: Point; items: T[] }[] = []
  const nowhere: T[] = []
  for (const thing of things) {
    const point = thing.point ?? (thing.commune ? centres.get(thing.commune) : undefined)
    if (!point || !ground) nowhere.push(thing)
    else {
      const [x, y] = ground.at(point)
      const near = spots.find(
        spot =>
          Math.hypot(ground.at(spot.point)[0] - x, ground.at(spot.point)[1] - y) <
          2 * SIZES.large.dot,
      )
      if (near) near.items.push(thing)
      else spots.push({ number: spots.length + 1, point, items: [thing] })
    }
  }
  return { spots, nowhere }
}
