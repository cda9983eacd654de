import type { Brick, BrickWords, Print } from '../core/brick.ts'
import type { Paper } from '../core/paper.ts'
import { isLetIn } from '../core/permission.ts'
import { askFor, type Request, type Site } from '../web/ask.ts'

type Found = Readonly<{ print: Print<BrickWords>; brick: Brick }>

/** Every print of the house, by kind, in the order of the bricks. */
export const printsOf = (bricks: readonly Brick[]): readonly Found[] =>
  bricks.flatMap(brick => (brick.prints ?? []).map(print => ({ print, brick })))

/** What is to be printed, for this reader. `noKind`: no such print · `notGranted`: for others than this reader · `nothing`: nothing of that id. */
export type ToPrint = Readonly<{ paper: Paper }> | Readonly<{ wrong: 'noKind' | 'notGranted' | 'nothing' }>

export function toPrint(site: Site, kind: string, id: string | undefined, request: Omit<Request, 'path' | 'params'>): ToPrint {
  // A kind may be two prints: of all, and of one.
  const found = printsOf(site.bricks).find(one => one.print.kind === kind && (one.print.ofOne === true) === (id !== undefined))
  if (!found) return { wrong: 'noKind' }
  const { print, brick } = found
  if (print.who && !isLetIn(request.by, print.who)) return { wrong: 'notGranted' }
  const path = `/imprimer/${kind}${id === undefined ? '' : `/${id}`}`
  const ask = askFor(site, { ...request, path, params: id === undefined ? {} : { id } })
  const paper = print.make(ask, site.read, brick.words[request.lang])
  return paper ? { paper } : { wrong: 'nothing' }
}
