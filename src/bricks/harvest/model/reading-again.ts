import type { Command, CommandContext } from '../../../contract/command.ts'
import type { Decision, Draft, Forgetting, Refusal } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { harvest, proposal } from '../../../contract/records/own-records.ts'
import { fits, isDay } from '../../../core/form/fit.ts'
import { type Input, one } from '../../../core/form/input.ts'
import { ownJson } from '../../../core/narrow.ts'
import type { RowOf, Value } from '../../../core/schema.ts'
import { sameAs } from '../../../text/harvest/mask.ts'
import { NAMED_KINDS } from '../../../text/harvest/words-made.ts'
import type { fr } from '../words/fr.ts'
import { presentDrafts } from './agreement-lines.ts'
import { communeOfPlace, type HarvestResult, marksOf, pieceDrafts } from './harvest-notes.ts'
import { joined, OF_ITS_OWN } from './own.ts'
import { panelChanges } from './panel.ts'
import { piecesOf } from './pieces.ts'
import { PATHS } from './reading.ts'

type Words = typeof fr
const say: Say<Words> = message
type Of = RowOf<typeof harvest>
type Piece = ReturnType<typeof piecesOf>[number]

/** Names of the fields of the meeting on the page to read. */
export const MET = {
  title: 'reunion.titre',
  date: 'reunion.jour',
  startsAt: 'reunion.heure',
  where: 'reunion.lieu',
  commune: 'reunion.commune',
  people: 'reunion.gens',
  before: 'reunion.avant',
} as const
const MOST_PEOPLE = 200
/** *3/11/2026*, where a browser has no calendar. */
const dayTyped = (typed: string): string =>
  typed.replace(
    /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/,
    (_, day: string, month: string, year: string) =>
      `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  )

/** *20h*, *20 h 30*, where a browser has no clock. */
const hourTyped = (typed: string): string =>
  typed
    .trim()
    .replace(
      /^(\d{1,2})\s*[h:]\s*(\d{2})?$/i,
      (_, hour: string, minutes = '00') => `${hour.padStart(2, '0')}:${minutes}`,
    )

/** What the form of the meeting shows, sent back with it: only what was typed since is written. */
export const meetingBefore = ({ title, date, startsAt, where, commune, people }: Of): string =>
  JSON.stringify({ title, date, startsAt, where, commune, people: people ?? [] })

/**
 * The meeting as its form says it; undefined where the form did not travel.
 *
 * Errors  a day or an hour that is none.
 */
export function meetingSaid(
  of: Of,
  input: Input,
): Readonly<Record<string, Value>> | Refusal | undefined {
  if (input[MET.title] === undefined) return undefined
  const line = (name: string): string =>
    one(input, name)
      .replace(/[\r\n\t]+ */g, ' ')
      .slice(0, 300)
  const date = dayTyped(line(MET.date))
  if (date !== '' && (!isDay(date) || date < '1900' || date > '2200'))
    return { refused: say('reading.notADay'), field: MET.date }
  const startsAt =
    input[MET.startsAt] === undefined ? (of.startsAt ?? '') : hourTyped(line(MET.startsAt))
  if (startsAt !== '' && !fits({ kind: 'time' }, startsAt))
    return { refused: say('reading.notAnHour'), field: MET.startsAt }
  const commune = input[MET.commune] === undefined ? of.commune : one(input, MET.commune)
  const people = one(input, MET.people)
    .split(/[\r\n,;]+/)
    .map(name => name.trim().slice(0, 120))
    .filter(name => name !== '')
    .slice(0, MOST_PEOPLE)
  return {
    title: line(MET.title) || of.title,
    date: date || null,
    startsAt: startsAt || null,
    where: line(MET.where) || null,
    commune: fits({ kind: 'commune' }, commune) ? commune : null,
    people,
  }
}

/** What of the meeting a person mended. */
function meetingDrafts(
  of: Of,
  input: Input,
  read: Reader,
): Readonly<{ drafts: readonly Draft[] }> | Refusal {
  const said = meetingSaid(of, input)
  if (said === undefined) return { drafts: [] }
  if ('refused' in said) return said as Refusal
  const held = ownJson<Readonly<Record<string, unknown>>>(
    one(input, MET.before) || meetingBefore(of),
  )
  const changed = Object.entries(said as Readonly<Record<string, Value>>).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(held[name] ?? null),
  )
  if (changed.length === 0) return { drafts: [] }
  const fields: Record<string, Value> = Object.fromEntries(changed)
  if ('where' in fields && !('commune' in fields)) {
    const at = (where: unknown) => communeOfPlace(read, String(where ?? ''))
    // A commune that the keeper chose stays; one that the place said goes with it.
    const isChosen = of.commune !== null && at(of.where) !== of.commune
    fields['commune'] = at(fields['where']) ?? (isChosen ? of.commune : null)
  }
  return { drafts: [{ type: harvest.name, record: of.id, fields }] }
}

type MeetingTurn = Readonly<{
  of: Of & Readonly<{ id: string }>
  drafts: readonly Draft[]
  forget: Readonly<{ forget?: readonly Forgetting[] }>
  /** Who was there, where somebody mended the list. */
  people: readonly string[]
}>
/** What both acts of the meeting begin with: the open panel, and what was mended. */
function meetingTurn(input: Input, read: Reader, at: CommandContext): MeetingTurn | Refusal {
  const of = read.one(harvest, one(input, 'id'), 'home')
  if (!of) return { refused: say('nothingThere') }
  const [open, met] = [panelChanges(input, read, at), meetingDrafts(of, input, read)]
  if ('refused' in open) return open
  if ('refused' in met) return met
  return {
    of,
    drafts: [...open.drafts, ...met.drafts],
    forget: open.forget.length > 0 ? { forget: open.forget } : {},
    people: (met.drafts[0]?.fields['people'] as readonly string[] | undefined) ?? [],
  }
}

/** `mendMeeting`: its title, its day and hour, its place, who was there. */
export const mendMeeting: Command<Words> = {
  ...OF_ITS_OWN,
  name: 'mendMeeting',
  path: PATHS.meeting,
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const turn = meetingTurn(input, read, at)
    if ('refused' in turn) return turn
    return {
      drafts: joined([...turn.drafts, ...presentDrafts(read, at, turn.of.id, turn.people)]),
      ...turn.forget,
      next: `/cueillette/${turn.of.id}#rencontre`,
      said: say('saved'),
    }
  },
}

