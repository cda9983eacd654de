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
import type { Value } from '../../../core/schema.ts'
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

/** `unshowHarvest`: undoes all that one click showed of a page of notes, its meeting included. */
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
    const shown = all.filter(piece => piece.state === 'shown')
    const copiesOf = (some: typeof shown): readonly ShownCopy[] =>
      some.flatMap(piece => copyOf(read.types, piece.of, piece.piece, piece.shownAs) ?? [])
    const made = copiesOf(shown.filter(piece => !piece.stoodThere))
    const meeting = of.meeting !== null && of.showing === showing ? of.meeting : undefined
    const notes = [...read.types.values()].find(type => type.stands === 'notes')
    const ids = [...made.map(copy => copy.shownAs), ...(meeting ? [meeting] : [])]
    const untied = copiesOf(shown.filter(piece => piece.stoodThere)).flatMap(copy =>
      withoutTies(read, copy, new Set(ids)),
    )
    const speaking = linkingTo(read, read.types, ids, {
      untied: new Set(untied.map(draft => draft.record)),
    })
    if (speaking.length > 0) return { refused: say('undo.inUse', titledOf(read, speaking)) }
    const back = all.map(piece =>
      proposalChange(piece.id, {
        state: piece.state === 'shown' ? 'kept' : 'waiting',
        ...(piece.stoodThere ? {} : { shownAs: null, ...hiddenToo(piece.hiddenAs, piece.shownAs) }),
        showing: null,
      }),
    )
    const head: Draft = {
      type: harvest.name,
      record: of.id,
      fields: {
        state: 'open',
        ...(meeting ? { meeting: null, showing: null, ...hiddenToo(of.hiddenAs, meeting) } : {}),
      },
    }
    return {
      drafts: [...made.flatMap(copy => broughtHome(read, copy)), ...untied, ...back, head],
      forget: [
        ...made.flatMap(copy => forgetCopy(read, copy)),
        ...(meeting && notes ? [{ type: notes.name, record: meeting, alone: true }] : []),
      ],
      next: `/cueillette/${of.id}`,
      said: {
        all: [say('undo.harvestHidden'), say('undo.goneWith', read.boxes().holding(ids))],
      },
    }
  },
}

/** What stood there already loses the ties to what goes. */
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
