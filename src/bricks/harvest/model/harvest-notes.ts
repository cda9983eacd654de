import type { Command, CommandContext } from '../../../contract/command.ts'
import type { Decision, Draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { communesKnown } from '../../../contract/records/ground.ts'
import { harvest, proposal } from '../../../contract/records/own-records.ts'
import { fits } from '../../../core/form/fit.ts'
import { one } from '../../../core/form/input.ts'
import { HERE } from '../../../core/lang.ts'
import { ownJson } from '../../../core/narrow.ts'
import type { FileRef, RecordType, Value } from '../../../core/schema.ts'
import { dayPlain } from '../../../text/days.ts'
import { isCommune } from '../../../text/guard/lexicon.ts'
import { isMinor } from '../../../text/harvest/ages.ts'
import type { Harvest } from '../../../text/harvest/harvest.ts'
import { sameAs } from '../../../text/harvest/mask.ts'
import type { fr } from '../words/fr.ts'
import { OF_ITS_OWN } from './own.ts'
import { whereabouts } from './whereabouts.ts'

type Words = typeof fr
const say: Say<Words> = message

/**
 * What the door read and the rules found; `text` is the decoded page, already stored in this box.
 */
/**
 * `minors`: people of whom the text says an age under 18. `elsewhere`: pieces whose words name
 * several communes, or one that is not known here.
 */
export type HarvestResult = Readonly<{
  found: Harvest
  text: FileRef
  url: string | null
  minors?: readonly string[]
  elsewhere?: readonly string[]
}>

/** People of a page of notes that says them under 18. */
export const minorsIn = ({ candidates }: Harvest, text: string): readonly string[] =>
  candidates
    .filter(one => one.private && isMinor(text, String(one.fields['name'] ?? one.title)))
    .map(one => one.id)

/**
 * `harvestNotes`: keeps a harvest in `home`, each piece as a record of its own type and a proposal
 * that waits. Nothing of it is in the commons.
 */
export const harvestNotes: Command<Words> = {
  ...OF_ITS_OWN,
  name: 'gather',
  path: '/cueillette/garder',
  who: 'keeper',
  decide: (input, read, at, words): Decision => {
    const result = ownJson<HarvestResult>(one(input, 'gathered'))
    const { found, text: file, url } = result
    const before = sameNotes(read, file)
    if (before !== undefined)
      return { drafts: [], next: `/cueillette/${before}`, said: say('throwing.already') }
    const id = at.newId()
    const pieces = new Map(found.candidates.map(candidate => [candidate.id, at.newId()]))
    const title = titleOf(found, at, words)
    const head: Draft = {
      type: harvest.name,
      record: id,
      fields: {
        title,
        ...(found.isChat ? { chat: title } : {}),
        date: found.meeting.date,
        startsAt: found.meeting.startsAt ?? null,
        where: found.meeting.place || null,
        commune: communeOfPlace(read, found.meeting.place),
        people: found.meeting.people,
        licence: found.licence ?? null,
        author: found.author ?? null,
        url,
        text: [file],
        state: 'open',
      },
    }
    const drafts = found.candidates.flatMap(one =>
      pieceDrafts(read.types, { of: id, one, pieces, found }, at, marksOf(result, one)),
    )
    return { drafts: [head, ...drafts], next: `/cueillette/${id}` }
  },
}

/** The title of the notes at home; a conversation that names no group has its day. */
function titleOf({ meeting, isChat }: Harvest, at: CommandContext, words: Words): string {
  const none = isChat
    ? words.chatOf(dayPlain(meeting.date ?? at.today, HERE))
    : words.untitledMeeting
  return (meeting.title || none).slice(0, 300)
}

/** The page of the very same text, brought before. */
const sameNotes = (read: Reader, { hash }: FileRef): string | undefined =>
  read
    .list(harvest, { order: 'id' }, 'home')
    .find(({ text }) => text?.some(file => file.hash === hash))?.id

type Piece = Harvest['candidates'][number]

type Marks = Readonly<{ minor?: true; elsewhere?: true }>
/** What the reading of the notes says of a piece beside its fields. */
export const marksOf = (
  { minors, elsewhere }: Pick<HarvestResult, 'minors' | 'elsewhere'>,
  { id }: Piece,
): Marks => ({
  ...(minors?.includes(id) ? { minor: true } : {}),
  ...(elsewhere?.includes(id) ? { elsewhere: true } : {}),
})

type PieceToDraft = Readonly<{
  of: string
  one: Piece
  pieces: ReadonlyMap<string, string>
  found: Harvest
}>

/** What the notes propose, each a record of its type in `home` and its proposal. */
export function pieceDrafts(
  types: ReadonlyMap<string, RecordType>,
  { of, one, pieces, found }: PieceToDraft,
  at: CommandContext,
  marks: Marks,
): readonly Draft[] {
  const type = types.get(one.kind)
  if (!type) return []
  const piece = pieces.get(one.id)!
  const known = Object.entries({
    ...one.fields,
    [type.title]: one.fields[type.title] ?? one.title,
  }).filter(
    ([name, value]) => type.fields[name] !== undefined && fits(type.fields[name], value),
  ) as [string, Value][]
  const ties = found.links
    .filter(link => link.from === one.id && pieces.has(link.to))
    .map(link => `${link.rel}:${pieces.get(link.to)!}`)
  const waiting: Draft = {
    type: proposal.name,
    record: at.newId(),
    fields: {
      of: one.kind,
      piece,
      sentBy: 'harvest',
      state: 'waiting',
      harvest: of,
      from: one.source.from,
      till: one.source.to,
      certainty: one.certainty,
      rule: one.rule,
      person: one.private,
      ties,
      ...marks,
    },
  }
  return [
    { type: type.name, record: piece, fields: Object.fromEntries(known), space: 'home' },
    waiting,
  ]
}

/**
 * The commune that a place says: a meeting is shown with its commune, never with somebody's home.
 * Notes typed without capitals are read too.
 */
export function communeOfPlace(read: Reader, place: string): string | null {
  const known = communesKnown(read, read.types)
  const said = whereabouts(
    { kind: 'meeting', title: place, fields: {}, words: '' },
    known,
    isCommune,
  )
  if (said.commune || said.elsewhere) return said.commune ?? null
  const words = ` ${sameAs(place)} `
  const named = known.filter(({ name }) => name !== '' && words.includes(` ${sameAs(name)} `))
  return named.length === 1 ? named[0]!.code : null
}
