import { randomBytes } from 'node:crypto'
import { type Html, rewritten } from '../../contract/html.ts'
import type { Kit, KitSlots } from '../../contract/kit.ts'
import type { Leaf } from '../../contract/page.ts'
import type { Reader } from '../../contract/reader.ts'
import { idFrom } from '../../core/id.ts'
import type { Kept } from '../../core/kept.ts'
import { lazy, lazyOf } from '../../core/lazy.ts'
import { PERSON, personIs, type ReadKeys, tracked, untracked } from '../../core/tracking.ts'
import type { Visit } from '../session/visit.ts'
import type { PageSource, PageVisit } from './kit.ts'

/**
 * The content of a page, kept for whoever it was made for: everybody who is not signed in, one
 * keeper, one member, or all members of one role where the page asked nothing of which one reads.
 * What a form has for one request alone, the id of its turn and its token, is a hole in what is
 * kept, which each request fills.
 *
 * Law     Nothing of one person is ever kept for another: their id is in the name of what asked
 *         who reads.
 */

/** What stands in the holes; drawn, so that nobody’s words hold it. */
const mark = randomBytes(12).toString('hex')
const TOKEN = `jeton-${mark}`
const HOLES = new RegExp(`tour-${mark}-\\d+-|${TOKEN}`, 'g')

/** How many turns the leaf that is made has; undefined: none is made with holes. */
let turns: number | undefined
/**
 * The turn and the token for a form that is made now; undefined: each is made at once. Forms that
 * share their hidden fields have one turn: the first that is posted counts.
 */
export const holes = (): Readonly<{ turn: string; token: string }> | undefined =>
  turns === undefined ? undefined : { turn: `tour-${mark}-${turns++}-`, token: TOKEN }

/** The leaf at this address for this visit, kept or made. `token`: of the visit. */
export function keptLeaf(
  { source, token }: Readonly<{ source: PageSource; token: () => string }>,
  visit: Visit,
  path: string,
  make: () => Leaf | undefined,
): Leaf | undefined {
  const { kept } = source
  // The sentence of a turn is shown once.
  if (kept === undefined || visit.said !== undefined) return make()
  const leaf = keptFor({
    kept,
    me: visit.me,
    named: me => nameOf(visit, me, path),
    make: () => withHoles(make),
    // What everybody reads is kept as a whole answer (`page-cache.ts`).
    bytesOf: made => (visit.by === 'visitor' && !hasForm(made) ? undefined : bytesOf(made)),
  })
  return leaf && filled(leaf, source, token)
}

const nameOf = (
  { by, keeper, private: isPrivate, secure, lang, query }: Visit,
  me: string | undefined,
  path: string,
): string =>
  `leaf ${JSON.stringify([by, keeper ?? null, me ?? null, isPrivate, secure, lang, path, query])}`

/** In the name of what asked nothing of which member reads. */
const ANY_MEMBER = '*'
/**
 * Something made for whoever reads, kept: for all members of a role, where it asked nothing of
 * which one reads; but for one of whom it asked whether it is them. `named`: all that it depends on
 * beside the tables.
 */
export function keptFor<T>({
  kept,
  me,
  named,
  make,
  bytesOf,
}: Readonly<{
  kept: Kept
  me: string | undefined
  named: (me: string | undefined) => string
  make: () => T
  bytesOf: (made: T) => number | undefined
}>): T {
  const [own, shared] = [named(me), named(me === undefined ? undefined : ANY_MEMBER)]
  const isOwn = (reads: ReadKeys | undefined): boolean =>
    me !== undefined && (reads?.has(PERSON) === true || reads?.has(personIs(me)) === true)
  const heldBy = (name: string) => kept.get(name) as Readonly<{ made: T }> | undefined
  const held = heldBy(own) ?? (isOwn(kept.readsOf(shared)) ? undefined : heldBy(shared))
  if (held) return held.made
  const { value, reads } = tracked(make)
  const bytes = bytesOf(value)
  if (bytes !== undefined) kept.set(isOwn(reads) ? own : shared, { made: value }, reads, bytes)
  return value
}

function withHoles<T>(make: () => T): T {
  const around = turns
  turns = 0
  try {
    return make()
  } finally {
    turns = around
  }
}

const hasForm = (leaf: Leaf | undefined): boolean =>
  [leaf?.body, ...(leaf?.foot ?? [])].some(piece => piece?.forOne === true)

/** Units   bytes. Text in memory takes one or two a sign. */
const bytesOf = (leaf: Leaf | undefined): number =>
  leaf === undefined
    ? 0
    : 2 * [leaf.body, ...(leaf.foot ?? [])].reduce((sum, { html }) => sum + html.length, 0)

function filled(leaf: Leaf, source: PageSource, token: () => string): Leaf {
  const filling = new Map<string, string>()
  const fillingOf = (hole: string): string => {
    const known = filling.get(hole) ?? (hole === TOKEN ? token() : newTurn(source))
    filling.set(hole, known)
    return known
  }
  const fill = (piece: Html): Html =>
    piece.forOne ? rewritten(piece, piece.html.replace(HOLES, fillingOf)) : piece
  return { ...leaf, body: fill(leaf.body), ...(leaf.foot ? { foot: leaf.foot.map(fill) } : {}) }
}

/** The id of the turn that a form asks: posted twice, it is done once. */
export const newTurn = (source: PageSource): string =>
  idFrom(untracked(source.now), randomBytes(10))

/**
 * A piece of a page, kept for all who read alike. Its kit is its own: what another piece read is
 * read for it too. Where nothing is kept, the pieces of a page share one.
 */
export function piecesOf(
  source: PageSource,
  visit: PageVisit,
  kitFor: (source: PageSource, visit: PageVisit) => Kit,
): Pick<KitSlots, 'piece' | 'pieceEach'> {
  const { kept, read } = source
  const bare = (): Kit => kitFor(source, bareOf(visit))
  const shared = lazy(bare)
  const { path, lang, by, keeper = null, private: isPrivate } = visit
  const role = [path, lang, by, keeper, isPrivate]
  return {
    piece: (name, work) =>
      kept === undefined
        ? work(shared())
        : keptFor({
            kept,
            me: visit.me,
            named: (me = '') => `piece ${JSON.stringify([readerNumber(read), name, me, ...role])}`,
            make: () => work(bare()),
            bytesOf: bytesUnlessForOne,
          }),
    pieceEach: (name, ids, work) =>
      read.keepEach(
        `pieces ${JSON.stringify([name, ...role])}`,
        ids,
        some => work(kept === undefined ? shared() : bare(), some),
        made => bytesUnlessForOne(made) ?? Number.POSITIVE_INFINITY,
      ),
  }
}
function bareOf(visit: PageVisit): PageVisit {
  const { path, lang, by, private: isPrivate = false, keeper, me, address, secureAddress } = visit
  return {
    ...{ path, lang, by, private: isPrivate },
    // Made where a form is, which no piece keeps.
    get token() {
      return visit.token ?? ''
    },
    ...(keeper === undefined ? {} : { keeper }),
    ...(me === undefined ? {} : { me }),
    ...(address === undefined ? {} : { address }),
    ...(secureAddress === undefined ? {} : { secureAddress }),
  }
}
/** Readers by number: one may see what another does not. */
const readerNumber = lazyOf((_: Reader): number => ++numbered)
let numbered = 0
/** Units   bytes. A form is for one request. */
function bytesUnlessForOne(made: unknown): number | undefined {
  const said = JSON.stringify(made) ?? ''
  return said.includes('"forOne":true') ? undefined : 2 * said.length
}
