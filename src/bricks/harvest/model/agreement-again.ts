import type { Draft, Forgetting } from '../../../contract/decision.ts'
import type { Reader } from '../../../contract/reader.ts'
import { communesKnown } from '../../../contract/records/ground.ts'
import { code, harvest } from '../../../contract/records/own-records.ts'
import { fieldFor, type RecordType, spaceOf, typeFor, type Value } from '../../../core/schema.ts'
import { whoIsNamed } from '../../../text/named.ts'
import type { Someone } from './people.ts'
import { piecesOf } from './pieces.ts'
import { besideKeeper, unagreedIn } from './unagreed.ts'
import { type Agreed, saidOfTheirs } from './whose.ts'

type Types = ReadonlyMap<string, RecordType>
type Row = Readonly<Record<string, unknown>>

/**
 * What somebody who said yes is shown by: their record, and all that the page calls them or reached
 * them by.
 */
export type Stood = Readonly<{
  type: RecordType
  shownAs: string
  names: ReadonlySet<string>
  reach: string
}>

/**
 * The record that the yes of this person made; undefined when they said no yes, or when it is there
 * no more.
 */
export function stoodAs(
  read: Reader,
  types: Types,
  { agreed, first, name }: Someone,
): Stood | undefined {
  const type = types.get(first.of ?? '')
  const row = agreed && type && first.shownAs ? read.one(type, first.shownAs) : undefined
  if (!row || !type || !first.shownAs) return undefined
  const how = fieldFor(type, 'reach')
  return {
    type,
    shownAs: first.shownAs,
    names: new Set([name, String(row[type.title] ?? '')]),
    reach: how ? String(row[how] ?? '') : '',
  }
}

/** What is written, and what is forgotten of before, once an answer is replaced by another. */
export type AnswerReplacement = Readonly<{
  drafts: readonly Draft[]
  forget: readonly Forgetting[]
}>

/**
 * Some fields of a record say another thing now; what they said goes from the journal too, here and
 * wherever it went.
 */
export function insteadOf(
  type: string,
  record: string,
  row: Row,
  fields: Readonly<Record<string, Value>>,
): AnswerReplacement {
  const changed = Object.entries(fields).filter(([field, value]) => (row[field] ?? null) !== value)
  return {
    drafts: changed.length > 0 ? [{ type, record, fields: Object.fromEntries(changed) }] : [],
    forget: changed.map(([field]) => ({ type, record, field, alone: true })),
  }
}
const together = (all: readonly AnswerReplacement[]): AnswerReplacement => ({
  drafts: all.flatMap(one => one.drafts),
  forget: all.flatMap(one => one.forget),
})

type Renewal = Readonly<{ of: string; stood: Stood; agreed: Agreed; keeper: string }>

/**
 * Needs and offers that said this person by a name or a way to reach them, as the agreed people of
 * now make them say it.
 */
export function theirsAgain(
  read: Reader,
  types: Types,
  { of, stood, agreed, keeper }: Renewal,
): AnswerReplacement {
  const all = piecesOf(read, of)
  const known = new Set([...agreed.values()].map(one => one.name))
  return together(
    all.flatMap((piece): readonly AnswerReplacement[] => {
      const type = types.get(piece.of ?? '')
      const [who, how] = type ? [fieldFor(type, 'who'), fieldFor(type, 'reach')] : []
      const row = type && piece.shownAs ? read.one(type, piece.shownAs) : undefined
      if (
        !type ||
        !row ||
        !who ||
        !how ||
        !piece.shownAs ||
        spaceOf(type, type.fields[who]!) !== 'commons'
      )
        return []
      const names = String(row[who] ?? '')
        .split(', ')
        .filter(Boolean)
      const reached = String(row[how] ?? '')
      const isReached = stood.reach !== '' && reached.includes(stood.reach)
      if (piece.person === true || !(names.some(name => stood.names.has(name)) || isReached))
        return []
      const said = saidOfTheirs(agreed, all, piece, type) ?? {}
      // A name that somebody wrote there since stays.
      const others = names.filter(name => !stood.names.has(name))
      const left = others.every(name => known.has(name)) ? (said[who] ?? null) : others.join(', ')
      const fallback = type.fields[how]?.required ? keeper : null
      const reach = isReached || left === null || said[how] ? (said[how] ?? fallback) : reached
      return [insteadOf(type.name, piece.shownAs, row, { [who]: left, [how]: reach })]
    }),
  )
}

/**
 * A consent taken back: the wider copy of the person is forgotten, and their name and way to be
 * reached go from what showed it.
 *
 * Law     11: what was said of them here stays in `home`; the pieces keep no copy.
 */
export function takenBack(
  read: Reader,
  types: Types,
  { of, stood, agreed, keeper }: Renewal,
): AnswerReplacement {
  const codes = read
    .list(code, { where: 'opens = ?', with: [stood.shownAs] }, 'home')
    .map(one => ({ type: code.name, record: one.id }))
  const gone: AnswerReplacement = {
    drafts: [],
    forget: [{ type: stood.type.name, record: stood.shownAs, alone: true }, ...codes],
  }
  return together([
    gone,
    untied(read, types, stood),
    theirsAgain(read, types, { of, stood, agreed, keeper }),
    authorGone(read, types, of, stood),
  ])
}

/** Projects say no more that this person runs them. */
function untied(read: Reader, types: Types, { shownAs }: Stood): AnswerReplacement {
  const drafts = read.pointing(shownAs).flatMap(({ type: name, id, field }): readonly Draft[] => {
    const type = types.get(name)
    const row = type && read.one(type, id)
    const link = type?.fields[field]
    if (!row || link?.kind !== 'link' || (link.required && !link.many)) return []
    const held = row[field]
    const left = Array.isArray(held) ? held.filter((to): to is string => to !== shownAs) : null
    return [{ type: name, record: id, fields: { [field]: left } }]
  })
  return { drafts, forget: [] }
}

function authorGone(read: Reader, types: Types, of: string, { names }: Stood): AnswerReplacement {
  const notes = typeFor(types, 'notes')
  const meeting = read.one(harvest, of, 'home')?.meeting
  const author =
    notes?.fields['author'] && meeting ? read.one(notes, meeting)?.['author'] : undefined
  const isTheirs = typeof author === 'string' && whoIsNamed([...names])(author) !== undefined
  return isTheirs && notes && meeting
    ? insteadOf(notes.name, meeting, { author }, { author: null })
    : { drafts: [], forget: [] }
}

/**
 * What is shown of a harvest and still says one of these names in its own words: the keeper mends
 * it by hand.
 */
export function stillNaming(
  read: Reader,
  types: Types,
  { of, stood: { names, shownAs }, keeper }: Readonly<{ of: string; stood: Stood; keeper: string }>,
  written: readonly Draft[],
): readonly string[] {
  const villages = communesKnown(read, types).map(one => one.name)
  const named = whoIsNamed([...names], villages)
  return piecesOf(read, of).flatMap(piece => {
    const type = types.get(piece.of ?? '')
    const row =
      type && piece.shownAs && piece.shownAs !== shownAs ? read.one(type, piece.shownAs) : undefined
    if (!type || !row || piece.person === true) return []
    const now: Row = Object.assign(
      {},
      row,
      ...written.filter(one => one.record === piece.shownAs).map(one => one.fields),
    )
    return unagreedIn(besideKeeper(now, type, keeper), type, named) === undefined
      ? []
      : [String(row[type.title] ?? '')]
  })
}
