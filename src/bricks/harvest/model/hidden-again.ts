import type { Command } from '../../../contract/command.ts'
import type { Decision, Draft, Undo } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import {
  broughtHome,
  copyOf,
  forgetCopy,
  linkingTo,
  type ShownCopy,
  titledOf,
} from '../../../contract/records/brought-home.ts'
import { hiddenToo, proposalChange } from '../../../contract/records/drafts.ts'
import { harvest } from '../../../contract/records/own-records.ts'
import { one } from '../../../core/form/input.ts'
import { typeFor, type Value } from '../../../core/schema.ts'
import type { fr } from '../words/fr.ts'
import { OF_ITS_OWN } from './own.ts'
import { piecesOf } from './pieces.ts'

type Words = typeof fr
const say: Say<Words> = message

export const UNSHOW_HARVEST = '/cueillette/cacher'

/** The button that undoes a showing. */
export const undoHarvest = (input: Undo['input']): Readonly<{ undo: Undo }> => ({
  undo: { path: UNSHOW_HARVEST, input, words: say('undo.undo') },
})

/**
 * `unshowHarvest`: undoes all that one click showed of a page of notes, its meeting included. What
 * others speak of stays, with the meeting that it came from; the answer names it. A line that a
 * strip took off stays off.
 */
export const unshowHarvest: Command<typeof fr> = {
  ...OF_ITS_OWN,
  name: 'unshowHarvest',
  path: UNSHOW_HARVEST,
  who: 'keeper',
  decide: (input, read): Decision => {
    const of = read.one(harvest, one(input, 'id'), 'home')
    const showing = one(input, 'showing')
    const all = piecesOf(read, of?.id ?? '').filter(
      piece => showing !== '' && piece.showing === showing,
    )
    if (!of || all.length === 0) return { refused: say('nothingThere') }
    const meeting = of.meeting !== null && of.showing === showing ? of.meeting : undefined
    const { stays, speaking, drafts: untied } = partedBy(read, all, meeting)
    const back = all.filter(
      piece => piece.state !== 'refused' && !stays.some(copy => copy.shownAs === piece.shownAs),
    )
    const goes = copiesOf(read, back.filter(isMade))
    if (back.length === 0 || (goes.length === 0 && speaking.length > 0))
      return { refused: say('undo.inUse', titledOf(read, speaking)) }
    const gone = speaking.length === 0 ? meeting : undefined
    const notes = typeFor(read.types, 'notes')
    const head: Readonly<Record<string, Value>> = gone
      ? { meeting: null, showing: null, ...hiddenToo(of.hiddenAs, gone) }
      : {}
    const ids = [...goes.map(copy => copy.shownAs), ...(gone ? [gone] : [])]
    return {
      drafts: [
        ...goes.flatMap(copy => broughtHome(read, copy)),
        ...untied,
        ...back.map(homeAgain),
        { type: harvest.name, record: of.id, fields: { state: 'open', ...head } },
      ],
      forget: [
        ...goes.flatMap(copy => forgetCopy(read, copy)),
        ...(gone && notes ? [{ type: notes.name, record: gone, alone: true }] : []),
      ],
      next: `/cueillette/${of.id}`,
      said: {
        all: [
          speaking.length === 0
            ? say('undo.harvestHidden')
            : say('undo.butStays', titlesOf(read, stays), titledOf(read, speaking)),
          say('undo.goneWith', read.boxes().holding(ids)),
        ],
      },
    }
  },
}

type Piece = ReturnType<typeof piecesOf>[number]
const copiesOf = (read: Reader, some: readonly Piece[]): readonly ShownCopy[] =>
  some.flatMap(piece => copyOf(read.types, piece.of, piece.piece, piece.shownAs) ?? [])
/** Shown by that click, and no record that stood there. */
const isMade = (piece: Piece): boolean => piece.state === 'shown' && piece.stoodThere !== true

const homeAgain = (piece: Piece): Draft =>
  proposalChange(piece.id, {
    state: piece.state === 'shown' ? 'kept' : 'waiting',
    ...(piece.stoodThere ? {} : { shownAs: null, ...hiddenToo(piece.hiddenAs, piece.shownAs) }),
    showing: null,
  })

const titlesOf = (read: Reader, copies: readonly ShownCopy[]) => {
  const titles = copies.slice(0, 3).map(({ type, shownAs }) => {
    const row: Readonly<Record<string, unknown>> = read.one(type, shownAs) ?? {}
    return String(row[type.title] ?? '')
  })
  return { titles, others: copies.length - titles.length }
}

/**
 * Shape   `speaking`: the records that speak of the meeting or of what was shown, and go not with
 *         it. `stays`: the copies that they speak of. `drafts`: what stays loses its ties to what
 *         goes.
 */
type Parted = Readonly<{
  stays: readonly ShownCopy[]
  speaking: readonly string[]
  drafts: readonly Draft[]
}>
function partedBy(read: Reader, all: readonly Piece[], meeting: string | undefined): Parted {
  const made = copiesOf(read, all.filter(isMade))
  const stood = copiesOf(
    read,
    all.filter(piece => piece.state === 'shown' && piece.stoodThere === true),
  )
  const ids = new Set([...made.map(copy => copy.shownAs), ...(meeting ? [meeting] : [])])
  // A line that its person took off speaks of nothing.
  const silent = new Set([
    ...all.flatMap(piece => (piece.state === 'refused' ? (piece.shownAs ?? []) : [])),
    ...stood.flatMap(copy => withoutTies(read, copy, ids)).map(draft => draft.record),
  ])
  const about = (id: string): readonly string[] =>
    linkingTo(read, read.types, [id], { untied: silent }).filter(other => !ids.has(other))
  const stays = made.filter(copy => about(copy.shownAs).length > 0)
  const goes = new Set([...ids].filter(id => !stays.some(copy => copy.shownAs === id)))
  const speaking = [...new Set([...ids].flatMap(about))]
  if (speaking.length > 0 && meeting) goes.delete(meeting)
  return {
    stays,
    speaking,
    drafts: [...stood, ...stays].flatMap(copy => withoutTies(read, copy, goes)),
  }
}

/** What stays loses the ties to what goes. */
function withoutTies(
  read: Reader,
  { type, shownAs }: ShownCopy,
  ids: ReadonlySet<string>,
): readonly Draft[] {
  const row = read.one(type, shownAs)
  const fields = Object.entries(type.fields).flatMap(
    ([name, field]): readonly (readonly [string, Value])[] => {
      const held = field.kind === 'link' ? row?.[name] : undefined
      if (typeof held === 'string') return ids.has(held) ? [[name, null]] : []
      const kept = Array.isArray(held)
        ? held.filter((id): id is string => !ids.has(String(id)))
        : []
      return Array.isArray(held) && kept.length < held.length ? [[name, kept]] : []
    },
  )
  return fields.length > 0
    ? [{ type: type.name, record: shownAs, fields: Object.fromEntries(fields) }]
    : []
}
