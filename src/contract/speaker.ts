import type { Input } from '../core/form/input.ts'
import { one } from '../core/form/input.ts'
import { fold } from '../core/letters/words.ts'
import type { CommandContext } from './command.ts'

/** The field of a form that says in whose name a member writes, when it is not their own. */
export const IN_NAME_OF = 'pour'

/**
 * In whose name something is said: `name` is what everybody reads. Of a member, `member` when they
 * speak for themselves; else `keyedBy`, and `toldTo` for everybody: *dit par Nadia, pour Paul*.
 */
export type Speaker = Readonly<{ name: string; member?: string; keyedBy?: string; toldTo?: string }>

/**
 * Reads it in a form. A member's own name is their card's, whatever was typed elsewhere.
 *
 * Shape   `own`: the field where whoever has no card types their name. A member who types another
 *         one there (an old form, a page kept open) speaks for that person.
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

/** One name, however it is written: capitals and accents apart. */
export const isSameName = (a: unknown, b: string): boolean =>
  typeof a === 'string' && fold(a.trim()) === fold(b.trim())

/**
 * Whoever answers, as everybody reads it. `namesake`: another person of that first name, as the box
 * that wrote it knows.
 */
export type NamedSpeaker = Readonly<{
  firstName: string | null
  namesake?: boolean | number | null
}>
/**
 * One person counts once: of answers under one first name, the first.
 *
 * Law     a subset, in its order; whoever bears a name that no other bears is in it, and so is each
 *         known namesake.
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
 * The statements about one thing, newest first, with one line for each person who says the same
 * several times: *ce n’est plus vrai* three times in one name is one line.
 *
 * Law     The result is a subset, in the same order. A statement without a name doubles no other.
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
