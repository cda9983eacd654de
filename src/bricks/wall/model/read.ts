import type { Reader } from '../../../contract/reader.ts'
import type { RowOf } from '../../../core/schema.ts'
import { wallMessage, wallRemark, wallRule } from './records.ts'
import { DEFAULT_KEEPS, isDue, isKeeps, isOfTwo, type Keeps } from './rules.ts'

/** `isFolded`: two people found it wrong, and the keeper has not read it since. */
export type WallMessage = RowOf<typeof wallMessage> &
  Readonly<{ isTakenBack: boolean; bothers: boolean; isFolded: boolean }>
export type Remark = RowOf<typeof wallRemark>
export type Rule = Readonly<{ id: string | undefined; keeps: Keeps; waits: boolean }>

/** What the keeper chose. */
export function ruleOf(read: Reader): Rule {
  const [row] = read.list(wallRule, { order: 'id', limit: 1 }, 'home')
  return {
    id: row?.id,
    keeps: isKeeps(row?.keeps) ? row.keeps : DEFAULT_KEEPS,
    waits: row?.waits === true,
  }
}

/**
 * Everything that stands in the tables, the newest first: a clock that was wrong changes nothing of
 * it.
 */
export function messagesIn(read: Reader): readonly WallMessage[] {
  const remarks = Map.groupBy(read.list(wallRemark, {}, 'home'), one => one.about ?? '')
  return read.list(wallMessage, { order: 'lived DESC, id DESC' }, 'home').map(row => {
    const about = remarks.get(row.id) ?? []
    const bothers = about.filter(one => one.kind === 'bothers')
    return {
      ...row,
      isTakenBack: about.some(one => one.kind === 'taken-back'),
      bothers: bothers.length > 0,
      isFolded: row.cleared !== true && isOfTwo(bothers),
    }
  })
}

/** What was said against one message. */
export const remarksOn = (read: Reader, id: string): readonly Remark[] =>
  read.list(wallRemark, { where: "about = ? AND kind = 'bothers'", with: [id] }, 'home')

/** What is not over: its time has not come, and nobody took it back. */
export const standingIn = (read: Reader, lived: number): readonly WallMessage[] => {
  const { keeps } = ruleOf(read)
  return messagesIn(read).filter(one => !one.isTakenBack && !isDue(one, keeps, lived))
}

/** What is on the wall, or waits to be: what was taken down is nobody's room any more. */
export const takesRoom = (one: WallMessage): boolean => one.state !== 'lifted'

/** What everybody reads. */
export const shownIn = (read: Reader, lived: number): readonly WallMessage[] =>
  standingIn(read, lived).filter(one => one.state === 'shown')
