import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { shortLine } from '../../../text/short.ts'
import { movesNobody } from '../model/calling.ts'
import { changedFor, isToldTo, newsFor, noticeNow, sinceSeen, unseenFor } from '../model/news.ts'
import type { SaidOn, WholeDeal } from '../model/read.ts'
import { saysInterest } from '../model/ready-word.ts'
import { hiddenWords } from '../model/reports.ts'
import { isHeldApart, rideNowOf } from '../model/ride-now.ts'
import {
  type Actor,
  endOf,
  isProposing,
  isReader,
  type Party,
  readsWords,
  talksFor,
  whyOf,
} from '../model/rules.ts'
import { keepsBy } from '../model/stands.ts'
import {
  calledOf,
  type DealWords,
  endSaid,
  momentFor,
  partyOf,
  signedAs,
  unlessInsult,
  wasMeeting,
} from './say.ts'

/** What is new of a thread, in one line: who, and what; what cancels a meeting comes first. */

/** Who reads, and whether nobody listens: else nobody is named, and nothing quoted. */
export type NewsReader = Actor & Pick<Request, 'private'>
export type DealNews = Readonly<{
  whole: WholeDeal
  who: NewsReader
  words: DealWords
  /** Beside the title of the thread, which says of what it is. */
  isHere: boolean
}>
type NewsOfNotice = DealNews & Readonly<{ read: Reader }>

/**
 * What the other side did since this person last said or saw anything, as a piece of a line without
 * its stop: how the arrangement moved, what became of the notice, and what they wrote; of who
 * writes for others, to whom it is to be told. `isHere`: beside its title.
 */
export function newsOf(
  whole: WholeDeal,
  who: NewsReader,
  words: DealWords,
  { read, isHere = false }: Readonly<{ read: Reader; isHere?: boolean }>,
): string {
  const of = { whole, who, words, read, isHere }
  const judged = judgedNews(of)
  if (judged !== undefined) return judged
  const news = plainNews(of)
  const carried = who.private ? carriedFor(of, newsFor(whole, who)) : []
  return carried.length > 0 ? words.tellThem(namesOf(of, carried), news) : news
}
/** For whom somebody else reads it, at these places; nobody, where it is news to the reader. */
export function carriedFor({ whole, who }: DealNews, places: readonly string[]): readonly Party[] {
  const told = whole.parties.filter((_, place) => places.includes(String(place)))
  return told.some(party => isReader(party, who)) ? [] : told
}
export const namesOf = ({ words }: DealNews, parties: readonly Party[]): string =>
  words.and(parties.map(party => calledOf(party, words)))

function plainNews(of: NewsOfNotice): string {
  const { whole, who, words } = of
  if (whole.row.why === 'refused') return partRefusedNews(of)
  if (isTakenBack(whole)) return takenBackNews(of)
  const changed = changedFor(whole, who).length > 0 ? noticeNews(of) : undefined
  if (changed !== undefined && unseenFor(whole, who).length === 0) return changed
  const said = saidNews(of)
  return changed === undefined ? said : words.andNotice(said, changed)
}

function saidNews(of: DealNews): string {
  const { whole, who, words } = of
  const { moves, word, isLate } = sinceSeen(whole, who)
  const isEnded = whole.state === 'fallen' && whyOf(whole.row.why) !== null
  const move = moves.at(-1)
  if (!move && !isEnded && (word || isLate)) return wordNews(of, word, isLate)
  const moved = moveNews(of, move)
  return withWord(of, isLate ? words.andLate(moved) : moved, word)
}

/** What is to be told to somebody without a card, for the keeper. */
export const toldTo = (
  whole: WholeDeal,
  who: NewsReader,
  words: DealWords,
  read: Reader,
): string | undefined => (who.private ? newsOf(whole, who, words, { read }) : undefined)

/**
 * The holder of its ticket took back all that they wrote, their name too. A thread whose member was
 * forgotten has one party too, and says why.
 */
const isTakenBack = ({ row, parties }: WholeDeal): boolean =>
  parties.length < 2 && row.why !== 'ended'

/**
 * *Quelqu'un a tout effacé : ce qui était convenu n'a plus lieu*, with the moment where the reader
 * proposed it, else with the notice. The name went with all the rest.
 */
function takenBackNews(of: DealNews): string {
  const { whole, words, who, isHere } = of
  const isOff = whole.row.why === 'takenBack'
  const news = isOff ? words.news.agreedTakenBack : words.news.takenBack
  if (!who.private) return news
  const title = isHere ? '' : shortOf(quotedIn(whole.notices[0]?.title ?? ''))
  const moment = isOff && isReadHere(of) ? momentFor(whole, who, words) : ''
  const what = [title, moment].filter(Boolean).join(' · ')
  return what === '' ? news : words.newsWhat(news, what)
}

