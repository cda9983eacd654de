import type { Command } from '../../../contract/command.ts'
import { type Decision, draft, type Undo } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { one } from '../../../core/form/input.ts'
import type { RowOf } from '../../../core/schema.ts'
import { cueRead } from '../../../text/harvest/cues.ts'
import type { AskedHarvest } from '../../../text/harvest/harvest.ts'
import { clearOf, plainOf } from '../../../text/harvest/mask.ts'
import type { fr } from '../words/fr.ts'
import { ruleCounts } from './pieces.ts'
import { cue } from './records.ts'

/** *Chez nous on dit…*: a keeper's own ways of saying, each with the example that tries it. */

type Words = typeof fr
const say: Say<Words> = message

export const CUES = '/chez-nous-on-dit'
export const CUE_PATHS = {
  say: '/chez-nous-on-dit/dire',
  /** What the route asks, once the rules read the example. */
  said: '/chez-nous-on-dit/dit',
  away: '/chez-nous-on-dit/enlever',
  back: '/chez-nous-on-dit/remettre',
} as const

/** Newest first. */
export const cuesOf = (read: Reader): readonly (RowOf<typeof cue> & Readonly<{ id: string }>)[] =>
  read.list(cue, { order: 'id DESC' }, 'home')

/**
 * What a page of notes is read with beside its text.
 *
 * Shape   `but`: notes that are read again, whose own choices count nothing.
 */
export const knownHere = (read: Reader, but = ''): Pick<AskedHarvest, 'counts' | 'cues'> => ({
  counts: ruleCounts(read, but),
  cues: cuesOf(read).flatMap(({ kind, words }) => (kind && words ? [{ kind, words }] : [])),
})

const undo = (path: string, input: Undo['input']): Readonly<{ undo: Undo }> => ({
  undo: { path, input, words: say('undo.undo') },
})
/** The page of cues, with the notes from which its reader came. */
export const cuesAddress = (notes: string): string =>
  /^[0-9a-z]{26}$/.test(notes) ? `${CUES}?notes=${notes}` : CUES

/**
 * `sayHere`: a new cue, or one in the place of another (`instead`), which can be put back.
 *
 * Errors  words that its own example does not have.
 */
const sayHere: Command<Words> = {
  name: 'sayHere',
  path: CUE_PATHS.said,
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const checked = at.fields(cue, input)
    if ('refused' in checked) return checked
    const { words, kind, example } = checked.fields
    const is = words && kind ? cueRead({ kind, words }, '').is : undefined
    if (!is?.test(plainOf(clearOf(example ?? ''))))
      return { refused: say('here.apart'), field: 'example' }
    const before = read.one(cue, one(input, 'instead'), 'home')
    const id = at.newId()
    return {
      drafts: [
        draft(cue, id, checked.fields),
        ...(before ? [{ type: cue.name, record: before.id, fields: { removed: true } }] : []),
      ],
      next: `${cuesAddress(one(input, 'notes'))}#c-${id}`,
      said: say(before ? 'saved' : 'here.added'),
      ...undo(CUE_PATHS.away, { id, ...(before ? { instead: before.id } : {}) }),
    }
  },
}

/** Takes a cue away; `instead`: the one that it had replaced comes back. */
const takeCueAway: Command<Words> = {
  name: 'takeCueAway',
  path: CUE_PATHS.away,
  who: 'keeper',
  decide: (input, read): Decision => {
    const row = read.one(cue, one(input, 'id'), 'home')
    if (!row) return { refused: say('nothingThere') }
    const instead = one(input, 'instead')
    return {
      drafts: [
        { type: cue.name, record: row.id, fields: { removed: true } },
        ...(isCue(read, instead)
          ? [{ type: cue.name, record: instead, fields: { removed: false } }]
          : []),
      ],
      next: cuesAddress(one(input, 'notes')),
      said: say(instead === '' ? 'here.taken' : 'here.asBefore'),
      ...undo(CUE_PATHS.back, { id: row.id, ...(instead === '' ? {} : { instead }) }),
    }
  },
}

const bringCueBack: Command<Words> = {
  name: 'bringCueBack',
  path: CUE_PATHS.back,
  who: 'keeper',
  decide: (input, read): Decision => {
    const [id, instead] = [one(input, 'id'), one(input, 'instead')]
    if (!isCue(read, id)) return { refused: say('nothingThere') }
    return {
      drafts: [
        { type: cue.name, record: id, fields: { removed: false } },
        ...(isCue(read, instead)
          ? [{ type: cue.name, record: instead, fields: { removed: true } }]
          : []),
      ],
      next: `${CUES}#c-${id}`,
      said: say('here.added'),
    }
  },
}

/** Whether a cue of this id was ever here, taken away or not. */
const isCue = (read: Reader, id: string): boolean =>
  id !== '' && read.all('SELECT 1 FROM cue_home WHERE id = ?', id).length > 0

export const cueCommands: readonly Command<Words>[] = [sayHere, takeCueAway, bringCueBack]
