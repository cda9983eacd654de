import type { Reader } from '../../../contract/reader.ts'
import { harvest } from '../../../contract/records/own-records.ts'
import type { Strip } from '../../../contract/slots.ts'
import { fold } from '../../../core/letters/words.ts'
import type { RecordType } from '../../../core/schema.ts'
import { NAMELESS } from '../../../text/harvest/chat.ts'
import { piecesOf } from './pieces.ts'

/** Why a person of the rules is left: they are nobody, and nobody is asked for them. */
export const NOBODY = 'nobody'
/** Why a piece is left: it is the same as another. */
export const MERGED = 'merged'

/** Why a person has no strip, and is not waited for: the keeper does not ask them. */
export const UNASKED = 'unasked'

type Piece = ReturnType<typeof piecesOf>[number]
type Types = ReadonlyMap<string, RecordType>

/**
 * Somebody of a harvest: one piece, or several that the keeper said are the same person. `first` is
 * the one their strip is for.
 */
export type Someone = Readonly<{
  name: string
  first: Piece
  pieces: readonly Piece[]
  agreed: boolean
}>
/**
 * One first name that stands for several pieces: *deux Élodie*. `told`: what the keeper answered.
 */
export type SharedFirstName = Readonly<{
  key: string
  name: string
  pieces: readonly Piece[]
  told: 'one' | 'several' | undefined
}>

/**
 * The people of a harvest. Pieces of one name are one person only when the keeper said so; the
 * answer stays in the harvest, so that it can be changed as long as nobody has answered for them.
 */
export function peopleOf(read: Reader, types: Types, of: string): readonly Someone[] {
  const told = new Set(read.one(harvest, of, 'home')?.onePerson ?? [])
  return [...byName(read, types, of)].flatMap(([key, all]): readonly Someone[] =>
    told.has(key) ? [someone(all)] : all.map(one => someone([one])),
  )
}

/** The person whom a piece stands for. */
export const someoneOf = (
  read: Reader,
  types: Types,
  { id, harvest: of }: Pick<Piece, 'id' | 'harvest'>,
): Someone | undefined =>
  peopleOf(read, types, of ?? '').find(({ pieces }) => pieces.some(piece => piece.id === id))

/** Names of several pieces, of whom nobody has answered yet. */
export function doublesOf(read: Reader, types: Types, of: string): readonly SharedFirstName[] {
  const row = read.one(harvest, of, 'home')
  return [...byName(read, types, of)].flatMap(([key, all]): readonly SharedFirstName[] => {
    if (
      all.length < 2 ||
      all.some(one => one.piece.state === 'shown' || one.piece.state === 'refused')
    )
      return []
    const told = row?.onePerson?.includes(key)
      ? 'one'
      : row?.severalPeople?.includes(key)
        ? 'several'
        : undefined
    return [{ key, name: all[0]!.name, pieces: all.map(one => one.piece), told }]
  })
}

type Told = Readonly<{
  onePerson: readonly string[] | null
  severalPeople: readonly string[] | null
}>
/**
 * What the harvest keeps once the keeper answered for some of its doubled names; undefined when
 * nothing new was said.
 */
export function toldApart(
  before: Told,
  doubles: readonly SharedFirstName[],
  answer: (double: SharedFirstName) => string,
): Told | undefined {
  const told = new Map(
    doubles.flatMap(one =>
      ['one', 'several'].includes(answer(one)) ? [[one.key, answer(one)] as const] : [],
    ),
  )
  if (doubles.every(one => !told.has(one.key) || told.get(one.key) === one.told)) return undefined
  const of = (held: readonly string[] | null, which: string) => [
    ...(held ?? []).filter(key => !told.has(key)),
    ...[...told].filter(([, said]) => said === which).map(([key]) => key),
  ]
  return {
    onePerson: of(before.onePerson, 'one'),
    severalPeople: of(before.severalPeople, 'several'),
  }
}

type Named = Readonly<{ piece: Piece; name: string }>
function byName(read: Reader, types: Types, of: string): ReadonlyMap<string, readonly Named[]> {
  const people = piecesOf(read, of).filter(
    one => one.person === true && one.why !== NOBODY && one.why !== MERGED,
  )
  return Map.groupBy(
    people.map(piece => ({ piece, name: nameIn(read, types, piece) })),
    one => fold(one.name),
  )
}

function someone(all: readonly Named[]): Someone {
  const answered =
    all.find(one => one.piece.state === 'shown') ??
    all.find(one => one.piece.state === 'refused') ??
    all[0]!
  return {
    name: answered.name,
    first: answered.piece,
    pieces: all.map(one => one.piece),
    agreed: answered.piece.state === 'shown',
  }
}

export const stripsOf = (read: Reader, types: Types, name: string): readonly Strip[] =>
  read.list(harvest, { order: 'id DESC' }, 'home').flatMap(of =>
    peopleOf(read, types, of.id).flatMap(one =>
      fold(one.name.trim()) === fold(name.trim()) && !one.agreed
        ? [
            {
              name: one.name,
              notes: of.title,
              says: one.first.state === 'refused' ? ('no' as const) : ('awaited' as const),
              isMinor: one.pieces.some(piece => piece.minor === true),
            },
          ]
        : [],
    ),
  )

/** The title of a piece, as this box holds it. */
export function nameIn(
  read: Reader,
  types: Types,
  one: Readonly<{ of: string | null; piece: string | null }>,
): string {
  const type = types.get(one.of ?? '')
  const row = type && read.one(type, one.piece ?? '', 'home')
  return String((type && row?.[type.title]) ?? '')
}

/** The name of a person; empty where only a number is known. */
export const knownName = (name: string): string => (name.startsWith(NAMELESS) ? '' : name)
/** A person as the keeper reads them: of whom only a number is known, how it ends. */
export const calledOr = (name: string, numberAlone: (ends: string) => string): string =>
  name.startsWith(NAMELESS) ? numberAlone(name.slice(NAMELESS.length)) : name
