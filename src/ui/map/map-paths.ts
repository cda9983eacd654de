import { lazyOf } from '../../core/lazy.ts'
import type { MapCommune, MapGround, XY } from './map-ground.ts'
import { type Rings, simpler } from './map-simpler.ts'

export const short = (n: number): string =>
  String(Math.round(n * 10) / 10).replace(/^(-?)0\./, '$1.')

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

/** The outlines of each commune that has one, as a path. */
type Paths = readonly (readonly [code: string, path: string])[]
/**
 * By width and weight, as long as the list of communes is held: fewer points are chosen in a tenth
 * of a second.
 */
const kept = lazyOf((_: readonly MapCommune[]) => new Map<string, Paths>())

export function paths(ground: MapGround, heaviest: number): Paths {
  const [of, key] = [kept(ground.of), `${ground.width} ${heaviest}`]
  const made = of.get(key) ?? pathsOf(ground, heaviest)
  of.set(key, made)
  return made
}

function pathsOf(ground: MapGround, heaviest: number): Paths {
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
