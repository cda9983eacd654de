import type { Draft } from '../../../contract/decision.ts'
import type { Reader } from '../../../contract/reader.ts'
import { guardOf } from '../../../contract/records/guarded.ts'
import { harvest } from '../../../contract/records/own-records.ts'
import { fieldFor, type RecordType, spaceOf, typeFor, type Value } from '../../../core/schema.ts'
import { whoIsNamed } from '../../../text/named.ts'
import { peopleOf } from './people.ts'
import { piecesOf, tieRead } from './pieces.ts'
import { unagreedNames } from './unagreed.ts'

type Types = ReadonlyMap<string, RecordType>
type Piece = ReturnType<typeof piecesOf>[number]

/** Ties that make a need or an offer somebody's, and those that make a project theirs. */
const SAYS: ReadonlySet<string> = new Set(['needs', 'offers', 'proposed', 'by'])
const CARRIES: ReadonlySet<string> = new Set(['runs', 'started', 'proposed'])

type Person = Readonly<{ name: string; reach: string }>
/**
 * People of a harvest who said yes, by the pieces that stand for them: their name and way to be
 * reached, as everybody may read them.
 */
export type Agreed = ReadonlyMap<string, Person>

/** `just`: somebody whose yes this very turn writes. */
export function agreedIn(
  read: Reader,
  types: Types,
  of: string,
  just?: Readonly<{ pieces: readonly Piece[] } & Person>,
): Agreed {
  const before = peopleOf(read, types, of).filter(one => one.agreed)
  const said = before.flatMap(({ first, pieces }) => {
    const type = types.get(first.of ?? '')
    const row = type && read.one(type, first.shownAs ?? '')
    if (!type || !row) return []
    const how = fieldFor(type, 'reach')
    const person = { name: String(row[type.title] ?? ''), reach: how ? String(row[how] ?? '') : '' }
    return pieces.map(one => [one.piece ?? '', person] as const)
  })
  return new Map([...said, ...(just?.pieces ?? []).map(one => [one.piece ?? '', just!] as const)])
}

/**
 * What a need or an offer says of its person, once they said yes: their name, and how to reach them
 * as they wish everybody to read it.
 *
 * Shape   nothing for a type that says neither, nor for a piece of nobody who said yes.
 * Law     11: a person who said yes to nothing is not named, beside others who did.
 */
export function saidOfTheirs(
  agreed: Agreed,
  all: readonly Piece[],
  piece: Piece,
  type: RecordType,
): Readonly<Record<string, Value>> | undefined {
  const [who, how] = [fieldFor(type, 'who'), fieldFor(type, 'reach')]
  if (!who || !how || spaceOf(type, type.fields[who]!) !== 'commons') return undefined
  const people = [...new Set(peopleBehind(all, piece).flatMap(one => agreed.get(one) ?? []))]
  if (people.length === 0) return undefined
  const reach = people
    .map(one => (people.length > 1 && one.reach ? `${one.name}\u00a0: ${one.reach}` : one.reach))
    .filter(Boolean)
  return {
    [who]: people.map(one => one.name).join(', '),
    ...(reach.length > 0 ? { [how]: reach.join(', ').slice(0, 300) } : {}),
  }
}

/**
 * Whose a piece is: the people that the notes tie to it; else those who carry the project that it
 * is for.
 *
 * Law     11: what a body wants or gives is no word of whoever carries the project beside it.
 */
function peopleBehind(all: readonly Piece[], piece: Piece): readonly string[] {
  const own = tiedTo(all, piece, SAYS)
  const persons = own.filter(one => one.person === true)
  const cards = new Set(all.filter(one => one.person === true).map(one => one.of))
  const isOfABody = own.some(one => one.person !== true && cards.has(one.of))
  const projects = persons.length > 0 || isOfABody ? [] : own.filter(one => one.person !== true)
  const carriers = projects.flatMap(one =>
    tiedTo(all, one, CARRIES).filter(other => other.person === true),
  )
  return [...persons, ...carriers].map(one => one.piece ?? '')
}

/**
 * All that the notes say of some person, but what was left: what is tied to them from either end,
 * what is theirs by a project that they carry, and what was taken from the very words that say
 * them.
 */
