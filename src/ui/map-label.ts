import type { XY } from './map-ground.ts'

/** Names on a map: each stands where it hides nothing that was placed before it, or is left out (the list beside the map has them all). */

export type Rect = Readonly<{ x: number; y: number; w: number; h: number }>
export type Label = Readonly<{ lines: readonly string[]; x: number; y: number; rect: Rect }>
/** `marked`: a sign stands at the point, so that the name goes beside it. */
export type Wanted = Readonly<{ name: string; at: XY; marked: boolean }>

/** Average width of a letter of Atkinson at weight 600, in parts of its size; measured 0.53 to 0.56 on French commune names. */
const LETTER = 0.58
const LINE = 1.1
const BREAK_ABOVE = 13

export const overlap = (a: Rect, b: Rect): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

/** *Saint-Georges-en-Couzan* in two lines, at the hyphen or blank nearest to its middle. */
export function broken(name: string): readonly string[] {
  if (name.length <= BREAK_ABOVE) return [name]
  const breaks = [...name.matchAll(/[- ]/g)].map(found => found.index + 1)
  const middle = breaks.toSorted((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2))[0]
  return middle === undefined ? [name] : [name.slice(0, middle).trim(), name.slice(middle)]
}

function places(wanted: Wanted, w: number, h: number, size: number): readonly XY[] {
  const [x, y] = wanted.at
  const gap = size * 0.55
  const beside: readonly XY[] = [
    [x + gap + w / 2, y],
    [x - gap - w / 2, y],
    [x, y - gap - h / 2],
    [x, y + gap + h / 2],
  ]
  if (wanted.marked) return [...beside, [x + w / 2, y - gap - h / 2], [x - w / 2, y + gap + h / 2]]
  return [
    [x, y],
    [x, y - h / 2],
    [x, y + h / 2],
    [x + w / 4, y],
    [x - w / 4, y],
  ]
}

/** The names that find a place, in the order in which they are wanted. `taken`: signs already there. */
export function placed(
  all: readonly Wanted[],
  o: Readonly<{ size: number; width: number; height: number; taken: readonly Rect[]; most: number }>,
): readonly Label[] {
  const labels: Label[] = []
  for (const wanted of all) {
    if (labels.length >= o.most) break
    const lines = broken(wanted.name)
    const w = Math.max(...lines.map(line => line.length)) * LETTER * o.size
    const h = lines.length * LINE * o.size
    const rects = places(wanted, w, h, o.size).map(([x, y]) => ({ x: x - w / 2, y: y - h / 2, w, h }))
    const rect = rects.find(r => inside(r, o) && !o.taken.some(t => overlap(r, t)) && !labels.some(l => overlap(r, l.rect)))
    if (rect) labels.push({ lines, x: rect.x + w / 2, y: rect.y, rect })
  }
  return labels
}
const inside = (r: Rect, o: Readonly<{ width: number; height: number }>): boolean =>
  r.x >= 0 && r.y >= 0 && r.x + r.w <= o.width && r.y + r.h <= o.height
export const lineHeight = (size: number): number => LINE * size
