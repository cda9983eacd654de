import type { Command } from '../../../contract/command.ts'
import type { Decision, Draft } from '../../../contract/decision.ts'
import { type Message, message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { proposal } from '../../../contract/records/own-records.ts'
import { one } from '../../../core/form/input.ts'
import { fold } from '../../../core/letters/words.ts'
import { fieldFor, type RecordType, spaceOf } from '../../../core/schema.ts'
import { whoIsNamed } from '../../../text/named.ts'
import type { fr } from '../words/fr.ts'
import { OF_ITS_OWN } from './own.ts'
import { nameIn, someoneOf } from './people.ts'
import { besideKeeper, unagreedIn } from './unagreed.ts'

type Words = typeof fr
const say: Say<Words> = message

/**
 * *Non*, or no answer yet: what shows that person here without having come from their strip, a card
 * or a notice that somebody keyed by hand.
 *
 * Shape   `hidden`: taken off the page, found again in *Ce qui est retiré* · `theirs`: what a card
 *         of this box signed, which its member takes off · `still`: what says the name in words of
 *         its own, which the keeper mends.
 * Law     11: a person who said no is shown by no card of this page. Names are one by the folding
 *         of names (capitals, accents).
 */
type Types = ReadonlyMap<string, RecordType>
type Row = Readonly<Record<string, unknown> & { id: string }>
export type Whose = (type: string) => string | undefined
type Shows = Readonly<{ type: RecordType; id: string; title: string }>
export type Showing = Readonly<{
  hidden: readonly Shows[]
  theirs: readonly Shows[]
  still: readonly Shows[]
}>
const MOST_TOLD = 12

/** `but`: records of which the answer itself decides. `keeper`: how the keeper is reached. */
export function showing(
  read: Reader,
  types: Types,
  whose: Whose,
  {
    names,
    but,
    keeper,
  }: Readonly<{
    names: ReadonlySet<string>
    but: ReadonlySet<string>
    keeper: string
  }>,
): Showing {
  const cards = cardsOf(cardsIn(read, types), names)
  const apart = Map.groupBy(
    cards.filter(one => !but.has(one.id)),
    one => isSigned(read, one, whose),
  )
  const told = new Set(cards.map(one => one.id))
  const still = namedIn(read, types, [...names], keeper).filter(
    one => !told.has(one.id) && !but.has(one.id),
  )
  return {
    hidden: apart.get(false) ?? [],
    theirs: apart.get(true) ?? [],
    still: still.slice(0, MOST_TOLD),
  }
}

/**
 * Records of this page that are a person's card, or say who they are from; `names`: which, folded.
 */
type Card = Shows & Readonly<{ names: readonly string[] }>
export const cardsIn = (read: Reader, types: Types): readonly Card[] =>
  [...types.values()].flatMap(type => {
    const who = fieldFor(type, 'who')
    const signed = who && spaceOf(type, type.fields[who]!) === 'commons' ? who : undefined
    if (type.space === 'home' || (signed === undefined && type.person === undefined)) return []
    return every(read, type).flatMap(row => {
      const said = [
        isPerson(type, row) ? row[type.title] : null,
        signed === undefined ? null : row[signed],
      ]
      const names = said.flatMap(one =>
        typeof one === 'string' && one.trim() !== '' ? [fold(one.trim())] : [],
      )
      return names.length > 0
        ? [{ type, id: row.id, title: String(row[type.title] ?? ''), names }]
        : []
    })
  })
export function cardsOf(all: readonly Card[], names: Iterable<string>): readonly Card[] {
  const asked = new Set([...names].map(name => fold(name.trim())))
  return all.filter(card => card.names.some(name => asked.has(name)))
}
const isPerson = ({ person }: RecordType, row: Row): boolean =>
  person !== undefined && Object.entries(person).every(([name, value]) => row[name] === value)

function* pages(read: Reader, type: RecordType): Generator<readonly Row[]> {
  for (let offset = 0; ; offset += 500) {
    const rows: readonly Row[] = read.list(type, { order: 'id', limit: 500, offset })
    if (rows.length === 0) return
    yield rows
  }
}
const every = (read: Reader, type: RecordType): readonly Row[] => [...pages(read, type)].flat()

/** Whether a card of this box signed it: its own page is where that is taken off. */
export function isSigned(read: Reader, { type, id }: Shows, whose: Whose): boolean {
  const owner = whose(type.name)
  const held = owner ? read.one(type, id, 'home')?.[owner] : undefined
  return Array.isArray(held) ? held.length > 0 : typeof held === 'string' && held !== ''
}

function namedIn(
  read: Reader,
  types: Types,
  names: readonly string[],
  keeper: string,
): readonly Shows[] {
  const searched = [...types.values()].filter(type => type.path !== undefined)
  const hits = names.flatMap(
    name =>
      read.search(
        name,
        searched.map(type => type.name),
        50,
      ).hits,
  )
  return [...new Map(hits.map(hit => [hit.id, hit])).values()].flatMap(hit => {
    const type = types.get(hit.type)
    const row = type && read.one(type, hit.id)
    // Another card is another person.
    return type &&
      row &&
      !isPerson(type, row) &&
      unagreedIn(besideKeeper(row, type, keeper), type, whoIsNamed(names)) !== undefined
      ? [{ type, id: hit.id, title: hit.title }]
      : []
  })
}

/**
 * With every record that shows as one with it: taken off alone, it would leave the other on the
 * page.
 */
export const takenOff = (read: Reader, hidden: readonly Shows[]): readonly Draft[] =>
  hidden.flatMap(({ type, id }) =>
    [...new Set([id, ...read.joinedWith(id)])].map(
      (record): Draft => ({ type: type.name, record, fields: { removed: true } }),
    ),
  )

/** What was taken off, what could not be reached from here, and what is left to mend. */
export function toldOf({ hidden, theirs, still }: Showing, read: Reader): readonly Message[] {
  const titles = (all: readonly Shows[]): readonly string[] => [
    ...new Set(all.map(one => one.title)),
  ]
  const gone = read.boxes().holding(hidden.map(one => one.id))
  return [
    ...(hidden.length > 0 ? [say('agreement.handHidden', titles(hidden))] : []),
    ...(gone.length > 0 ? [say('agreement.askedThere', gone)] : []),
    ...(hidden.length > 0 ? [say('agreement.beyondReach')] : []),
    ...(theirs.length > 0 ? [say('agreement.signedByThem', titles(theirs))] : []),
    ...(still.length > 0 ? [say('agreement.stillNamed', titles(still))] : []),
  ]
}

/**
 * Until they answer: what shows somebody whose agreement is awaited, taken off by one act of the
 * keeper.
 */
export const hideAwaited: Command<typeof fr> = {
  ...OF_ITS_OWN,
  name: 'hideAwaited',
  path: '/cueillette/cacher-en-attendant',
  who: 'keeper',
  decide: (input, read, at, words): Decision => {
    const piece = read.one(proposal, one(input, 'id'), 'home')
    const someone = piece && someoneOf(read, read.types, piece)
    if (!someone || someone.agreed) return { refused: say('nothingThere') }
    const found = showing(read, read.types, type => at.ownerOf(type)?.owner, {
      names: new Set([nameIn(read, read.types, piece)]),
      but: new Set(),
      keeper: words.askKeeper(at.territory()?.keptBy ?? ''),
    })
    if (found.hidden.length === 0) return { refused: say('nothingThere') }
    return {
      drafts: takenOff(read, found.hidden),
      next: `/cueillette/${piece.harvest}/accord`,
      said: { all: toldOf(found, read) },
    }
  },
}
