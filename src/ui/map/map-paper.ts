import { nullPrototype } from '../../core/null-prototype.ts'
import { type MapOptions, picture, SIZES } from './map-drawing.ts'

/**
 * What the style sheet says on screen, said by each sign: who sets paper knows no style sheet, and
 * ink is black.
 */
const ON_PAPER: Readonly<Record<string, string>> = nullPrototype({
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
