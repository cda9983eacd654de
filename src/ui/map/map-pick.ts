import type { Point } from '../../core/schema.ts'
import { groundOf, type MapCommune, type MapGround } from './map-ground.ts'
import { paths, short } from './map-paths.ts'

/**
 * A map to click on, without script: an image that is a button of its form. The browser sends the
 * pixel (`NAME.map.x`, `NAME.map.y`), and the same drawing turns it back into degrees.
 */

/**
 * Units   CSS pixels. The image is shown as wide as it is drawn, on the narrowest telephone too.
 */
export const PICK_WIDTH = 300
/** Once a point is chosen, the map comes nearer around it. */
const NEARER = 5

/** Shape   `x`, `y`, `w`, `h`: the part of the ground that is drawn, in pixels of the ground. */
type View = Readonly<{ x: number; y: number; w: number; h: number }>
function viewOf(ground: MapGround, near: Point | undefined): View {
  const { width, height } = ground
  if (!near) return { x: 0, y: 0, w: width, h: height }
  const [x, y] = ground.at(near)
  const [w, h] = [width / NEARER, height / NEARER]
  return { x: x - w / 2, y: y - h / 2, w, h }
}

/** The ground of a list of communes and the paths of its land, made once for each list. */
type Drawn = Readonly<{ ground: MapGround; land: () => readonly string[] }>
const drawn = new WeakMap<readonly MapCommune[], Drawn | undefined>()
function drawnOf(communes: readonly MapCommune[]): Drawn | undefined {
  if (drawn.has(communes)) return drawn.get(communes)
  const ground = groundOf(communes, PICK_WIDTH)
  let land: readonly string[] | undefined
  const made = ground && {
    ground,
    land: () => (land ??= paths(ground, 40_000).map(([, d]) => `<path d="${d}"/>`)),
  }
  drawn.set(communes, made)
  return made
}

/** Whether enough is known to draw one. */
export const canPick = (communes: readonly MapCommune[]): boolean => drawnOf(communes) !== undefined

/**
 * The image: the communes with their names, the chosen point, and what else stands there.
 *
 * Shape   `near`: the point around which it is drawn nearer. `chosen`: where the mark stands.
 */
export function pickImage(
  communes: readonly MapCommune[],
  { near, chosen }: Readonly<{ near?: Point | undefined; chosen?: Point | undefined }>,
): string | undefined {
  const made = drawnOf(communes)
  if (!made) return undefined
  const { ground } = made
  const view = viewOf(ground, near)
  const scale = view.w / ground.width
  const land = `<g fill="#fffdf8" stroke="#565d4e" stroke-width="${short(1.2 * scale)}">
    ${made.land().join('')}</g>`
  const name = ({ code, name: said }: MapCommune): string => {
    const [x = 0, y = 0] = ground.middles.get(code) ?? []
    return `<text x="${short(x)}" y="${short(y)}" font-size="${short(13 * scale)}"
      text-anchor="middle" font-family="sans-serif" fill="#23281f">${escaped(said)}</text>`
  }
  const [x = 0, y = 0] = chosen ? ground.at(chosen) : []
  const mark =
    chosen &&
    `<circle cx="${short(x)}" cy="${short(y)}" r="${short(7 * scale)}" fill="#a33420"
      stroke="#fff" stroke-width="${short(2 * scale)}"/>`
  const box = [view.x, view.y, view.w, view.h].map(n => Math.round(n * 100) / 100).join(' ')
  const size = `width="${ground.width}" height="${ground.height}"`
  const [left, top, w, h] = [view.x, view.y, view.w, view.h].map(short)
  const water = `<rect x="${left}" y="${top}" width="${w}" height="${h}" fill="#e7efe9"/>`
  const all = [water, land, ...communes.map(name), mark ?? ''].join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" ${size}>${all}</svg>`
}
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/**
 * The point of a clicked pixel, to a hundred-thousandth of a degree.
 *
 * Law     it is the inverse of the drawing: the point of the pixel where a point was drawn is that
 *         point, within a pixel (map-pick.test.ts).
 */
export function pointOfPixel(
  communes: readonly MapCommune[],
  near: Point | undefined,
  [px, py]: readonly [number, number],
): Point | undefined {
  const ground = drawnOf(communes)?.ground
  if (!ground) return undefined
  const view = viewOf(ground, near)
  const [x, y] = [view.x + (px * view.w) / ground.width, view.y + (py * view.h) / ground.height]
  // Degrees become pixels by one scale and one shift a side: two points say them.
  const [[x0, y0], [x1, y1]] = [ground.at([0, 0]), ground.at([1, 1])]
  const round = (degrees: number): number => Math.round(degrees * 100_000) / 100_000
  return [round((y - y0) / (y1 - y0)), round((x - x0) / (x1 - x0))]
}

/** A pair of numbers as an address or a hidden field carries it: `45.736,3.961`. */
export function pairIn(text: string): Point | undefined {
  const [lat = NaN, lon = NaN] = text.split(',').map(Number)
  const isPoint = /^-?[\d.]+,-?[\d.]+$/.test(text) && Math.abs(lat) <= 90 && Math.abs(lon) <= 180
  return isPoint ? [lat, lon] : undefined
}
