import { type Html, html } from '../../contract/html.ts'
import { lazyOf } from '../../core/lazy.ts'
import type { Point } from '../../core/schema.ts'
import { type MapOptions, picture, SIZES } from './map-drawing.ts'
import { groundOf, type MapCommune, type MapGround, type XY } from './map-ground.ts'
import type { Key } from './map-label.ts'

export type { MapCommune } from './map-ground.ts'

/**
 * The last small maps of a list of communes, by all else that they show: a home page asks for the
 * same one again and again.
 */
const KEPT = 16
const kept = lazyOf((_: readonly MapCommune[]) => new Map<string, Html | null>())

/**
 * The territory as an SVG. Null when neither contours nor three centres are known: the caller's
 * list stands alone then. The list of what it shows always stands beside it; to a screen reader the
 * map is one picture with a title.
 */
export function territoryMap(o: MapOptions): Html | null {
  if (o.size === 'large') return draw(o)
  const last = kept(o.communes)
  const key = JSON.stringify([o.id, o.size, o.title, o.here, o.marked, o.marks, o.isWhole])
  const before = last.get(key)
  if (before !== undefined) return before
  const drawn = draw(o)
  if (last.size >= KEPT) last.delete(last.keys().next().value!)
  last.set(key, drawn)
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

/** Values on a plane. */
type Nearby<T> = Readonly<{ add: (at: XY, value: T) => void; first: (at: XY) => T | undefined }>
/**
 * `first`: of the values nearer than `reach`, the one that was added first.
 *
 * Shape   squares as wide as `reach`: whatever is near stands in one of nine. Far squares may share
 *         a key.
 */
function nearby<T>(reach: number): Nearby<T> {
  const squares = new Map<number, { n: number; at: XY; value: T }[]>()
  const keyOf = (across: number, down: number): number => across * 65_536 + down
  const squareOf = ([x, y]: XY): XY => [Math.floor(x / reach), Math.floor(y / reach)]
  let n = 0
  const add = (at: XY, value: T): void => {
    const key = keyOf(...squareOf(at))
    const one = { n: n++, at, value }
    const square = squares.get(key)
    if (square) square.push(one)
    else squares.set(key, [one])
  }
  const first = ([x, y]: XY): T | undefined => {
    const [across, down] = squareOf([x, y])
    let found: Readonly<{ n: number; value: T }> | undefined
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const one of squares.get(keyOf(across + dx, down + dy)) ?? [])
          if (one.n < (found?.n ?? n) && Math.hypot(one.at[0] - x, one.at[1] - y) < reach)
            found = one
    return found?.value
  }
  return { add, first }
}

/**
 * Things near each other share one number; `nowhere` are those that no point is known for.
 *
 * Law     a thing stands at the first spot that is near it, as if it were compared with each.
 */
export function gathered<T extends PlacedOnMap>(
  things: readonly T[],
  communes: readonly MapCommune[],
): Readonly<{ spots: readonly Spot<T>[]; nowhere: readonly T[] }> {
  const ground = groundOf(communes, SIZES.large.width)
  const centres = new Map(communes.map(commune => [commune.code, commune.point] as const))
  const spots: { number: number; point: Point; items: T[] }[] = []
  const stand = nearby<(typeof spots)[number]>(2 * SIZES.large.dot)
  const nowhere: T[] = []
  for (const thing of things) {
    const point = thing.point ?? (thing.commune ? centres.get(thing.commune) : undefined)
    if (!point || !ground) nowhere.push(thing)
    else {
      const at = ground.at(point)
      const near = stand.first(at)
      if (near) near.items.push(thing)
      else {
        const spot = { number: spots.length + 1, point, items: [thing] }
        spots.push(spot)
        stand.add(at, spot)
      }
    }
  }
  return { spots, nowhere }
}

/** The signs of a map beside a list that touch none before them: another would hide under it. */
export function apart<T extends Readonly<{ point: Point }>>(
  marks: readonly T[],
  communes: readonly MapCommune[],
): readonly T[] {
  const { width, dot } = SIZES.beside
  const ground = groundOf(communes, width)
  if (!ground) return []
  const stand = nearby<T>(2 * dot)
  return marks.filter(mark => {
    const at = ground.at(mark.point)
    if (stand.first(at)) return false
    stand.add(at, mark)
    return true
  })
}
