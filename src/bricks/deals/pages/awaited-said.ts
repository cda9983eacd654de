import type { Reader } from '../../../contract/reader.ts'
import { numberOf } from '../model/calling.ts'
import { toldApart } from '../model/namesakes.ts'
import { isToldTo, sinceSeen } from '../model/news.ts'
import type { WholeDeal } from '../model/read.ts'
import { type Actor, isCancelling, isReader, type Party, speaksFor } from '../model/rules.ts'
import { awaitsTelling, mayBeSaid } from '../model/saying.ts'
import {
  carriedFor,
  type DealNews,
  isReadHere,
  type NewsReader,
  namesOf,
  quotedIn,
  shortOf,
  withAbout,
  withWhat,
  withWord,
} from './news-said.ts'
import {
  calledOf,
  type DealWords,
  momentFor,
  partyOf,
  signedAs,
  unlessInsult,
  whoSays,
} from './say.ts'

/** Whose answer a thread waits for, in one line: of who asks, about what, and for whom. */

/**
 * Whose answer is awaited: *Élodie attend votre réponse (« samedi 9 h »)*, with what they wrote. A
 * meeting that they cancelled before they proposed another one is said first.
 */
export function awaitedNews(whole: WholeDeal, who: NewsReader, words: DealWords): string {
  const of: DealNews = { whole, who, words, isHere: false }
  if (!who.private) return words.awaitYour(words.someone, 1)
  const { moves, word } = sinceSeen(whole, who)
  const asked = withWord(of, askedNews(of), word)
  const cancelled = moves.slice(0, -1).find(one => isCancelling(whole.said, one))
  const by = cancelled && partyOf(whole, cancelled.key)
  return by ? words.andAwaits(words.newsBy.failed(whoSays(by, words)), asked) : asked
}

/**
 * *Suzanne attend votre réponse : « jeudi » au lieu de « mercredi »* of what is agreed; of who
 * writes for somebody, *attend la réponse de Rosa*. Whose answer is awaited waits for nobody.
 */
function askedNews(of: DealNews): string {
  const { whole, who, words } = of
  if (askedOf(whole, who).length === 0 && awaitsTelling(whole)) return tellingNews(of)
  const whom = otherAsked(whole, who)
  const others = whole.parties.filter(party => party !== whom && !isReader(party, who))
  const awaits = awaitsSaid(of, whom, others)
  const [moment, agreed] = isReadHere(of)
    ? [whole.row.when, whole.stands?.when].map(one => unlessInsult(one ?? null))
    : []
  return moment && agreed
    ? withAbout(of, words.insteadNews(awaits, moment, agreed))
    : withWhat(of, awaits)
}
/** Those whose yes is awaited, and who speak by this person. */
const askedOf = (whole: WholeDeal, who: Actor): readonly Party[] =>
  whole.parties.filter(
    party => speaksFor(who, party) && mayBeSaid(whole, party.key).includes('yes'),
  )
/** For whom this person answers, where it is not themselves who are asked. */
function otherAsked(whole: WholeDeal, who: Actor): Party | undefined {
  const asked = askedOf(whole, who)
  return asked.some(party => isReader(party, who)) ? undefined : asked[0]
}
/** The same, in a list that says the rest: *la réponse de Rosa est attendue*. */
export function yourSaid(whole: WholeDeal, who: NewsReader, words: DealWords): string {
  const whom = who.private ? otherAsked(whole, who) : undefined
  return whom ? words.yourFor(calledOf(whom, words)) : words.your
}

function awaitsSaid(
  { words }: DealNews,
  whom: Party | undefined,
  others: readonly Party[],
): string {
  const names = words.and(others.map(party => signedAs(party, words))) || words.someone
  if (!whom) return words.awaitYour(names, others.length)
  const called = calledOf(whom, words)
  // Who reads proposed it, and asks it of somebody for whom they write.
  return others.length === 0
    ? words.askThemYours(called)
    : words.awaitTheir(names, others.length, called)
}

/** All of them want it told: one whom this box knows says so last. */
function tellingNews(of: DealNews): string {
  const { whole, who, words } = of
  const mine = whole.parties.filter(party => speaksFor(who, party))
  const isMine = mine.some(party => isReader(party, who))
  const others = whole.parties.filter(party => !mine.includes(party))
  const names = words.and(others.map(party => signedAs(party, words))) || words.someone
  const last = words.lastYes(names, isMine ? undefined : namesOf(of, mine))
  return withWhat(of, last)
}

/**
 * Whether it may be told, as it is asked of who reads, or of those for whom they write: with its
 * notice, or the moment under a title that says it.
 */
export function asksToTell(
  whole: WholeDeal,
  who: NewsReader,
  words: DealWords,
  isTitled?: 'titled',
): string {
  const of: DealNews = { whole, who, words, isHere: false }
  const all = whole.parties.flatMap((party, place) => (isToldTo(who, party) ? String(place) : []))
  const carried = who.private ? carriedFor(of, all) : []
  const asks = carried.length > 0 ? words.asksToTellFor(namesOf(of, carried)) : words.asksToTell
  const title = isTitled ? '' : shortOf(quotedIn(whole.notices[0]?.title ?? ''))
  return title === '' || !who.private ? withWhat(of, asks) : words.newsWhat(asks, title)
}

/** The same, for the keeper: whom they ask, who has no card. */
export function awaitedOf(
  whole: WholeDeal,
  who: NewsReader,
  words: DealWords,
  read: Reader,
): string | undefined {
  const [whom, of] = carriedTo(whole, who)
  if (!whom || !of || !who.private) return undefined
  const called = (party: Party): string => calledApart(whole, party, words, read)
  const phone = numberOf(whole, whom, read)
  const moment = phone === undefined ? '' : momentFor(whole, who, words)
  if (phone !== undefined && moment !== '' && !whole.stands)
    return words.callAndAsk(calledOf(whom, words), phone, moment, called(of))
  const said = words.askThem(called(whom), called(of))
  return withWhat({ whole, who, words, isHere: false }, said)
}
/** A party as whoever goes to them calls it: of two people of one first name, which. */
function calledApart(whole: WholeDeal, party: Party, words: DealWords, read: Reader): string {
  const apart = toldApart(read, whole, party)
  const name = calledOf(party, words)
  if (!apart) return name
  return 'digits' in apart
    ? words.apart.digits(name, apart.digits)
    : words.apart.notice(name, shortOf(quotedIn(apart.notice)))
}
/** For whom this person carries what is said, and the other one. */
const carriedTo = ({ parties }: WholeDeal, who: Actor): readonly (Party | undefined)[] => {
  const whom = parties.find(party => isToldTo(who, party))
  return [whom, parties.find(party => party !== whom)]
}
