import type { Ask, Brick, BrickWords, Print } from '../core/brick.ts'
import type { Paper } from '../core/paper.ts'
import { isLetIn } from '../core/permission.ts'
import { askFor, type Request, type Site } from '../web/ask.ts'

type Found = Readonly<{ print: Print<BrickWords>; brick: Brick }>

/** Every print of the house, by kind, in the order of the bricks. */
export const printsOf = (bricks: readonly Brick[]): readonly Found[] =>
  bricks.flatMap(brick => (brick.prints ?? []).map(print => ({ print, brick })))

/** `noKind`: no such print · `notGranted`: for others than this reader · `nothing`: nothing of that id. */
export type Wrong = Readonly<{ wrong: 'noKind' | 'notGranted' | 'nothing' }>
/** What is to be printed, for this reader. */
export type ToPrint = Readonly<{ paper: Paper }> | Wrong
export type Printing = Omit<Request, 'path' | 'params'>

type Ready = Found & Readonly<{ ask: Ask; words: BrickWords }>

/** The print of this kind, and who asks for it. */
export function readyPrint(site: Site, kind: string, id: string | undefined, request: Printing): Ready | Wrong {
  // A kind may be two prints: of all, and of one.
  const found = printsOf(site.bricks).find(one => one.print.kind === kind && (one.print.ofOne === true) === (id !== undefined))
  if (!found) return { wrong: 'noKind' }
  if (found.print.who && !isLetIn(request.by, found.print.who)) return { wrong: 'notGranted' }
  const path = `/imprimer/${kind}${id === undefined ? '' : `/${id}`}`
  const ask = askFor(site, { ...request, path, params: id === undefined ? {} : { id } })
  return { ...found, ask, words: found.brick.words[request.lang] }
}

export function toPrint(site: Site, kind: string, id: string | undefined, request: Printing): ToPrint {
  const ready = readyPrint(site, kind, id, request)
  if ('wrong' in ready) return ready
  const paper = ready.print.make(ready.ask, site.read, ready.words)
  return paper ? { paper } : { wrong: 'nothing' }
}
