import type { Refusal } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { hasTable, inAlphabet } from '../../../contract/tables.ts'
import type { Input } from '../../../core/form/input.ts'
import { one } from '../../../core/form/input.ts'
import { typedPhone } from '../../../core/form/typed.ts'
import type { fr } from '../words/fr.ts'

type Words = typeof fr
const say: Say<Words> = message
/**
 * How one is reached, as the form asks: a telephone that is shown, somebody who passes words on, a
 * word that is handed over.
 */
export const WAYS = ['phone', 'relay', 'word'] as const
/** *Comme d'habitude*, of a member whose way this box keeps. */
export const USUAL = 'usual'
export type ReachWay = (typeof WAYS)[number]
const isWay = (text: unknown): text is ReachWay => WAYS.some(way => way === text)

export type RelayKnown = Readonly<{ id: string; name: string; where: string; when: string }>
const MOST_RELAYS = 100

/** People through whom words pass, as the page shows them. */
export function relaysKnown(read: Reader): readonly RelayKnown[] {
  if (!hasTable(read, 'relay')) return []
  const text = (value: unknown): string => (typeof value === 'string' ? value : '')
  return read
    .all(
      'SELECT id, name, "where", "when" FROM relay WHERE removed IS NOT 1 ' +
        `AND name IS NOT NULL ORDER BY ${inAlphabet('name')}, id LIMIT ?`,
      MOST_RELAYS,
    )
    .map(row => ({
      id: text(row['id']),
      name: text(row['name']),
      where: text(row['where']),
      when: text(row['when']),
    }))
}

/** As the field itself: what is longer is said in the notice. */
const LONGEST_WAY = 300

export type Reached = Readonly<{ reach: string; reachBy?: ReachWay; relay?: string }>

/**
 * What the notice will say of how to reach its person; the sentence that is missing, with its
 * field, when nobody could.
 */
export function reachedBy(
  input: Input,
  read: Reader,
  keeper: string,
  words: Words,
): Reached | Refusal {
  const way = one(input, 'reachBy')
  if (!isWay(way)) {
    // Words of one's own, as they come from a table or from a form of before.
    const own = one(input, 'reach')
    if (own.length > LONGEST_WAY) return { refused: say('shorterWay'), field: 'reachBy' }
    return own === '' ? { refused: say('sayReach'), field: 'reachBy' } : { reach: own }
  }
  if (way === 'phone') {
    const phone = typedPhone(one(input, 'phone'))
    return phone ? { reach: phone, reachBy: way } : { refused: say('sayPhone'), field: 'phone' }
  }
  const relay = relaysKnown(read).find(known => known.id === one(input, 'relay'))
  if (way === 'word')
    return {
      reach: words.byWord(relay?.name ?? keeper),
      reachBy: way,
      ...(relay ? { relay: relay.id } : {}),
    }
  if (relay)
    return {
      reach: words.byRelay(relay.name, [relay.where, relay.when].filter(Boolean).join(', ')),
      reachBy: way,
      relay: relay.id,
    }
  const through = one(input, 'through')
  if (through.length > LONGEST_WAY) return { refused: say('shorterWay'), field: 'through' }
  return through === ''
    ? { refused: say('sayThrough'), field: 'through' }
    : { reach: through, reachBy: way }
}
