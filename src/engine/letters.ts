import type { BrickModel } from '../contract/brick.ts'
import type { CommandContext } from '../contract/command.ts'
import type { Draft, Forgetting, Refusal } from '../contract/decision.ts'
import type { Letter } from '../contract/letter.ts'
import type { Message } from '../contract/message.ts'
import { may } from '../contract/permission.ts'
import { letter } from '../contract/records/own-records.ts'
import { peerMark } from '../sync/trust/marks.ts'
import { holdsPhone, seeking } from '../text/phone.ts'
import type { Decided } from './owned.ts'
import { houseMessage } from './records/house-message.ts'
import type { Engine } from './turn.ts'
import { NotGranted } from './waiting.ts'

/**
 * Letters as a turn writes and forgets them. They are sealed and sent, or opened, beside turns:
 * `letters-out.ts`, `letters-in.ts`.
 */

/**
 * Whether letters go to that box, and are opened when they come from it: its keeper and ours
 * recognised each other's.
 */
export function isCorresponding({ log }: Pick<Engine, 'log'>, box: string): boolean {
  const mark = peerMark(log, box)
  return mark?.paired === true && mark.dismissed === undefined
}

/**
 * A letter that can't go refuses the whole turn, before anything is written.
 *
 * Errors  NotGranted: a letter of another box that makes this one write to a third.
 */
export function unsendable(
  engine: Engine,
  letters: readonly Letter[],
  at: CommandContext,
): Refusal | undefined {
  for (const { to } of letters) {
    if (may(at.by, 'ask') === 'no' || (at.by === 'box' && to !== at.letter?.box))
      throw new NotGranted('ask')
    if (!isCorresponding(engine, to))
      return { refused: houseMessage('notRecognised', calledOf(engine, to)) }
  }
  return undefined
}
/**
 * What the other bricks would tell other boxes of these drafts: an agreement taken back on a
 * member's page stops nowhere.
 */
export const followed = (
  { bricks, read }: Engine,
  brick: BrickModel,
  drafts: readonly Draft[],
): readonly Letter[] =>
  bricks.flatMap(one => (one === brick ? [] : (one.follows?.(drafts, read) ?? [])))

const calledOf = ({ read }: Engine, box: string): string | Message =>
  read.boxes().others.find(one => one.name === box)?.called ?? houseMessage('anotherBox')

export const letterDrafts = (letters: readonly Letter[], at: CommandContext): readonly Draft[] =>
  letters.map(({ to, about, brick, command, input }) => ({
    type: letter.name,
    record: at.newId(),
    fields: {
      box: to,
      brick,
      command,
      input: JSON.stringify(input),
      about,
      sentAt: new Date(at.now).toISOString(),
      state: 'asked',
    },
  }))

/**
 * What a letter says goes with the record that it speaks of, and with a number that it gives: here,
 * and sealed in the network.
 */
export function lettersGone(
  { read, types }: Engine,
  { forget = [], numbers = [] }: Decided,
): readonly Forgetting[] {
  if (!types.has(letter.name)) return []
  const about = forget.flatMap(({ record }) =>
    read.all('SELECT id FROM letter_home WHERE about = ? AND removed IS NOT 1', record),
  )
  const sought = seeking(...numbers.flatMap(({ number, theirs }) => (theirs ? [] : [number])))
  const saying = sought
    ? read
        .all('SELECT id, input FROM letter_home WHERE removed IS NOT 1 AND input IS NOT NULL')
        .filter(row => holdsPhone(String(row['input']), sought))
    : []
  return [...new Set([...about, ...saying].map(row => String(row['id'])))].map(record => ({
    type: letter.name,
    record,
  }))
}