/** *La part de Zoé n’a pas été retenue*: what they agreed goes with it. */
function partRefusedNews(of: DealNews): string {
  const { whole, who, words } = of
  const taker = whole.parties.find(({ ticket }) => ticket !== undefined)
  const name = who.private && taker && !isReader(taker, who) ? signedAs(taker, words) : undefined
  return withWhat(of, words.part.refusedNews(name))
}

/** *Odile a changé son annonce « … »*, closed it, or it is off the page. */
function noticeNews(of: NewsOfNotice): string {
  const { whole, who, words, read } = of
  const now = noticeNow(whole)
  const author = whole.parties.find(({ key }) => key !== whole.said[0]?.key)
  const name = who.private && author ? calledOf(author, words) : undefined
  const was = who.private ? shortOf(quotedIn(whole.row.noticeAs ?? '')) : undefined
  const asNow = [quotedIn(now), whole.notices[0]?.ride].filter(Boolean).join(' · ')
  const news =
    now !== ''
      ? words[whole.row.noticeAs === '' ? 'noticeReopened' : 'noticeChanged'](name, asNow)
      : whole.notices.length === 0
        ? words.noticeOffNews(name, was)
        : whole.takes === undefined
          ? words.noticeClosed(name, was)
          : words.part.full(name, was, isReadHere(of) ? whole.takes : undefined)
  // What was agreed stands until one of the two calls it off; a ride goes when its driver says, but
  // at an hour that two agreed apart, or on a way back whose hour is the same.
  const isDriven = whole.row.mode === 'ride' && whole.notices[0]?.type !== 'need'
  const agreed = whole.state === 'agreed' ? whole.row : whole.stands
  const isApart = (): boolean => isHeldApart(rideNowOf(read, whole)) || movesNobody(whole, read)
  return agreed && (!isDriven || isApart())
    ? words.stillAgreed(news, isReadHere(of) ? unlessInsult(agreed.when) : null)
    : news
}

function moveNews(of: DealNews, last: SaidOn | undefined): string {
  const { whole, who, words } = of
  const { row, state } = whole
  // What the other box did without an act that leaves it is theirs too.
  const party = last ? partyOf(whole, last.key) : whole.parties.find(one => one.away !== undefined)
  const name = who.private && party ? signedAs(party, words) : undefined
  const by = (is: Moved): string =>
    name === undefined
      ? words.news[is]
      : (OF_DONE.has(is) ? withThing : withWhat)(of, words.newsBy[is](name))
  const when = isReadHere(of) ? unlessInsult(row.when) : null
  if (last?.says === 'end' || (state === 'ended' && last === undefined))
    return name === undefined
      ? words.endedNews
      : words.endedNewsBy(name, wasMeeting(whole, when), aboutOf(of))
  if (state === 'fallen' && last?.says === 'not') return by('failed')
  // Who was forgotten leaves the day in the sentence itself.
  if (state === 'fallen') return row.why === 'ended' ? endNews(of) : withWhat(of, endNews(of))
  if (last?.undid)
    return name === undefined ? words.news.back : withWhat(of, words.newsBy.back[last.undid](name))
  // Who asks by a letter proposes by a first yes.
  const isFirst = last !== undefined && last === whole.said[0]
  if (state === 'proposed' && last && (isFirst || isProposing(last))) return by('proposed')
  if (state === 'proposed')
    return name === undefined ? words.news.back : withWhat(of, words.newsBy.backThere(name))
  if (state === 'agreed' && last?.says === 'not') return by('notDone')
  const kept = last && state === 'agreed' ? keepsBy(whole, last) : undefined
  if (kept) return by(kept)
  if (row.deed !== null) return withKeyed(of, by('told'), last)
  if (last?.says === 'keep') return by('untold')
  if (last?.says === 'tell') return withKeyed(of, by('tell'), last)
  return by(state === 'done' ? 'done' : 'agreed')
}
/** Of what was done the hour is past: its thing is said first. */
const OF_DONE: ReadonlySet<Moved> = new Set(['done', 'notDone', 'tell', 'untold', 'told'])
/** Whoever said it in the name of somebody: not by name, which no line needs. */
const withKeyed = ({ who, words }: DealNews, news: string, last: SaidOn | undefined): string =>
  who.private && (last?.saidBy === 'relay' || last?.saidBy === 'keeper')
    ? words.notedNews[last.saidBy](news)
    : news
type Moved =
  | 'stays'
  | 'keeps'
  | 'proposed'
  | 'agreed'
  | 'done'
  | 'notDone'
  | 'failed'
  | 'tell'
  | 'untold'
  | 'told'

