import { type Html, html } from '../../../contract/html.ts'
import type { Request } from '../../../contract/request.ts'
import { note } from '../../../ui/say.ts'
import type { WholeDeal } from '../model/read.ts'
import {
  type Actor,
  endOf,
  isReader,
  isWordAlone,
  type Party,
  possible,
  readsWords,
  whyOf,
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
  const own = who.private && readsWords(who, whole.parties) ? row.what : null
  return own || notices[0]?.title || words.types.deal.one
}

/**
 * Over http: where this page is read whole, by one link to its own address by https; without https,
 * at the box's own computer.
 */
export function readElsewhere(
  { path, secureAddress }: Pick<Request, 'path' | 'secureAddress'>,
  words: DealWords,
): Html {
  const address = secureAddress && `${secureAddress}${path}`
  return html`
    ${note(address ? words.atTheBox : words.atTheBoxAlone)}
    ${
      address &&
      html`
        <p class="acts no-print"><a class="button" href="${address}">${words.readByHttps}</a></p>
      `
    }
  `
}

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
export function waitedSaid(
  { state, parties, said }: WholeDeal,
  who: Reading,
  words: DealWords,
): string | undefined {
  const waited = parties.filter(
    ({ key }) => state === 'proposed' && possible(state, said, key).includes('yes'),
  )
  if (waited.length === 0) return undefined
  const others = waited.filter(party => !isReader(party, who))
  if (!who.private && others.length > 0) return undefined
  return words.waitsFor(
    waited.length > others.length,
    others.map(party => calledOf(party, words)),
  )
}

/** When they would have met, had the conversation not been ended; null where nothing stood. */
export function wasMeeting({ said }: WholeDeal, when: string | null): string | null {
  const before = said.slice(
    0,
    said.findLastIndex(({ says }) => says === 'end'),
  )
  const moves = before.filter(one => !isWordAlone(one))
  const [last, former] = [moves.at(-1)?.says, moves.at(-2)?.says]
  const isNotYet = last === 'not' && former === 'done'
  return last && (PROPOSES.has(last) || last === 'yes' || isNotYet) ? when : null
}

const PROPOSES: ReadonlySet<string> = new Set(['propose', 'other'])
