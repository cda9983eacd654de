import type { XY } from './map-ground.ts'

/** Names on a map: each stands where it hides nothing that was placed before it, or is left out (the list beside the map has them all). */

export type Rect = Readonly<{ x: number; y: number; w: number; h: number }>
/** `x`, `y`: where the text is held, at the middle of its height, by its start, middle or end. */
export type Label = Readonly<{ lines: readonly string[]; x: number; y: number; anchor: Anchor; rect: Rect }>
type Anchor = 'start' | 'middle' | 'end'
/** `sign`: what stands at the point, so that the name goes beside it. `avoids`: what it leaves clear where it finds another place. */
export type Wanted = Readonly<{ name: string; at: XY; sign?: Rect | undefined; avoids?: ((r: Rect) => boolean) | undefined }>

/** Average width of a letter of Atkinson at weight 600, in parts of its size; measured 0.53 to 0.56 on French commune names. */
const LETTER = 0.58
/** Height of a line, in parts of the letters' size. */
export const LINE = 1.1
const BREAK_ABOVE = 13

export const overlap = (a: Rect, b: Rect): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

/** *Saint-Georges-en-Couzan* in two lines, at the hyphen or blank nearest to its middle. */
export function broken(name: string): readonly string[] {
  if (name.length <= BREAK_ABOVE) return [name]
  const breaks = [...name.matchAll(/[- ]/g)].map(found => found.index + 1)
  const middle = breaks.toSorted((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2))[0]
  return middle === undefined ? [name] : [name.slice(0, middle).trim(), name.slice(middle)]
}

/** Units   pixels: so near each other are the points of a border that are looked at. */
const STEP = 4
/** Whether a rectangle lies over what these rings hold. */
export function covers(r: Rect, rings: readonly (readonly XY[])[]): boolean {
  const holds = ([x, y]: XY): boolean => x > r.x && x < r.x + r.w && y > r.y && y < r.y + r.h
  const middle: XY = [r.x + r.w / 2, r.y + r.h / 2]
  return rings.some(ring => isWithin(middle, ring) || ring.some((to, i) => between(ring.at(i - 1)!, to).some(holds)))
}
const between = ([ax, ay]: XY, [bx, by]: XY): readonly XY[] => {
  const steps = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / STEP))
  return Array.from({ length: steps }, (_, i): XY => [ax + ((bx - ax) * (i + 1)) / steps, ay + ((by - ay) * (i + 1)) / steps])
}
/** By how often a line to the right of it meets the border. */
const isWithin = ([x, y]: XY, ring: readonly XY[]): boolean =>
  ring.filter(([bx, by], i) => {
    const [ax, ay] = ring.at(i - 1)!
    return ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)
  }).length %
    2 ===
  1

type Hold = readonly [x: number, y: number, anchor: Anchor]
/** Where a name may be held, the best first: beside its sign, or over its commune. */
function holds({ at: [x, y], sign }: Wanted, h: number, size: number): readonly Hold[] {
  if (!sign) {
    const over = [0, -h / 2, h / 2].map((dy): Hold => [x, y + dy, 'middle'])
    return [...over, [x - size, y, 'start'], [x + size, y, 'end']]
  }
  const gap = size * 0.25
  const [left, right] = [sign.x - gap, sign.x + sign.w + gap]
  const [up, down] = [sign.y - gap - h / 2, sign.y + sign.h + gap + h / 2]
  const middle = sign.y + sign.h / 2
  return [
    [right, middle, 'start'],
    [left, middle, 'end'],
    [x, up, 'middle'],
    [x, down, 'middle'],
    [x, up, 'start'],
    [x, down, 'end'],
    [x, up, 'end'],
    [x, down, 'start'],
  ]
}

function rectOf([x, y, anchor]: Hold, w: number, h: number): Rect {
  const left = { start: x, middle: x - w / 2, end: x - w }[anchor]
  return { x: left, y: y - h / 2, w, h }
}

export type Sheet = Readonly<{ size: number; width: number; height: number; taken: readonly Rect[]; most: number }>
/** The names that find a place, in the order in which they are wanted. `taken`: signs already there. */
export function placed(all: readonly Wanted[], sheet: Sheet): readonly Label[] {
  const labels: Label[] = []
  const free = (r: Rect): boolean =>
    r.x >= 0 &&
    r.y >= 0 &&
    r.x + r.w <= sheet.width &&
    r.y + r.h <= sheet.height &&
    ![...sheet.taken, ...labels.map(l => l.rect)].some(t => overlap(r, t))
  for (const wanted of all) {
    if (labels.length >= sheet.most) break
    const lines = broken(wanted.name)
    const w = Math.max(...lines.map(line => line.length)) * LETTER * sheet.size
    const h = lines.length * LINE * sheet.size
    const found = holds(wanted, h, sheet.size).filter(one => free(rectOf(one, w, h)))
    const hold = found.find(one => !wanted.avoids?.(rectOf(one, w, h))) ?? found[0]
    if (hold) labels.push({ lines, x: hold[0], y: hold[1], anchor: hold[2], rect: rectOf(hold, w, h) })
  }
  return labels
}
