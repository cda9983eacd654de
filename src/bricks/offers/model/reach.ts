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
export const WAYS = ['phone', 'word', 'relay'] as const
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

/** The fields that each way asks. */
const ASKED_BY: Readonly<Record<ReachWay, readonly string[]>> = {
  phone: ['phone'],
  relay: ['relay', 'through'],
  word: ['foundAt'],
}
/** What may be filled in to say how one is reached. */
export const FILLED = WAYS.flatMap(way => ASKED_BY[way])

/** The way that was chosen; where none was, the one that alone was filled in. */
function wayIn(input: Input): ReachWay | undefined {
  const chosen = one(input, 'reachBy')
  if (isWay(chosen)) return chosen
  const filled = WAYS.filter(way => ASKED_BY[way].some(name => one(input, name) !== ''))
  return filled.length === 1 && one(input, 'reach') === '' ? filled[0] : undefined
}

/** Fewer figures are an emergency number, or a short one of a service: nobody’s own. */
const SHORTEST = 7
function byPhone(typed: string): Reached | Refusal {
  const phone = typedPhone(typed)
  if (phone === undefined) return { refused: say('sayPhone'), field: 'phone' }
  return phone.replace(/\D/g, '').length < SHORTEST
    ? { refused: say('form.nobodysPhone', phone), field: 'phone' }
    : { reach: phone, reachBy: 'phone' }
}

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
  const way = wayIn(input)
  if (way === undefined) {
    // Words of one's own, as they come from a table or from a form of before.
    const own = one(input, 'reach')
    if (own.length > LONGEST_WAY) return { refused: say('shorterWay'), field: 'reachBy' }
    return own === '' ? { refused: say('sayReach'), field: 'reachBy' } : { reach: own }
  }
  if (way === 'phone') return byPhone(one(input, 'phone'))
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
