import type { Brick } from '../../contract/brick.ts'
import type { Kit } from '../../contract/kit.ts'
import type { Print } from '../../contract/page.ts'
import type { Paper } from '../../contract/paper.ts'
import { isLetIn } from '../../contract/permission.ts'
import type { BrickWords } from '../../core/type-words.ts'
import { kitFor, type PageSource, type PageVisit } from '../pages/kit.ts'

type BrickPrint = Readonly<{ print: Print<BrickWords>; brick: Brick }>

/** All prints, by kind, in the order of the bricks. */
export const printsOf = (bricks: readonly Brick[]): readonly BrickPrint[] =>
  bricks.flatMap(brick => (brick.prints ?? []).map(print => ({ print, brick })))

/**
 * Why there is no print. `noKind`: unknown kind. `notGranted`: not for this reader. `nothing`:
 * unknown id. `lacks`: what is missing and what to do.
 */
export type Wrong = Readonly<{ wrong: 'noKind' | 'notGranted' | 'nothing'; lacks?: string }>
/** The paper for this reader, or why there is none. */
export type ToPrint = Readonly<{ paper: Paper }> | Wrong
export type Printing = Omit<PageVisit, 'path' | 'params'>

type Ready = BrickPrint & Readonly<{ kit: Kit; words: BrickWords }>

/** The print of this kind, and who asks for it. */
export function readyPrint(
  source: PageSource,
  kind: string,
  id: string | undefined,
  request: Printing,
): Ready | Wrong {
  return readyPrints(source, kind, id, request)[0] ?? { wrong: 'noKind' }
}

/**
 * A kind may be two prints, of all and of one; and one of several bricks, each of its own things.
 */
function readyPrints(
  source: PageSource,
  kind: string,
  id: string | undefined,
  request: Printing,
): readonly (Ready | Wrong)[] {
  const all = printsOf(source.bricks).filter(
    one => one.print.kind === kind && (one.print.ofOne === true) === (id !== undefined),
  )
  return all.map(found => readyOne(source, found, id, request))
}

function readyOne(
  source: PageSource,
  found: BrickPrint,
  id: string | undefined,
  request: Printing,
): Ready | Wrong {
  const { kind } = found.print
  if (found.print.who && !isLetIn(request.by, found.print.who)) return { wrong: 'notGranted' }
  const path = `/imprimer/${kind}${id === undefined ? '' : `/${id}`}`
  const kit = kitFor(source, { ...request, path, params: id === undefined ? {} : { id } })
  return { ...found, kit, words: found.brick.words[request.lang] }
}

export function toPrint(
  source: PageSource,
  kind: string,
  id: string | undefined,
  request: Printing,
): ToPrint {
  const all = readyPrints(source, kind, id, request)
  for (const ready of all) {
    const paper =
      'wrong' in ready ? undefined : ready.print.make(ready.kit, source.read, ready.words)
    if (paper) return { paper }
  }
  const refused = all.find(ready => 'wrong' in ready)
  if (refused) return refused
  const lacks = all.flatMap(ready =>
    'wrong' in ready ? [] : (ready.print.lacks?.(ready.kit, source.read, ready.words) ?? []),
  )[0]
  return all.length === 0
    ? { wrong: 'noKind' }
    : { wrong: 'nothing', ...(lacks === undefined ? {} : { lacks }) }
}