/** What a person kept, left, picked or mended: another reading does not touch it. */
export const isByHand = (piece: Piece): boolean =>
  piece.byHand === true || piece.state !== 'waiting' || piece.seen !== null

/**
 * `readAgain`: the rules read the notes again with the day, the place and the people that the
 * keeper said. What was done by hand stays as it is; what only waited takes its new day.
 */
export const readAgain: Command<Words> = {
  ...OF_ITS_OWN,
  name: 'readAgain',
  path: '/cueillette/relire-lu',
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const turn = meetingTurn(input, read, at)
    if ('refused' in turn) return turn
    const of = turn.of.id
    const result = ownJson<Omit<HarvestResult, 'text' | 'url'>>(one(input, 'gathered'))
    const { found } = result
    const touched = new Set(turn.drafts.map(one => one.record))
    const all = piecesOf(read, of)
    const { drafts, fresh } = readDrafts(read, at, {
      ...{ of, all, touched, result },
      met: turn.of.date,
    })
    // Whom the text names has a piece there.
    const named = new Set(found.candidates.filter(one => one.private).map(one => sameAs(one.title)))
    const people = turn.people.filter(name => !named.has(sameAs(name)))
    return {
      drafts: joined([...turn.drafts, ...drafts, ...presentDrafts(read, at, of, people)]),
      ...turn.forget,
      next: `/cueillette/${of}#rencontre`,
      said: say('reading.again', fresh),
    }
  },
}

type Again = Readonly<{
  of: string
  all: readonly Piece[]
  touched: ReadonlySet<string>
  result: Omit<HarvestResult, 'text' | 'url'>
  /** The day of the meeting before. */
  met: string | null
}>
/**
 * What the second reading says: new pieces, and new fields of those that only waited. Of a piece
 * that was kept as it was proposed the days follow, and a day that was the meeting's even where the
 * text says it no more. A tie to what is there leads to it; what it does not see again stays.
 */
