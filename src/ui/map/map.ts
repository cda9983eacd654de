import { type Html, html } from '../../contract/html.ts'
import type { Point } from '../../core/schema.ts'
import { type MapOptions, picture, SIZES } from './map-drawing.ts'
import { groundOf, type MapCommune, type MapGround } from './map-ground.ts'
import type { Key } from './map-label.ts'

export type { MapCommune } from './map-ground.ts'

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

/** The signs of a map beside a list that touch none before them: another would hide under it. */
export function apart<T extends Readonly<{ point: Point }>>(
  marks: readonly T[],
  communes: readonly MapCommune[],
): readonly T[] {
  const { width, dot } = SIZES.beside
  const ground = groundOf(communes, width)
  if (!ground) return []
  const stand: T[] = []
  for (const mark of marks) {
    const [x, y] = ground.at(mark.point)
    const touches = stand.some(other => {
      const [otherX, otherY] = ground.at(other.point)
      return Math.hypot(otherX - x, otherY - y) < 2 * dot
    })
    if (!touches) stand.push(mark)
  }
  return stand
}
