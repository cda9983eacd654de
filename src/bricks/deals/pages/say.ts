import type { Request } from '../../../contract/request.ts'
import { capital } from '../../../text/capital.ts'
import { isInsulting } from '../../../text/guard/insults.ts'
import type { WholeDeal } from '../model/read.ts'
import {
  type Actor,
  endOf,
  isAskedOf,
  isProposing,
  isReader,
  isWordAlone,
  type Party,
  readsWords,
  whyOf,
  withoutMovesBack,
} from '../model/rules.ts'
import type { fr } from '../words/fr.ts'

export type DealWords = typeof fr
/** Who reads, and whether nobody listens: else nobody is named. */
type Reading = Actor & Pick<Request, 'private'>

/**
 * A deal as it may be called on this connection: its own sentence stays here, its notice's is
 * everybody's.
 */
export function titleOf(whole: WholeDeal, who: Reading, words: DealWords): string {
  const { row, notices } = whole
  const own = who.private && readsWords(who, whole.parties) ? unlessInsult(row.what) : null
  const { one } = words.types.deal
  return own || notices[0]?.title || capital(one)
}

/**
 * What somebody wrote, where it may stand in a sentence of the page; null where it holds an insult,
 * which is only read by opening it (`saidWord`).
 */
export const unlessInsult = (text: string | null): string | null =>
  text === null || isInsulting(text) ? null : text
/** When and where, as one piece; empty where none is said, or it holds an insult. */
export const momentSaid = ({
  when,
  where,
}: Readonly<{ when: string | null; where?: string | null }>): string =>
  unlessInsult([when, where].filter(Boolean).join(', ')) ?? ''

/** The moment of a thread, as somebody reads it: *chez moi (chez Zélie)* of who wrote it. */
export const momentFor = (whole: WholeDeal, who: Actor, words: DealWords): string =>
  atTheirs(momentSaid(whole.row), whole, who, words)
/** *Chez moi* is kept as it was said, with whose home it is, where its own writer is known. */
export function atTheirs(text: string, whole: WholeDeal, who: Actor, words: DealWords): string {
  const by = whoseHome(text, whole, who)
  return by ? words.atTheirs(text, calledOf(by, words)) : text
}
/** The place as another one takes it over with a new hour: *chez Zélie*, of her *chez moi*. */
export function placeFor(whole: WholeDeal, who: Actor, words: DealWords): string {
  const where = whole.row.where ?? ''
  const by = whoseHome(where, whole, who)
  return by ? where.replace(AT_MINE, () => words.atHome(calledOf(by, words))) : where
}
/** Of a text that says *chez moi*: whose home that is, where it is not the reader's. */
function whoseHome(text: string, whole: WholeDeal, who: Actor): Party | undefined {
  if (!AT_MINE.test(text)) return undefined
  const at = whole.said.findLastIndex(one => AT_MINE.test(`${one.when ?? ''} ${one.where ?? ''}`))
  const last = whole.said[at]
  // An answer that moves the hour alone says the place of the other one again.
  const placed = whole.said.slice(0, at + 1).filter(({ where }) => where !== null)
  const first = placed[placed.findLastIndex(({ where }) => where !== last?.where) + 1]
  const said = AT_MINE.test(last?.where ?? '') ? first : last
  const by = said && said.keyedBy === null ? partyOf(whole, said.key) : undefined
  return by?.name && !isReader(by, who) ? by : undefined
}
const AT_MINE = /(?<!\p{L})chez (?:moi|nous)(?!\p{L})/iu

/** The same, before a verb: *Lucie, de Sail, a dit…*. */
export const whoSays = (party: Party, words: DealWords): string =>
  `${calledOf(party, words)}${party.away ? ',' : ''}`
/** A party as they are called here; somebody who was forgotten has no name any more. */
export const calledOf = ({ name, away = '' }: Party, words: DealWords): string =>
  words.ofAway(name || words.someone, away)

/**
 * The same, of a message: nobody checked the name of who began it without a card, which may be that
 * of a member.
 */
export const signedAs = (party: Party, words: DealWords): string =>
  party.ticket === undefined ? whoSays(party, words) : words.withoutCard(calledOf(party, words))

export const partyOf = ({ parties }: WholeDeal, key: string): Party | undefined =>
  parties.find(party => party.key === key)

/**
 * How it ended, for who reads: *Mathieu ne peut pas, cette fois*, *vous avez repris votre
 * proposition*.
 */
export function endSaid(whole: WholeDeal, who: Reading, words: DealWords): string {
  const why = whyOf(whole.row.why)
  if (why === 'ended' && who.private && whole.row.when) return words.endedFor(whole.row.when)
  if (why !== null) return words.whys[why]
  const end = endOf(whole.said)
  const party = end && partyOf(whole, end.key)
  if (!end || end.is === 'failed' || !party) return words.ends.failed
  if (isReader(party, who)) return words.endsYou[end.is]
  return who.private ? words.endsBy[end.is](whoSays(party, words)) : words.ends[end.is]
}

/** Whose answer is awaited: *on attend votre réponse*, *on attend la réponse d'Élodie*. */
export function waitedSaid(whole: WholeDeal, who: Reading, words: DealWords): string | undefined {
  const waited = whole.parties.filter(party => isAskedOf(whole, party))
  if (waited.length === 0) return undefined
  const others = waited.filter(party => !isReader(party, who))
  if (!who.private && others.length > 0) return undefined
  return words.waitsFor(
    waited.length > others.length,
    others.map(party => calledOf(party, words)),
  )
}

/** When they would have met, had the conversation not been ended; null where nothing stood. */
export function wasMeeting({ parties, said }: WholeDeal, when: string | null): string | null {
  const end = said.findLastIndex(({ says }) => says === 'end')
  const before = withoutMovesBack(parties, said.slice(0, end))
  const moves = before.filter(one => !isWordAlone(one))
  const [last, former] = [moves.at(-1), moves.at(-2)]
  const isNotYet = last?.says === 'not' && former?.says === 'done'
  return last && (isProposing(last) || last.says === 'yes' || isNotYet) ? when : null
}
