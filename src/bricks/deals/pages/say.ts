import type { Request } from '../../../contract/request.ts'
import { changedFor, noticeNow, unseenFor } from '../model/news.ts'
import type { SaidOn, WholeDeal } from '../model/read.ts'
import {
  type Actor,
  endOf,
  isReader,
  isWordAlone,
  type Party,
  possible,
  readsWords,
  talksFor,
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

/** The same, before a verb: *Lucie, de Sail, a dit…*. */
export const whoSays = (party: Party, words: DealWords): string =>
  `${calledOf(party, words)}${party.away ? ',' : ''}`
/** A party as they are called here; somebody who was forgotten has no name any more. */
export const calledOf = ({ name, away = '' }: Party, words: DealWords): string =>
  words.ofAway(name || words.someone, away)

const partyOf = ({ parties }: WholeDeal, key: string): Party | undefined =>
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

/**
 * What the other side did since this person last said anything, as a piece of a line without its
 * stop: how the arrangement moved, and whether they wrote. `isHere`: on the page of the thread,
 * which says of what it is.
 */
export function newsOf(whole: WholeDeal, who: Reading, words: DealWords, isHere?: 'here'): string {
  const judged = judgedNews(whole, who, words)
  if (judged !== undefined) return judged
  if (isTakenBack(whole)) return words.news.takenBack
  const changed = changedFor(whole, who).length > 0 ? noticeNews(whole, who, words) : undefined
  if (changed !== undefined && unseenFor(whole, who).length === 0) return changed
  const { move, word } = sinceOwn(whole, who)
  const isEnded = whole.state === 'fallen' && whyOf(whole.row.why) !== null
  if (word && !move && !isEnded) return wordNews(whole, word, who, words, isHere)
  const moved = moveNews(whole, move, who, words)
  if (!word) return moved
  return word.says === 'late' ? words.andLate(moved) : words.andWrites(moved)
}

/**
 * The holder of its ticket took back all that they wrote, their name too. A thread whose member was
 * forgotten has one party too, and says why.
 */
const isTakenBack = ({ row, parties }: WholeDeal): boolean =>
  parties.length < 2 && row.why !== 'ended'

/** *Odile a changé son annonce « … »*, or closed it. */
function noticeNews(whole: WholeDeal, who: Reading, words: DealWords): string {
  const now = noticeNow(whole)
  const author = whole.parties.find(({ key }) => key !== whole.said[0]?.key)
  const name = who.private && author ? calledOf(author, words) : undefined
  return now === '' ? words.noticeClosed(name) : words.noticeChanged(name, quotedIn(now))
}

/** The last move and word of the others since this person, or whom they speak for, spoke. */
function sinceOwn(
  { said, parties }: WholeDeal,
  who: Actor,
): Readonly<{ move: SaidOn | undefined; word: SaidOn | undefined }> {
  const acts = said.filter(({ says }) => says !== 'insult')
  const isOwn = (key: string): boolean =>
    parties.some(party => party.key === key && (isReader(party, who) || talksFor(who, party)))
  const since = acts.slice(acts.findLastIndex(({ key }) => isOwn(key)) + 1)
  const others =
    since.length > 0
      ? since
      : acts.filter(({ key }) => !parties.some(party => party.key === key && isReader(party, who)))
  const [move, word] = [
    others.findLast(one => !isWordAlone(one)),
    others.findLast(one => isWordAlone(one)),
  ]
  // A word that an answer followed came with it, or before it; it is read there.
  return { move, word: since.length > 0 || !move ? word : undefined }
}

function moveNews(
  whole: WholeDeal,
  last: SaidOn | undefined,
  who: Reading,
  words: DealWords,
): string {
  const { row, state } = whole
  const party = last && partyOf(whole, last.key)
  const name = who.private && party ? whoSays(party, words) : undefined
  const when = who.private && isReadHere(whole, who) ? row.when : null
  if (last?.says === 'end' || (state === 'ended' && last === undefined))
    return name === undefined ? words.endedNews : words.endedNewsBy(name, wasMeeting(whole, when))
  if (state === 'fallen' && last?.says === 'not' && name !== undefined)
    return words.newsBy.failed(name, when)
  if (state === 'fallen') return endNews(whole, who, words)
  if (last?.undid) return name === undefined ? words.news.back : words.newsBy.back[last.undid](name)
  if (state === 'proposed' && last && PROPOSES.has(last.says))
    return name === undefined ? words.news.proposed : words.newsBy.proposed(name)
  if (state === 'proposed') return words.news.back
  if (state === 'agreed' && last?.says === 'not')
    return name === undefined ? words.news.notDone : words.newsBy.notDone(name)
  if (row.deed !== null) return words.news.told
  if (last?.says === 'keep') return words.news.untold
  if (last?.says === 'tell') return name === undefined ? words.news.tell : words.newsBy.tell(name)
  if (state === 'done') return name === undefined ? words.news.done : words.newsBy.done(name)
  return name === undefined ? words.news.agreed : words.newsBy.agreed(name)
}
const isReadHere = ({ parties }: WholeDeal, who: Actor): boolean => readsWords(who, parties)

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

/** The keeper read a word that was told to them, and nobody said anything since it was told. */
function judgedNews(
  { said, parties }: WholeDeal,
  who: Actor,
  words: DealWords,
): string | undefined {
  const last = said.at(-1)
  if (last?.says !== 'insult' || last.judged == null) return undefined
  const speaks = parties.some(party => party.key === last.key && talksFor(who, party))
  return speaks ? words.judgedNews : last.judged === 'hidden' ? words.hiddenNews : undefined
}

/** *Josette vous écrit au sujet de « … »*, or *est en retard*. */
function wordNews(
  whole: WholeDeal,
  last: SaidOn,
  who: Reading,
  words: DealWords,
  isHere: 'here' | undefined,
): string {
  const [from, to] = [partyOf(whole, last.key), whole.parties.find(({ key }) => key !== last.key)]
  const about = isHere ? undefined : quotedIn(whole.notices[0]?.title)
  if (!who.private) return words.news.word
  const name = from ? whoSays(from, words) : words.someone
  const mine = whole.parties.some(party => isReader(party, who))
  if (last.says === 'late') return words.newsBy.late(name)
  return mine || !to
    ? words.newsBy.word(name, about)
    : words.newsBy.wordTo(name, calledOf(to, words), about)
}
/** A notice as a sentence quotes it: of *Mathieu : « je prête… »*, what he says. */
const quotedIn = (title: string | undefined): string | undefined =>
  title === undefined ? undefined : (/«\s*(.+?)\s*»/u.exec(title)?.[1] ?? title)

/** How it ended, with whom: where no name stands in what is said of it, it is said before. */
function endNews(whole: WholeDeal, who: Reading, words: DealWords): string {
  const ended = endSaid(whole, who, words).replace(/[.]$/, '')
  const isNamed = whyOf(whole.row.why) === null && endOf(whole.said)?.is !== 'failed'
  const others = whole.parties
    .filter(party => !isReader(party, who))
    .map(party => calledOf(party, words))
  if (isNamed || !who.private || others.length === 0) return ended
  return words.newsWith(words.and(others), ended.charAt(0).toLowerCase() + ended.slice(1))
}
