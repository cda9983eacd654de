import type { BrickModel } from '../../contract/brick.ts'
import type { CommandContext } from '../../contract/command.ts'
import type { Decided, Draft, Forgetting, Refusal } from '../../contract/decision.ts'
import type { Letter } from '../../contract/letter.ts'
import type { Message } from '../../contract/message.ts'
import { may } from '../../contract/permission.ts'
import { letter } from '../../contract/records/own-records.ts'
import { hasLowOrderKey } from '../../sync/bundle/encrypt.ts'
import { peerMark } from '../../sync/trust/marks.ts'
import { holdsPhone, seeking } from '../../text/sought-numbers.ts'
import { ownMessage } from '../records/own-message.ts'
import type { Engine } from '../turn.ts'
import { NotGranted } from '../waiting.ts'

/**
 * Letters to other boxes, as a turn writes and erases them. A *letter* asks another box for an act
 * that only it decides; a command returns it with its drafts, and the turn stores it in `home`.
 * `outgoing.ts` later encrypts it for its receiver, `incoming.ts` opens those of others, both
 * beside turns. Nothing is sent here.
 */

/**
 * Whether this box exchanges letters with that one: the keepers paired the two, and ours did not
 * dismiss it.
 */
export function isCorresponding({ log }: Pick<Engine, 'log'>, box: string): boolean {
  const mark = peerMark(log, box)
  return mark?.paired === true && mark.dismissed === undefined
}

/**
 * The refusal of a turn with a letter that can’t be sent. Called before anything is written.
 *
 * Errors  NotGranted: a letter of another box makes this one write to a third.
 */
export function letterRefusal(
  engine: Engine,
  letters: readonly Letter[],
  at: CommandContext,
): Refusal | undefined {
  for (const { to } of letters) {
    // What a ticket lets its holder write to a box, `granted.ts` says.
    const mayAsk = may(at.by, 'ask') !== 'no' || at.ticket !== undefined
    if (!mayAsk || (at.by === 'box' && to !== at.letter?.box)) throw new NotGranted('ask')
    if (!isCorresponding(engine, to))
      return { refused: ownMessage('notRecognised', calledOf(engine, to)) }
    if (hasLowOrderKey(to)) return { refused: ownMessage('badKey', calledOf(engine, to)) }
  }
  return undefined
}
/**
 * The letters that other bricks send about these drafts. An agreement taken back on a member’s page
 * then reaches every box.
 */
export const lettersOfBricks = (
  { bricks, read }: Engine,
  brick: BrickModel,
  drafts: readonly Draft[],
): readonly Letter[] =>
  bricks.flatMap(one => (one.name === brick.name ? [] : (one.follows?.(drafts, read) ?? [])))

/** The name of a box in a sentence. */
const calledOf = ({ read }: Engine, box: string): string | Message =>
  read.boxes().others.find(one => one.name === box)?.called ?? ownMessage('anotherBox')

/** The drafts that store these letters in `home`. */
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
 * The letters to erase with a decision: letters about an erased record, unless it goes alone; with
 * an erased number. The encrypted copies go too.
 */
export function lettersToErase(
  { read, types }: Engine,
  { forget = [], numbers = [] }: Decided,
): readonly Forgetting[] {
  if (!types.has(letter.name)) return []
  const whole = forget.filter(what => !what.alone)
  const about = whole.flatMap(({ record }) =>
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