/** Whether its words and moments may stand in the line. */
export const isReadHere = ({ whole, who }: DealNews): boolean =>
  who.private && readsWords(who, whole.parties)

/** With the moment and the place; without one, with the notice, where the page does not say it. */
export function withWhat(of: DealNews, news: string): string {
  const { whole, words, isHere } = of
  if (!of.who.private) return news
  const at = isReadHere(of) ? momentFor(whole, of.who, words) : ''
  const what = at !== '' || isHere ? at : shortOf(quotedIn(whole.notices[0]?.title ?? ''))
  return what === '' ? news : words.newsWhat(news, what)
}
/** With the notice too, where the page does not say it. */
function withThing(of: DealNews, news: string): string {
  const { whole, who, words, isHere } = of
  const title = isHere ? '' : shortOf(quotedIn(whole.notices[0]?.title ?? ''))
  if (title === '' || !who.private) return withWhat(of, news)
  const at = isReadHere(of) ? momentFor(whole, who, words) : ''
  return words.newsWhat(news, [title, at].filter(Boolean).join(' · '))
}
/**
 * With what they wrote; a word that the keeper hid is not quoted. Of one press that says no more
 * than interest, with the notice instead, where neither the page nor the line says it.
 */
export function withWord(of: DealNews, news: string, word: SaidOn | undefined): string {
  if (!word) return news
  if (!saysInterest(word) || !isReadHere(of)) return of.words.andWrites(news, wordIn(of, word))
  return withAbout(of, news)
}
/** With the notice, where neither the page nor the line says it. */
export function withAbout(of: DealNews, news: string): string {
  const about = aboutOf(of)
  return about === undefined || news.includes(about) ? news : of.words.newsAbout(news, about)
}
/** What a word says, as far as a line goes; the thread folds one that holds an insult. */
function wordIn(of: DealNews, { id, said }: SaidOn): string | undefined {
  const text = unlessInsult(said ?? null)
  const isRead = isReadHere(of) && !hiddenWords(of.whole).has(id)
  return text && isRead ? shortLine(text, MOST_SAID) : undefined
}
const [MOST_SAID, MOST_TITLE] = [120, 60]
export const shortOf = (text: string): string => shortLine(text, MOST_TITLE)

/** The keeper read a word that was told to them, and nobody said anything since it was told. */
function judgedNews({ whole: { said, parties }, who, words }: DealNews): string | undefined {
  const last = said.at(-1)
  if (last?.says !== 'insult' || last.judged == null) return undefined
  const speaks = parties.some(party => party.key === last.key && talksFor(who, party))
  const isHidden = last.judged === 'hidden'
  if (speaks) return isHidden ? words.judgedNews : words.standsNews
  return isHidden ? words.hiddenNews : undefined
}

/** Its notice, in a few words, where the page does not say it. */
const aboutOf = ({ whole, isHere }: DealNews): string | undefined =>
  isHere ? undefined : shortOf(quotedIn(whole.notices[0]?.title ?? '')) || undefined

/** *Josette vous écrit au sujet de « … » : « … »*, or *est en retard*. */
function wordNews(of: DealNews, word: SaidOn | undefined, isLate: boolean): string {
  const { whole, who, words } = of
  if (!who.private) return isLate ? words.news.late : words.news.word
  const { parties } = whole
  const mine = parties.find(party => isReader(party, who))
  const to = mine ?? parties.find(party => isToldTo(who, party))
  const from = (word && partyOf(whole, word.key)) ?? parties.find(party => party !== to)
  const name = from ? signedAs(from, words) : words.someone
  if (isLate) return withWord(of, withWhat(of, words.newsBy.late(name)), word)
  const about = aboutOf(of)
  const said = word && wordIn(of, word)
  return mine || !to ? words.newsBy.word(name, about, said) : words.newsBy.wordTo(name, about, said)
}
/** A notice as a sentence quotes it: of *Mathieu : « je prête… »*, what he says. */
export const quotedIn = (title: string): string => /«\s*(.+?)\s*»/u.exec(title)?.[1] ?? title

/** How it ended, with whom: where no name stands in what is said of it, it is said before. */
function endNews({ whole, who, words }: DealNews): string {
  const ended = endSaid(whole, who, words).replace(/[.]$/, '')
  const isNamed = whyOf(whole.row.why) === null && endOf(whole.said)?.is !== 'failed'
  const others = whole.parties
    .filter(party => !isReader(party, who) && !isToldTo(who, party))
    .map(party => calledOf(party, words))
  if (isNamed || !who.private || others.length === 0) return ended
  return words.newsWith(words.and(others), ended.charAt(0).toLowerCase() + ended.slice(1))
}
