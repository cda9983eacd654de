import type { Kit, KitSlots } from '../../contract/kit.ts'
import type { Leaf } from '../../contract/page.ts'
import type { Reader } from '../../contract/reader.ts'
import type { Kept } from '../../core/kept.ts'
import { lazy, lazyOf } from '../../core/lazy.ts'
import { PERSON, personIs, tracked } from '../../core/tracking.ts'
import type { Visit } from '../session/visit.ts'
import { hasForm } from './cached.ts'
import { withHoles } from './holes.ts'
import type { PageSource, PageVisit } from './kit.ts'

/**
 * The content of a page, kept for whoever it was made for: everybody who is not signed in, one
 * keeper, one member, or all members of one role where the page asked nothing of which one reads.
 * What a form has for one request alone is a hole in what is kept, which each request fills
 * (`holes.ts`).
 *
 * Law     Nothing of one person is ever kept for another: their id is in the name of what asked
 *         who reads.
 */

/** The leaf at this address for this visit, kept or made; its holes are open. */
export function keptLeaf(
  { kept }: Pick<PageSource, 'kept'>,
  visit: Visit,
  path: string,
  make: () => Leaf | undefined,
): Leaf | undefined {
  // The sentence of a turn is shown once.
  if (kept === undefined || visit.said !== undefined) return make()
  return keptFor({
    kept,
    me: visit.me,
    named: me => nameOf(visit, me, path),
    make: () => withHoles(make),
    // What everybody reads is kept as a whole answer (`page-cache.ts`).
    bytesOf: made => (visit.by === 'visitor' && !hasForm(made) ? undefined : bytesOf(made)),
  })
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
  const isOwn = (hasRead: (key: string) => boolean): boolean =>
    me !== undefined && (hasRead(PERSON) || hasRead(personIs(me)))
  const heldBy = (name: string) => kept.get(name) as Readonly<{ made: T }> | undefined
  const held = heldBy(own) ?? (isOwn(key => kept.hasRead(shared, key)) ? undefined : heldBy(shared))
  if (held) return held.made
  const { value, reads } = tracked(make)
  const bytes = bytesOf(value)
  if (bytes !== undefined)
    kept.set(isOwn(key => reads.has(key)) ? own : shared, { made: value }, reads, bytes)
  return value
}

/** Units   bytes. Text in memory takes one or two a sign. */
const bytesOf = (leaf: Leaf | undefined): number =>
  leaf === undefined
    ? 0
    : 2 * [leaf.body, ...(leaf.foot ?? [])].reduce((sum, { html }) => sum + html.length, 0)

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
