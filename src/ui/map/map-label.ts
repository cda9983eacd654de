import type { XY } from './map-ground.ts'

/**
 * Names on a map: each stands where it hides nothing that was placed before it. What finds no room
 * is left out where a list beside the map has every name, or else keeps its place by a short key,
 * told under the map.
 */

export type Rect = Readonly<{ x: number; y: number; w: number; h: number }>
/** `x`, `y`: where the text is held, at the middle of its height, by its start, middle or end. */
export type Label = Readonly<{
  lines: readonly string[]
  x: number
  y: number
  anchor: Anchor
  rect: Rect
}>
type Anchor = 'start' | 'middle' | 'end'
/**
 * `sign`: what stands at the point, so that the name goes beside it. `avoids`: what it leaves clear
 * where it finds another place. `rings`: its commune. `own`: a sign of its own: no key need stand
 * there.
 */
export type WantedLabel = Readonly<{
  name: string
  at: XY
  sign?: Rect | undefined
  avoids?: ((r: Rect) => boolean) | undefined
  rings?: Rings | undefined
  own?: string | undefined
}>
type Rings = readonly (readonly XY[])[]
/** What stands for a name that found no room. */
export type Key = Readonly<{ key: string; name: string }>

/**
 * Average width of a letter of Atkinson at weight 600, in parts of its size; measured 0.53 to 0.56
 * on French commune names.
 */
const LETTER = 0.58
/** Height of a line, in parts of the letters' size. */
export const LINE = 1.1
const BREAK_ABOVE = 13

export const overlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

/** *Saint-Georges-en-Couzan* in two lines, at the hyphen or blank nearest to its middle. */
export function broken(name: string): readonly string[] {
  if (name.length <= BREAK_ABOVE) return [name]
  const breaks = [...name.matchAll(/[- ]/g)].map(found => found.index + 1)
  const middle = breaks.toSorted(
    (a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2),
  )[0]
  return middle === undefined ? [name] : [name.slice(0, middle).trim(), name.slice(middle)]
}

/** Units   pixels: so near each other are the points of a border that are looked at. */
const STEP = 4
/** Whether a rectangle lies over what these rings hold. */
export function covers(r: Rect, rings: Rings): boolean {
  const holds = ([x, y]: XY): boolean => x > r.x && x < r.x + r.w && y > r.y && y < r.y + r.h
  const crosses = (ring: Rings[number]): boolean =>
    ring.some((to, i) => between(ring.at(i - 1)!, to).some(holds))
  return isIn(rings, r.x + r.w / 2, r.y + r.h / 2) || rings.some(crosses)
}
const between = ([ax, ay]: XY, [bx, by]: XY): readonly XY[] => {
  const steps = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / STEP))
  return Array.from(
    { length: steps },
    (_, i): XY => [ax + ((bx - ax) * (i + 1)) / steps, ay + ((by - ay) * (i + 1)) / steps],
  )
}

