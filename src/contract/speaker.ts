import type { Input } from '../core/form/input.ts'
import { one } from '../core/form/input.ts'
import { fold } from '../core/letters/words.ts'
import type { CommandContext } from './command.ts'

/** The field of a form that says in whose name a member writes, when it is not their own. */
export const IN_NAME_OF = 'pour'

/**
 * The person in whose name something is written. `name`: everybody reads it.
 *
 * Shape   `member`: the member, when they write for themselves.
 *         `keyedBy`: the member who writes for somebody else, with `toldTo`, their name that
 *         everybody reads: *dit par Nadia, pour Paul*.
 */
export type Speaker = Readonly<{ name: string; member?: string; keyedBy?: string; toldTo?: string }>

/**
 * Reads the speaker in a form. The own name of a member comes from their card.
 *
 * Shape   `own`: the field in which a person without a card types their name. A member who types
 *         another name there writes for that person.
 */
export function speakerOf(
  input: Input,
  own: string,
  { me, called = '' }: Pick<CommandContext, 'me' | 'called'>,
): Speaker {
  const typed = one(input, own)
  if (me === undefined) return { name: typed }
  const other = one(input, IN_NAME_OF) || typed
  if (other === '' || isSameName(other, called)) return { name: called, member: me }
  return { name: other, keyedBy: me, toldTo: called }
}

/** Whether two names are equal, capitals and accents apart. */
export const isSameName = (a: unknown, b: string): boolean =>
  typeof a === 'string' && fold(a.trim()) === fold(b.trim())

/**
 * The author of an answer. `namesake`: the box that wrote it knows another person of that first
 * name.
 */
export type NamedSpeaker = Readonly<{
  firstName: string | null
  namesake?: boolean | number | null
}>
/**
 * The answers, one for each first name: the first of them.
 *
 * Law     The result is a subset, in the same order. Every name of the input is in it, and so is
 *         each known namesake.
 */
export function oncePerPerson<T extends NamedSpeaker>(all: readonly T[]): readonly T[] {
  const seen = new Set<string>()
  return all.filter(one => {
    if (one.namesake === true || one.namesake === 1) return true
    const name = fold((one.firstName ?? '').trim())
    const isNew = !seen.has(name)
    seen.add(name)
    return isNew
  })
}

/**
 * The statements about one thing, with repetitions left out: *ce n’est plus vrai* three times in
 * one name is one line.
 *
 * Law     The result is a subset, in the same order. A statement without a name repeats no other.
 */
export function lastOfEach<T extends Readonly<{ who: string | null; says: string | null }>>(
  all: readonly T[],
): readonly T[] {
  const seen = new Set<string>()
  return all.filter(({ who, says }) => {
    const name = fold((who ?? '').trim())
    const key = `${says} ${name}`
    const isNew = name === '' || !seen.has(key)
    seen.add(key)
    return isNew
  })
}
