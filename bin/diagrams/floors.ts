import { GROUPS, ROOMS } from '../rooms.ts'
import { area, dot, drawing, line, text, WIDTH } from './svg.ts'

/**
 * The floors, the lowest at the bottom, and what each may import: a dot in the row of a floor
 * stands in the column of what it imports; the column goes down to that floor's own square.
 */
const [COLUMN, ROW, TOP] = [13, 21, 34]

const names = Object.keys(ROOMS)
const xOf = (name: string): number => 12 + names.indexOf(name) * COLUMN
const yOf = (name: string): number => TOP + (names.length - names.indexOf(name) - 1) * ROW

function rowOf(name: string): readonly string[] {
  const [x, y] = [xOf(name), yOf(name) + ROW / 2]
  const imports = (ROOMS[name]?.rooms ?? []).filter(one => names.includes(one))
  const last = Math.max(x, ...imports.map(xOf))
  return [
    ...imports.map(one => dot('dot', xOf(one), y)),
    area('self', { x: x - 5, y: y - 5, width: 10, height: 10 }),
    text({ x: last + 12, y: y + 5 }, name),
  ]
}

const guide = (name: string): string =>
  line('guide', { from: [xOf(name), TOP], to: [xOf(name), yOf(name) + ROW / 2] })

function bandOf(
  [group, rooms]: readonly [string, readonly string[]],
  n: number,
): readonly string[] {
  const y = Math.min(...rooms.map(yOf))
  const band = area('band', { x: 0, y, width: WIDTH, height: rooms.length * ROW })
  // The lowest row of a band leaves the most room beside its name.
  const words = text(
    { x: WIDTH - 10, y: Math.max(...rooms.map(yOf)) + 16, look: 'soft', end: true },
    group,
  )
  return n % 2 === 0 ? [band, words] : [words]
}

export function floorsDrawn(): string {
  return drawing({
    title: 'The floors, and what each may import',
    about: names.map(name => `${name}: ${ROOMS[name]?.rooms.join(', ') || 'nothing'}.`).join(' '),
    height: TOP + names.length * ROW + 32,
    pieces: [
      ...Object.entries(GROUPS).flatMap(bandOf),
      text(
        { x: 10, y: 22, look: 'soft' },
        'A dot: the floor of this row may import that column’s.',
      ),
      ...names.map(guide),
      ...names.flatMap(rowOf),
      text(
        { x: 10, y: TOP + names.length * ROW + 20, look: 'soft' },
        'A column ends at its own floor, the square.',
      ),
    ],
  })
}