type Hold = readonly [x: number, y: number, anchor: Anchor]
/** Where a name may be held, the best first: beside its sign, or over its commune. */
function holds({ at: [x, y], sign }: WantedLabel, h: number, size: number): readonly Hold[] {
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

export type LabelSheet = Readonly<{
  size: number
  width: number
  height: number
  taken: readonly Rect[]
  most: number
}>
const isFree = (r: Rect, sheet: LabelSheet, labels: readonly Label[]): boolean =>
  r.x >= 0 &&
  r.y >= 0 &&
  r.x + r.w <= sheet.width &&
  r.y + r.h <= sheet.height &&
  ![...sheet.taken, ...labels.map(l => l.rect)].some(t => overlap(r, t))

function labelled(
  lines: readonly string[],
  all: (h: number, w: number) => Iterable<Hold>,
  {
    sheet,
    labels,
    avoids = () => false,
  }: Readonly<{
    sheet: LabelSheet
    labels: readonly Label[]
    avoids?: WantedLabel['avoids'] | undefined
  }>,
): Label | undefined {
  const w = Math.max(...lines.map(line => line.length)) * LETTER * sheet.size
  const h = lines.length * LINE * sheet.size
  let other: Label | undefined
  for (const hold of all(h, w)) {
    const rect = rectOf(hold, w, h)
    if (!isFree(rect, sheet, labels)) continue
    const label = { lines, x: hold[0], y: hold[1], anchor: hold[2], rect }
    if (!avoids(rect)) return label
    other ??= label
  }
  return other
}

/**
 * The names that find a place, in the order in which they are wanted. `taken`: signs already there.
 */
export function placed(all: readonly WantedLabel[], sheet: LabelSheet): readonly Label[] {
  const labels: Label[] = []
  for (const wanted of all) {
    if (labels.length >= sheet.most) break
    const label = labelled(broken(wanted.name), h => holds(wanted, h, sheet.size), {
      sheet,
      labels,
      avoids: wanted.avoids,
    })
    if (label) labels.push(label)
  }
  return labels
}

/**
 * Every name: those that stand wholly within their commune, on one line or two; those that may lie
 * over a border without hiding anything; else a key within the commune, `keyOf` of how many there
 * are before it.
 *
 * Law     no commune that is drawn is without a name or a key.
 */
export function keyed(
  all: readonly WantedLabel[],
  sheet: LabelSheet,
  keyOf: (n: number) => string,
): Readonly<{ labels: readonly Label[]; keys: readonly Key[] }> {
  const labels: Label[] = []
  const inside = (lines: readonly string[], { rings = [], at }: WantedLabel): Label | undefined =>
    labelled(lines, (h, w) => within(rings, at, [w, h], sheet.size / 3), { sheet, labels })
  const over = (one: WantedLabel, kept: readonly Rect[]): Label | undefined =>
    labelled(broken(one.name), h => holds(one, h, sheet.size), {
      sheet: { ...sheet, taken: [...sheet.taken, ...kept] },
      labels,
    })
  const without = (
    some: readonly WantedLabel[],
    place: (one: WantedLabel) => Label | undefined,
  ): readonly WantedLabel[] =>
    some.filter(one => {
      const label = place(one)
      if (label) labels.push(label)
      return !label
    })
  const narrow = without(all, one => inside([one.name], one) ?? inside(broken(one.name), one))
  // A name that lies over a border leaves its neighbours the room of their keys.
  const room = new Map(narrow.map(one => [one, inside(['00'], one) ?? inside(['0'], one)]))
  const last = without(narrow, one => {
    const label = over(
      one,
      [...room].flatMap(([other, held]) => (other !== one && held ? [held.rect] : [])),
    )
    if (label) room.delete(one)
    return label
  })
  const apart = last.filter(one => one.own === undefined)
  const keys = apart.map((one, n): Key => {
    const [x, y] = one.at
    const key = keyOf(n)
    labels.push({
      ...(room.get(one) ?? { x, y, anchor: 'middle', rect: { x, y, w: 0, h: 0 } }),
      lines: [key],
    })
    return { key, name: one.name }
  })
  return {
    labels,
    keys: [
      ...last.flatMap(({ own, name }) => (own === undefined ? [] : [{ key: own, name }])),
      ...keys,
    ],
  }
}

/**
 * Where a text so wide and so high stands wholly within an outline, the nearest to its middle
 * first.
 */
function* within(rings: Rings, [mx, my]: XY, [w, h]: XY, step: number): Iterable<Hold> {
  const points = rings.flat()
  if (points.length === 0) return
  const [left, right] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))]
  const [top, bottom] = [
    Math.min(...points.map(([, y]) => y)),
    Math.max(...points.map(([, y]) => y)),
  ]
  const spots: XY[] = [[mx, my]]
  for (let x = left + w / 2; x <= right - w / 2; x += step)
    for (let y = top + h / 2; y <= bottom - h / 2; y += step) spots.push([x, y])
  const far = ([x, y]: XY): number => Math.hypot(x - mx, y - my)
  for (const [x, y] of spots.sort((a, b) => far(a) - far(b)))
    if (holdsRect(rings, { x, y, w, h })) yield [x, y, 'middle']
}

/** Its corners, and points along its sides: borders are no finer than that at this size. */
function holdsRect(
  rings: Rings,
  { x, y, w, h }: Readonly<{ x: number; y: number; w: number; h: number }>,
): boolean {
  for (const dy of [-0.5, 0, 0.5])
    for (const dx of [-0.5, 0.5, -0.25, 0.25, 0])
      if (!isIn(rings, x + dx * w, y + dy * h)) return false
  return true
}

/** By how often a line to the east crosses the outlines: a hole is outside. */
function isIn(rings: Rings, x: number, y: number): boolean {
  let inside = false
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [[ax, ay], [bx, by]] = [ring[i]!, ring[j]!]
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
    }
  return inside
}
