import { randomBytes } from 'node:crypto'
import { idFrom } from '../../core/id.ts'
import { untracked } from '../../core/tracking.ts'
import type { PageSource } from './kit.ts'

/**
 * What a form has for one request alone, the id of its turn and its token, is a hole in a page that
 * is kept. Each request fills the holes of the whole page at last.
 */

/** What stands in the holes; drawn, so that nobody’s words hold it. */
const mark = randomBytes(12).toString('hex')
const TOKEN = `jeton-${mark}`
const HOLES = new RegExp(`(tour-${mark}-\\d+-|${TOKEN})`)

/** How many turns the leaf that is made has; undefined: none is made with holes. */
let turns: number | undefined
/**
 * The turn and the token for a form that is made now; undefined: each is made at once. Forms that
 * share their hidden fields have one turn: the first that is posted counts.
 */
export const holes = (): Readonly<{ turn: string; token: string }> | undefined =>
  turns === undefined ? undefined : { turn: `tour-${mark}-${turns++}-`, token: TOKEN }

export function withHoles<T>(make: () => T): T {
  const around = turns
  turns = 0
  try {
    return make()
  } finally {
    turns = around
  }
}

/** A text by turns with the holes in it: the even ones are text. */
export const aroundHoles = (text: string): readonly string[] => text.split(HOLES)

/** What fills each hole of one answer; the same hole twice is filled alike. */
export type Fill = (hole: string) => string

export const filled = (text: string, fill: Fill): string =>
  aroundHoles(text)
    .map((part, i) => (i % 2 === 0 ? part : fill(part)))
    .join('')

/** A filling for one answer. `token`: of who asks. */
export function fillFor(source: Pick<PageSource, 'now'>, token: () => string): Fill {
  const filling = new Map<string, string>()
  return hole => {
    const known = filling.get(hole) ?? (hole === TOKEN ? untracked(token) : newTurn(source))
    filling.set(hole, known)
    return known
  }
}

/** The id of the turn that a form asks: posted twice, it is done once. */
export const newTurn = (source: Pick<PageSource, 'now'>): string =>
  idFrom(untracked(source.now), randomBytes(10))