export function piecesFor(all: readonly Piece[], person: readonly Piece[]): readonly Piece[] {
  const own = new Set(person.map(one => one.piece ?? ''))
  const tied = new Set(person.flatMap(one => tiedTo(all, one)).map(one => one.id))
  const isIn = (piece: Piece) =>
    person.some(
      one =>
        one.from !== null &&
        one.till !== null &&
        piece.from !== null &&
        piece.till !== null &&
        piece.from <= one.from &&
        one.till <= piece.till,
    )
  return all.filter(
    piece =>
      piece.person !== true &&
      piece.state !== 'refused' &&
      (tied.has(piece.id) || isIn(piece) || peopleBehind(all, piece).some(one => own.has(one))),
  )
}

/** The other ends of its ties of these kinds, told from either end. */
function tiedTo(all: readonly Piece[], piece: Piece, rels?: ReadonlySet<string>): readonly Piece[] {
  const said = (one: Piece) => (one.ties ?? []).map(tieRead)
  const isOne = (rel: string) => rels?.has(rel) ?? true
  const out = said(piece).flatMap(({ rel, to }) =>
    isOne(rel) ? all.filter(one => one.piece === to) : [],
  )
  const into = all.filter(one => said(one).some(({ rel, to }) => isOne(rel) && to === piece.piece))
  return [...out, ...into]
}

/**
 * The projects of a person who agreed now say so: on the fields that hold such a tie, beside those
 * already there.
 */
export function tiesShown(
  types: ReadonlyMap<string, RecordType>,
  read: Reader,
  waiting: Readonly<{ of: string | null; harvest: string | null; ties: readonly string[] | null }>,
  shownAs: string,
): readonly Draft[] {
  const pieces = piecesOf(read, waiting.harvest ?? '')
  const drafts = (waiting.ties ?? []).flatMap((tie): Draft[] => {
    const [rel = '', to = ''] = tie.split(':')
    const other = pieces.find(one => one.piece === to)
    const type = other?.shownAs ? types.get(other.of ?? '') : undefined
    const field =
      type &&
      Object.entries(type.fields).find(
        ([, of]) => of.ties?.includes(rel) && of.to?.includes(waiting.of ?? ''),
      )
    if (!type || !other?.shownAs || !field?.[1].many) return []
    const held = read.one(type, other.shownAs)?.[field[0]]
    return [
      {
        type: type.name,
        record: other.shownAs,
        fields: { [field[0]]: [...((held as readonly string[] | null) ?? []), shownAs] },
      },
    ]
  })
  // Two ties may lead to one field of one record: it is written once.
  return [...new Map(drafts.map(one => [`${one.record} ${Object.keys(one.fields)}`, one])).values()]
}

/**
 * Needs and offers that are on the page already, of a person who agreed now: they said nobody, and
 * now say them.
 */
export function theirsNamed(
  types: ReadonlyMap<string, RecordType>,
  read: Reader,
  of: string,
  just: Readonly<{ pieces: readonly Piece[]; name: string; reach: string }>,
): readonly Draft[] {
  const all = piecesOf(read, of)
  const agreed = agreedIn(read, types, of, just)
  return all.flatMap((piece): readonly Draft[] => {
    const type = types.get(piece.of ?? '')
    const row = type && piece.shownAs ? read.one(type, piece.shownAs) : undefined
    const said =
      row && type && piece.person !== true ? saidOfTheirs(agreed, all, piece, type) : undefined
    // A name that somebody wrote there since stays.
    const who = type && fieldFor(type, 'who')
    const before = who && row?.[who]
    const isOurs =
      !before ||
      String(before)
        .split(', ')
        .every(name => [...agreed.values()].some(one => one.name === name))
    return said && type && isOurs
      ? [{ type: type.name, record: piece.shownAs ?? '', fields: said }]
      : []
  })
}

/**
 * Whoever took the notes is told on the meeting once they said yes: they alone, beside nobody else
 * who did not.
 */
export function authorAgreed(
  types: ReadonlyMap<string, RecordType>,
  read: Reader,
  of: string,
  name: string,
): readonly Draft[] {
  const { author, meeting } = read.one(harvest, of, 'home') ?? {}
  const notes = typeFor(types, 'notes')
  if (!author || !meeting || !notes?.fields['author'] || !whoIsNamed([name])(author)) return []
  const others = unagreedNames(read, types, of).filter(one => one !== name)
  const isTheirs =
    whoIsNamed(others)(author) === undefined && guardOf(read, types, [name])(author).length === 0
  return isTheirs ? [{ type: notes.name, record: meeting, fields: { author } }] : []
}
