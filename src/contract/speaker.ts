import type { Input } from '../core/form/input.ts'
import { one } from '../core/form/input.ts'
import { fold } from '../core/letters/words.ts'
import type { CommandContext } from './command.ts'
import type { Asking } from './decision.ts'
import { keeperNameOf } from './keeper.ts'
import { may } from './permission.ts'
import type { NoticeSeen } from './published.ts'
import type { Reader } from './reader.ts'

/**
 * In whose name something is written: a member writes for themselves, or keys words for somebody
 * who asked (*dit par Nadia, pour Paul*); a person without a card types a name. Commands read it
 * from the form here. Two helpers then count each person, or each statement, once.
 */

/**
 * The field of a form in which a member types the name of the person for whom they write. A person
 * without a card writes for themselves alone: their `pour` is not read.
 */
export const IN_NAME_OF = 'pour'

/**
 * The person in whose name something is written.
 *
 * Shape   `name`: that person’s name, which everybody reads.
 *         `member`: the id of the member who writes for themselves.
 *         `keyedBy`: the id of the member who writes for somebody else. `toldTo`: the name of this
 *         member, which everybody reads: *dit par Nadia, pour Paul*.
 */
export type Speaker = Readonly<{ name: string; member?: string; keyedBy?: string; toldTo?: string }>

/**
 * Reads the speaker in a form. A member’s own name comes from their card (`called`).
 *
 * Shape   `nameField`: the field in which a person without a card types their name. A member who
 *         types another name there writes for that person.
 */
export function speakerOf(
  input: Input,
  nameField: string,
  { me, called = '' }: Pick<CommandContext, 'me' | 'called'>,
): Speaker {
  const typed = one(input, nameField)
  if (me === undefined) return { name: typed }
  const other = one(input, IN_NAME_OF) || typed
  if (other === '' || isSameName(other, called)) return { name: called, member: me }
  return { name: other, keyedBy: me, toldTo: called }
}

/** Whether two names are equal, apart from capitals, accents and spaces at both ends. */
export const isSameName = (a: unknown, b: string): boolean =>
  typeof a === 'string' && fold(a.trim()) === fold(b.trim())

/**
 * The button by which a form is sent all the same, once its writer was asked whether to. Its value
 * says for whom: for another name it is asked again.
 */
export const ANYWAY = 'quand-meme'

/**
 * The question before somebody writes about a notice in the name of a person whom they know by a
 * first name alone, where only people who hold a card read that notice. Its author was not asked
 * whether others may answer it. Undefined where nothing is asked.
 *
 * Shape   `name`: that person's, as typed; undefined for a member, empty where nobody is named. A
 *         member of that name for whom the writer speaks is known. So are the author whom the
 *         notice names, and the keeper who signs, with their place or without it. Of other members
 *         nothing is told by the question.
 */
export function asksForCard(
  notice: Pick<NoticeSeen, 'id'> & Partial<NoticeSeen>,
  name: string | undefined,
  input: Input,
  { read, at }: Readonly<{ read: Reader; at: Pick<CommandContext, 'by' | 'me'> }>,
): Asking | undefined {
  const { by, me } = at
  if (name === undefined || name.trim() === '' || !read.isByCard(notice.id)) return undefined
  // Others do not read the notice at all.
  if (may(by, 'seeByCard') !== 'yes') return undefined
  if (me !== undefined && (notice.author === me || notice.keyedBy === me)) return undefined
  const sentFor = fold(name.trim())
  if (input[ANYWAY] !== undefined && one(input, ANYWAY) === sentFor) return undefined
  if (isSameName(notice.who, name)) return undefined
  const keeper = by === 'keeper' ? read.published.keeper?.() : undefined
  if ([keeper?.keptBy, keeperNameOf(keeper)].some(own => isSameName(own, name))) return undefined
  const known = read.published.spokenForBy?.(by === 'keeper' ? undefined : me) ?? []
  return known.some(member => isSameName(member.name, name)) ? undefined : { asks: 'card', sentFor }
}

/**
 * The author of an answer. `namesake`: the box that wrote it knows that this is another person than
 * an earlier one of the same first name. SQLite gives it as 1 or 0, a row as a boolean.
 */
export type NamedSpeaker = Readonly<{
  firstName: string | null
  namesake?: boolean | number | null
}>
/**
 * The answers, the first one of each first name, and each namesake.
 *
 * Law     The result is a subset, in the same order. Every name of the input is in it. All answers
 *         without a name count as one: a missing name brings no threshold nearer.
 */
export function oncePerPerson<T extends NamedSpeaker>(all: readonly T[]): readonly T[] {
  const seen = new Set<string>()
  return all.filter(({ firstName, namesake }) => {
    if (namesake === true || namesake === 1) return true
    const name = fold((firstName ?? '').trim())
    const isNew = !seen.has(name)
    seen.add(name)
    return isNew
  })
}

/**
 * The statements about one thing, the first of those that say the same in one name: *ce n’est plus
 * vrai* three times in one name is one line. Lists are given newest first.
 *
 * Law     The result is a subset, in the same order. A statement without a name repeats no other.
 */
export function oncePerStatement<T extends Readonly<{ who: string | null; says: string | null }>>(
  all: readonly T[],
): readonly T[] {
  const seen = new Set<string>()
  return all.filter(({ who, says }) => {
    const name = fold((who ?? '').trim())
    const key = JSON.stringify([says, name])
    const isNew = name === '' || !seen.has(key)
    seen.add(key)
    return isNew
  })
}
