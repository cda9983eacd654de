import { fold } from '../../../core/letters/words.ts'
import { whoIsNamed } from '../../../text/named.ts'
import { saysHowToReach } from '../../../text/reaching.ts'
import {
  hasSaidOfTelling,
  isTelling,
  isTellingNamed,
  type Party,
  type PartyStatement,
  thanksOf,
} from './rules.ts'

/** What is told of a deal, once everybody in it agreed. */

/** What everybody may read of a deal that is told. */
export type ToldDeal = Readonly<{
  title: string
  who: readonly string[]
  thanks: readonly Readonly<{ saying: string; from: string | null }>[]
}>
/**
 * The deed that a deal becomes.
 *
 * Shape   `what`: the story that everybody said yes to; of a deal with another box, its own
 *         sentence. `others`: names of other people whom this box knows. `plainly`: what is told
 *         where the sentence can't be.
 * Law     no name of anybody who did not agree to be named, in the sentence, under it or in a
 *         thank-you (law 11); and nothing of what somebody wrote is turned: what would name one of
 *         them, or says a number or an address, is left out whole.
 */
export function toldOf(
  what: string,
  { parties, said }: Readonly<{ parties: readonly Party[]; said: readonly PartyStatement[] }>,
  others: readonly string[],
  plainly: string,
): ToldDeal {
  const telling = parties.filter(({ key }) => isTelling(said, key))
  const named = telling.filter(({ key, name }) => name !== '' && isTellingNamed(said, key))
  const mayStand = sayable(parties, named, others)
  // Somebody who bears the name of one who is not to be named is not named either.
  const shown = named.filter(({ name }) => mayStand(name))
  return {
    title: mayStand(what) ? what : plainly,
    who: shown.map(({ name }) => name),
    thanks: telling.flatMap(party => {
      const saying = thanksOf(said, party.key) ?? ''
      return saying !== '' && mayStand(saying)
        ? [{ saying, from: shown.includes(party) ? party.name : null }]
        : []
    }),
  }
}

/** Whether a text may be told as it was written. `named`: who agreed to stand in it by name. */
function sayable(
  parties: readonly Party[],
  named: readonly Party[],
  others: readonly string[],
): (text: string) => boolean {
  const free = new Set(named.map(({ name }) => fold(name)))
  const hidden = [...parties.map(({ name }) => name), ...others].filter(
    name => name !== '' && !free.has(fold(name)),
  )
  const isNamed = hidden.length === 0 ? () => undefined : whoIsNamed(hidden)
  return text => text !== '' && !saysHowToReach(text) && !isNamed(text)
}

/**
 * Why a story can't be told as it is written: it says a number or an address; it names whoever
 * tells it, who does not want to be named; it names somebody else who did not agree.
 *
 * Shape   `said`: with the yes that is being given. A party who has said nothing of telling yet may
 *         still agree to be named.
 */
export function storyFault(
  story: string,
  { parties, said }: Readonly<{ parties: readonly Party[]; said: readonly PartyStatement[] }>,
  me: Party,
  others: readonly string[],
): 'storyReach' | 'storyNamesYou' | 'storyNames' | undefined {
  if (saysHowToReach(story)) return 'storyReach'
  const isNamed = (names: readonly string[]): boolean =>
    names.length > 0 && whoIsNamed(names)(story) !== undefined
  if (!isTellingNamed(said, me.key) && isNamed([me.name].filter(Boolean))) return 'storyNamesYou'
  const open = parties.filter(
    ({ key }) => isTellingNamed(said, key) || !hasSaidOfTelling(said, key),
  )
  const free = new Set([me, ...open].map(({ name }) => fold(name)))
  const hidden = [...parties.map(({ name }) => name), ...others]
  return isNamed(hidden.filter(name => name !== '' && !free.has(fold(name))))
    ? 'storyNames'
    : undefined
}