function readDrafts(
  read: Reader,
  at: CommandContext,
  { of, all, touched, result, met }: Again,
): Readonly<{ drafts: readonly Draft[]; fresh: number }> {
  const { found } = result
  const there = thereIn(read, all, found.candidates)
  const pieces = new Map<string, string>()
  const before = found.candidates.map(one => {
    const piece = there.get(one)
    pieces.set(one.id, piece?.piece ?? at.newId())
    return piece
  })
  const drafts = found.candidates.flatMap((one, i): readonly Draft[] => {
    const piece = before[i]
    const made = pieceDrafts(read.types, { of, one, pieces, found }, at, marksOf(result, one))
    if (!piece) return made
    const isFree = !isByHand(piece) && !touched.has(piece.id) && piece.of === one.kind
    const own = made.filter(draft => draft.type !== proposal.name)
    const isKept = piece.state === 'kept' && piece.byHand !== true && piece.of === one.kind
    if (isFree) return own
    return isKept && !touched.has(piece.id) ? own.flatMap(draft => daysOf(read, draft)) : []
  })
  const now = found.meeting.date
  const days = all
    .filter(one => one.person !== true && (one.state === 'waiting' || one.state === 'kept'))
    .filter(one => one.byHand !== true && !touched.has(one.id))
    .flatMap(piece => (met && now && met !== now ? dayMoved(read, piece, { met, now }) : []))
  return { drafts: [...days, ...drafts], fresh: before.filter(piece => !piece).length }
}

/** Of what is written of a piece, its days and hours. */
function daysOf(read: Reader, draft: Draft): readonly Draft[] {
  const type = read.types.get(draft.type)
  const fields = Object.entries(draft.fields).filter(([name]) =>
    ['day', 'time'].includes(type?.fields[name]?.kind ?? ''),
  )
  return fields.length > 0 ? [{ ...draft, fields: Object.fromEntries(fields) }] : []
}

/** A decision of the evening is of its day. */
function dayMoved(
  read: Reader,
  { of, piece }: Piece,
  { met, now }: Readonly<{ met: string; now: string }>,
): readonly Draft[] {
  const type = read.types.get(of ?? '')
  if (!type || !piece) return []
  const row: Readonly<Record<string, unknown>> = read.one(type, piece, 'home') ?? {}
  const moved = Object.entries(type.fields).flatMap(([name, { kind }]) =>
    kind === 'day' && row[name] === met ? [[name, now] as const] : [],
  )
  return moved.length > 0
    ? [{ type: type.name, record: piece, fields: Object.fromEntries(moved), space: 'home' }]
    : []
}

/**
 * The pieces that the proposals of the second reading are: of one name, else at one place. A piece
 * that nobody touched is one of them at most; what a person did stands for all of its words.
 */
function thereIn(
  read: Reader,
  all: readonly Piece[],
  found: readonly Candidate[],
): ReadonlyMap<Candidate, Piece> {
  const titled = all.map(piece => {
    const type = read.types.get(piece.of ?? '')
    const row = type && read.one(type, piece.piece ?? '', 'home')
    return { piece, title: sameAs(String((type && row?.[type.title]) ?? '')) }
  })
  const taken = new Set<Piece>()
  const are = new Map<Candidate, Piece>()
  const match = (is: (one: Candidate, piece: Piece, title: string) => boolean): void => {
    for (const one of found) {
      if (are.has(one)) continue
      const there = titled.find(({ piece, title }) => !taken.has(piece) && is(one, piece, title))
      if (!there) continue
      if (!isByHand(there.piece)) taken.add(there.piece)
      are.set(one, there.piece)
    }
  }
  match((one, piece, title) => piece.of === one.kind && title === sameAs(one.title))
  match((one, piece) => piece.of === one.kind && isAtOne(one, piece))
  match(isAtOne)
  return are
}
type Candidate = HarvestResult['found']['candidates'][number]
/** Both stand on the same words, and are one thing there. */
function isAtOne(one: Candidate, piece: Piece): boolean {
  const [from, till] = [piece.from ?? 0, piece.till ?? 0]
  const overlap = Math.min(one.source.to, till) - Math.max(one.source.from, from)
  return (
    overlap * 2 > Math.min(one.source.to - one.source.from, till - from) &&
    (piece.person === true) === one.private &&
    !isPart(one, piece)
  )
}
/** Names and what is said with them stand at one place, and are two things. */
const NAMES: ReadonlySet<string> = new Set([...NAMED_KINDS, 'initiative', 'reference'])
const isPart = (one: Readonly<{ kind: string }>, piece: Piece): boolean =>
  NAMES.has(one.kind) !== NAMES.has(piece.of ?? '')
