import type { Command } from '../../contract/command.ts'
import type { Decision } from '../../contract/decision.ts'
import { message, type Say } from '../../contract/message.ts'
import type { Reader } from '../../contract/reader.ts'
import { proposalChange } from '../../contract/records/drafts.ts'
import { proposal } from '../../contract/records/own-records.ts'
import { tableOf } from '../../contract/tables.ts'
import { one, texts } from '../../core/form/input.ts'
import type { RowOf } from '../../core/schema.ts'
import type { fr } from './words/fr.ts'

/**
 * The commands by which the keeper refuses texts that wait (proposals), one or several of one
 * sender at once, and takes a refusal back; with the lists that their pages show. Nothing is
 * erased: a refused text can wait again.
 */
type Words = typeof fr
const say: Say<Words> = message
type Sent = RowOf<typeof proposal>
const RECONSIDER = '/a-montrer/relire'
/** The address of the command `refuseAll`. */
export const REFUSE_ALL = '/a-montrer/laisser-tout'
const RECONSIDER_ALL = '/a-montrer/relire-tout'
/** The most waiting texts that are read at once. */
const MOST = 500

/** The undo of one refusal. */
export const undoRefusal = (input: Readonly<{ id: string }>) => ({
  undo: { path: RECONSIDER, input, words: say('undo.undo') },
})
/** The undo of a refusal of several texts. `showing`: the id that they share. */
export const undoRefusals = (input: Readonly<{ showing: string }>) => ({
  undo: { path: RECONSIDER_ALL, input, words: say('undo.undo') },
})

/** The condition of texts whose type has pages here. Those of a brick put away wait with it. */
export const OF_SHOWN_TYPE = '"of" IN (SELECT value FROM json_each(?))'
/** The parameter of that condition. */
export const shownTypes = ({ types }: Pick<Reader, 'types'>): string =>
  JSON.stringify([...types.keys()])
/**
 * Which texts of visitors and members wait for the keeper, as a condition on proposals. A text that
 * its author took back waits no more, whatever its proposal says.
 */
export function waitsNow(read: Reader): Readonly<{ where: string; with: readonly string[] }> {
  const waits = "state = 'waiting' AND sentBy IN ('visitor', 'member')"
  const types = read
    .all(`SELECT DISTINCT "of" AS type FROM proposal_home WHERE ${waits} AND removed IS NOT 1`)
    .flatMap(row => read.types.get(String(row['type']))?.name ?? [])
  const stands = types.map(
    type =>
      `("of" = ? AND piece IN (SELECT id FROM "${tableOf(type, 'home')}" ` +
      'WHERE removed IS NOT 1))',
  )
  return { where: `${waits} AND (${stands.join(' OR ') || '0'})`, with: types }
}

/** The texts of visitors and members that wait, oldest first, 500 at most. */
export const sentWaiting = (read: Reader): readonly Sent[] =>
  read.list(proposal, { ...waitsNow(read), order: 'id', limit: MOST }, 'home')
/** How many texts of visitors and members wait, and how many in a brick put away. */
export function countWaiting(read: Reader): Readonly<{ shown: number; away: number }> {
  const [row] = read.all(
    `SELECT count(*) AS away FROM proposal_home WHERE state = 'waiting'
       AND sentBy IN ('visitor', 'member') AND removed IS NOT 1 AND NOT ${OF_SHOWN_TYPE}`,
    shownTypes(read),
  )
  return { shown: read.count(proposal, waitsNow(read), 'home'), away: Number(row?.['away']) }
}

/** Whether a proposal changes a record that shows, rather than brings a new one. */
export const isCorrection = ({ shownAs, changes }: Sent): boolean =>
  shownAs !== null || changes !== null
/** The fields that take a text out of the group that one act refused (`showing`). */
const ungrouped = ({ showing }: Sent): Readonly<{ showing?: null }> =>
  showing === null ? {} : { showing: null }
/** The reason in the form, as far as a line of text holds it; null without one. */
const reasonIn = (input: Parameters<Command<Words>['decide']>[0]): string | null =>
  one(input, 'why').slice(0, 300) || null

