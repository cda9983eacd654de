import { missingOf, type PackedTurn } from '../../../../contract/packing.ts'
import type { KitToPack } from '../../../../contract/published.ts'
import type { Reader } from '../../../../contract/reader.ts'
import type { RowOf } from '../../../../core/schema.ts'
import type { kitBagFr } from '../../words/kit-bag/fr.ts'
import { type BagThing, listed, type WrittenThing } from './listed.ts'
import { bag, bagThing } from './records.ts'

type Words = typeof kitBagFr
export type BagRow = RowOf<typeof bag>

const writtenIn = (read: Reader): readonly WrittenThing[] =>
  read.list(bagThing, { order: 'id' }, 'home').map(row => ({
    id: row.id,
    name: row.name ?? '',
    count: row.count ?? 1,
    pocket: row.pocket ?? '',
    lentBy: row.lentBy ?? '',
    origin: row.origin ?? '',
    out: row.out === true,
  }))

const ownOf = (words: Words): readonly BagThing[] =>
  Object.entries(words.own).map(([id, one]) => ({ ...one, id, lentBy: '' }))

/** The list as it stands. */
export const thingsIn = (read: Reader, words: Words): readonly BagThing[] =>
  listed(ownOf(words), writtenIn(read))
/**
 * The record that stands for a thing of the list; undefined for one that the keeper never wrote.
 */
export const writtenFor = (read: Reader, id: string): WrittenThing | undefined =>
  writtenIn(read).find(one => one.origin === id || one.id === id)

/** The kits that are lent here, from which a bag may be packed. */
export const kitsHere = (read: Reader): readonly KitToPack[] => read.published.kitsToPack?.() ?? []
/** The kit of a bag; undefined where it holds the box's own list, or the kit is lent no more. */
export const kitOf = (read: Reader, row: BagRow | undefined): KitToPack | undefined =>
  row?.kit ? kitsHere(read).find(({ id }) => id === row.kit) : undefined
/** What a bag holds: the pieces of its kit, or the list of the box. */
export const packedIn = (
  read: Reader,
  words: Words,
  row: BagRow | undefined,
): readonly BagThing[] =>
  row?.kit
    ? (kitOf(read, row)?.pieces ?? []).map(name => ({
        ...{ id: `${PIECE}${name}`, name, count: 1, pocket: '', lentBy: '' },
      }))
    : thingsIn(read, words)
/** What a piece of a kit is ticked by: its name, which is no key of the box's own list. */
const PIECE = 'piece:'

/** How a thing is called, on the list or off it by now. */
export const nameOf = (read: Reader, id: string, words: Words): string =>
  (id.startsWith(PIECE) ? id.slice(PIECE.length) : '') ||
  writtenFor(read, id)?.name ||
  { ...words.once, ...namesOf(ownOf(words)) }[id] ||
  id
const namesOf = (things: readonly BagThing[]): Readonly<Record<string, string>> =>
  Object.fromEntries(things.map(({ id, name }) => [id, name]))

/** The bag that is being filled, or that is out; undefined between two evenings. */
export const bagNow = (read: Reader): BagRow | undefined =>
  read.list(bag, { where: 'emptiedOn IS NULL', order: 'id DESC', limit: 1 }, 'home')[0]

/** Something that left with an emptied bag and is not back. */
export type Missing = Readonly<{ bag: string; day: string; where: string; thing: string }>

/** What the bags that were emptied did not bring back, the oldest first. */
export const missingIn = (read: Reader): readonly Missing[] =>
  missingOf(read.list(bag, { where: 'emptiedOn IS NOT NULL' }, 'home').map(turnOf)).map(
    ({ turn: { id, day, where }, thing }) => ({ bag: id, day, where, thing }),
  )
const turnOf = (row: BagRow): PackedTurn & Readonly<{ where: string }> => ({
  id: row.id,
  day: row.day ?? '',
  where: row.where ?? '',
  left: row.left ?? [],
  back: row.back ?? [],
  isOver: row.emptiedOn !== null,
})
