import type { Command, CommandContext } from '../../../contract/command.ts'
import type { Decision, Draft, Refusal } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { harvest } from '../../../contract/records/own-records.ts'
import { wholeOf } from '../../../contract/records/whole-proposal.ts'
import { isDay } from '../../../core/form/fit.ts'
import { type Input, one } from '../../../core/form/input.ts'
import { ownJson } from '../../../core/narrow.ts'
import type { RowOf, Value } from '../../../core/schema.ts'
import { sameAs } from '../../../text/harvest/mask.ts'
import type { fr } from '../words/fr.ts'
import { communeOfPlace, type HarvestResult, pieceDrafts } from './harvest-notes.ts'
import { OF_ITS_OWN } from './own.ts'
import { joined, panelChanges } from './panel.ts'
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
  where: 'reunion.lieu',
  people: 'reunion.gens',
  before: 'reunion.avant',
} as const
const MOST_PEOPLE = 200

/** What the form of the meeting shows, sent back with it: only what was typed since is written. */
export const meetingBefore = ({ title, date, where, people }: Of): string =>
  JSON.stringify({ title, date, where, people: people ?? [] })

/**
 * The meeting as its form says it; undefined where the form did not travel.
 *
 * Errors  a day that is none.
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
  const date = line(MET.date)
  if (date !== '' && !isDay(date)) return { refused: say('reading.notADay'), field: MET.date }
  const people = one(input, MET.people)
    .split(/[\r\n,;]+/)
    .map(name => name.trim().slice(0, 120))
    .filter(name => name !== '')
    .slice(0, MOST_PEOPLE)
  return {
    title: line(MET.title) || of.title,
    date: date || null,
    where: line(MET.where) || null,
    people,
  }
}

/** What of the meeting a person mended. */
export function meetingDrafts(
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
  if ('where' in fields) fields['commune'] = communeOfPlace(read, String(fields['where'] ?? ''))
  return { drafts: [{ type: harvest.name, record: of.id, fields }] }
}

/** `mendMeeting`: its title, its day, its place, who was there. */
export const mendMeeting: Command<Words> = {
  ...OF_ITS_OWN,
  name: 'mendMeeting',
  path: PATHS.meeting,
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const of = read.one(harvest, one(input, 'id'), 'home')
    if (!of) return { refused: say('nothingThere') }
    const [open, met] = [panelChanges(input, read, at), meetingDrafts(of, input, read)]
    if ('refused' in open) return open
    if ('refused' in met) return met
    return {
      drafts: joined([...open.drafts, ...met.drafts]),
      ...(open.forget.length > 0 ? { forget: open.forget } : {}),
      next: `/cueillette/${of.id}#rencontre`,
      said: say('saved'),
    }
  },
}

/** What a person kept, left, picked or mended: another reading does not touch it. */
export const isByHand = (piece: Piece): boolean =>
  piece.byHand === true || piece.state !== 'waiting' || piece.seen !== null

/**
 * `readAgain`: the rules read the notes again with the day, the place and the people that the
 * keeper said. What was done by hand stays; what only waited is proposed anew.
 */
export const readAgain: Command<Words> = {
  ...OF_ITS_OWN,
  name: 'readAgain',
  path: '/cueillette/relire-lu',
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const of = read.one(harvest, one(input, 'id'), 'home')
    if (!of) return { refused: say('nothingThere') }
    const [open, met] = [panelChanges(input, read, at), meetingDrafts(of, input, read)]
    if ('refused' in open) return open
    if ('refused' in met) return met
    const { found, minors = [] } = ownJson<Omit<HarvestResult, 'text' | 'url'>>(
      one(input, 'gathered'),
    )
    const touched = new Set(open.drafts.map(one => one.record))
    const all = piecesOf(read, of.id)
    const stay = all.filter(one => isByHand(one) || touched.has(one.id))
    const gone = all.filter(one => !stay.includes(one))
    const { drafts, fresh } = readDrafts(read, at, { of: of.id, stay, found, minors })
    return {
      drafts: joined([...open.drafts, ...met.drafts, ...drafts]),
      forget: [...open.forget, ...gone.flatMap(one => wholeOf(read, one))],
      next: `/cueillette/${of.id}#rencontre`,
      said: say('reading.again', fresh, stay.length),
    }
  },
}

type Again = Readonly<{
  of: string
  stay: readonly Piece[]
  found: HarvestResult['found']
  minors: readonly string[]
}>
/** What the second reading proposes, but for what stays: a tie to it leads to the piece there. */
function readDrafts(read: Reader, at: CommandContext, { of, stay, found, minors }: Again) {
  const there = (one: HarvestResult['found']['candidates'][number]): Piece | undefined =>
    stay.find(piece => {
      const type = read.types.get(piece.of ?? '')
      const title = String((type && read.one(type, piece.piece ?? '', 'home')?.[type.title]) ?? '')
      const overlap =
        Math.min(one.source.to, piece.till ?? 0) - Math.max(one.source.from, piece.from ?? 0)
      const isSamePlace =
        overlap * 2 >
        Math.min(one.source.to - one.source.from, (piece.till ?? 0) - (piece.from ?? 0))
      const isSameTitle = piece.of === one.kind && sameAs(title) === sameAs(one.title)
      return (
        isSameTitle ||
        (isSamePlace && (piece.person === true) === one.private && !isPart(one, piece))
      )
    })
  const pieces = new Map<string, string>()
  const fresh = found.candidates.filter(one => {
    const before = there(one)
    pieces.set(one.id, before?.piece ?? at.newId())
    return before === undefined
  })
  return {
    drafts: fresh.flatMap(one =>
      pieceDrafts(read.types, { of, one, pieces, found }, at, minors.includes(one.id)),
    ),
    fresh: fresh.length,
  }
}
/** Names and what is said with them stand at one place, and are two things. */
const NAMED = ['actor', 'place', 'initiative', 'access-point', 'reference']
const isPart = (one: Readonly<{ kind: string }>, piece: Piece): boolean =>
  NAMED.includes(one.kind) !== NAMED.includes(piece.of ?? '')
