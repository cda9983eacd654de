import type { Brick } from '../../contract/brick.ts'
import { answerKept } from '../../engine/kept-answers.ts'
import { ownMessage } from '../../engine/records/own-message.ts'
import type { TurnAnswer, TurnAsked } from '../../engine/turn.ts'
import { freeHeldCode, holdCode, type Local, spendHeldCode } from '../../files/local.ts'
import type { LogToRead } from '../../log/log.ts'

type Turn = (asked: TurnAsked) => Promise<TurnAnswer>

/**
 * The turns that ask for one of the printed codes (`coded` names them), so that a stolen session
 * can't undo what can't be undone; all others as they are.
 *
 * Law     a code is spent if and only if its turn is done. The turn is decided in the log, the code
 *         stands in `local.db`; the order that holds them together, each step on the disk before
 *         the next:
 *           1. the code is held for the turn, by its id: nothing else can use it;
 *           2. the turn, which keeps its answer under that id in its own transaction: from there on
 *              it is done;
 *           3. the code is spent, or freed when the turn was refused, clashed or failed.
 *         Cut between 1 and 3, the code stays held, and the next start asks the log: an answer is
 *         there, it is spent; none, it is freed (`settleHeldCodes`). The same form posted twice
 *         gets the same answer and spends one code: an answer that is kept is given before any code
 *         is looked at, and a post that comes while the first is on its way waits for that one's
 *         answer.
 */
export function codedTurns(
  local: Local,
  log: LogToRead,
  turn: Turn,
  coded: ReadonlySet<string>,
): Turn {
  const onTheirWay = new Map<string, Promise<TurnAnswer>>()
  return asked => {
    const name = `${asked.brick}.${asked.command}`
    if (!coded.has(name)) return turn(asked)
    const kept = answerKept({ log }, asked.id)
    if (kept) return Promise.resolve(kept)
    const same = onTheirWay.get(asked.id)
    if (same) return same
    if (!holdCode(local, String(asked.input['code'] ?? ''), asked.id))
      return Promise.resolve({
        done: false,
        refused: ownMessage('forgetWrongCode'),
        field: 'code',
      })
    const mine = turn(asked)
      .then(answer => {
        if (answer.done) spendHeldCode(local, asked.id)
        else freeHeldCode(local, asked.id)
        return answer
      })
      .finally(() => onTheirWay.delete(asked.id))
    onTheirWay.set(asked.id, mine)
    return mine
  }
}

/** The commands that ask for a code, as `brick.command` (`contract/command.ts`). */
export const codedOf = (bricks: readonly Brick[]): ReadonlySet<string> =>
  new Set(
    bricks.flatMap(brick =>
      brick.commands.filter(one => one.coded).map(one => `${brick.name}.${one.name}`),
    ),
  )