/** The command `refuse`: refuses one waiting text, with a reason for its author. */
const refuse: Command<Words> = {
  name: 'refuse',
  path: '/a-montrer/laisser',
  who: 'keeper',
  decide: (input, read): Decision => {
    const waiting = read.one(proposal, one(input, 'id'), 'home')
    if (!waiting) return { refused: say('nothingThere') }
    if (waiting.state !== 'waiting') return { refused: say('alreadyAnswered') }
    return {
      drafts: [
        proposalChange(waiting.id, {
          state: 'refused',
          why: reasonIn(input),
          ...ungrouped(waiting),
        }),
      ],
      next: '/a-montrer',
      said: say('undo.refused'),
      ...undoRefusal({ id: waiting.id }),
    }
  },
}

/**
 * The command `refuseAll`: refuses the ticked texts of one sender.
 *
 * Law     Only ticked texts that still wait are refused. Texts that came since go on waiting. A
 *         correction is read by itself.
 */
const refuseAll: Command<Words> = {
  name: 'refuseAll',
  path: REFUSE_ALL,
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const all = texts(input, 'ids').flatMap(id => read.one(proposal, id, 'home') ?? [])
    const waiting = all.filter(
      sent => sent.state === 'waiting' && !isCorrection(sent) && sent.harvest === null,
    )
    if (waiting.length === 0) return { refused: say('undo.noneTicked') }
    const showing = at.newId()
    return {
      drafts: waiting.map(({ id }) =>
        proposalChange(id, { state: 'refused', why: reasonIn(input), showing }),
      ),
      next: '/a-montrer',
      said: say('undo.refusedAll', waiting.length),
      ...undoRefusals({ showing }),
    }
  },
}

/** The command `reconsider`: a refused text waits again. */
const reconsider: Command<Words> = {
  name: 'reconsider',
  path: RECONSIDER,
  who: 'keeper',
  decide: (input, read): Decision => {
    const sent = read.one(proposal, one(input, 'id'), 'home')
    if (sent?.state !== 'refused') return { refused: say('nothingThere') }
    return {
      drafts: [proposalChange(sent.id, { state: 'waiting', why: null, ...ungrouped(sent) })],
      next: sent.harvest ? `/cueillette/${sent.harvest}` : '/a-montrer',
      said: say('undo.reconsidered'),
    }
  },
}

/** The command `reconsiderAll`: the texts that one act refused wait again. */
const reconsiderAll: Command<Words> = {
  name: 'reconsiderAll',
  path: RECONSIDER_ALL,
  who: 'keeper',
  decide: (input, read): Decision => {
    const all = refusedTogether(read, one(input, 'showing'))
    if (all.length === 0) return { refused: say('nothingThere') }
    return {
      drafts: all.map(({ id }) =>
        proposalChange(id, { state: 'waiting', why: null, showing: null }),
      ),
      next: '/a-montrer',
      said: say('undo.reconsidered'),
    }
  },
}
/** The texts that one act refused, by the id that they share. */
export const refusedTogether = (read: Reader, showing: string): readonly Sent[] =>
  showing === ''
    ? []
    : read.list(
        proposal,
        { where: "state = 'refused' AND showing = ?", with: [showing], limit: MOST },
        'home',
      )

/** Texts that one act refused: `n` of them, the id that they share, the last one, the reason. */
export type RefusedGroup = Readonly<{ showing: string; n: number; last: string; why: string }>
/** The groups of texts that one act each refused, the latest first. */
export const refusedGroups = (read: Reader): readonly RefusedGroup[] =>
  read
    .all(
      `SELECT showing, count(*) AS n, max(id) AS last, max(why) AS why FROM proposal_home
       WHERE state = 'refused' AND showing IS NOT NULL AND sentBy IN ('visitor', 'member')
         AND removed IS NOT 1 AND ${OF_SHOWN_TYPE}
       GROUP BY showing ORDER BY last DESC LIMIT 100`,
      shownTypes(read),
    )
    .map(row => ({
      showing: String(row['showing']),
      n: Number(row['n']),
      last: String(row['last']),
      why: String(row['why'] ?? ''),
    }))

/** The keeper’s commands that refuse texts, and take a refusal back. */
export const refusingCommands: readonly Command<Words>[] = [
  refuse,
  refuseAll,
  reconsider,
  reconsiderAll,
]
