import type { Request } from '../../../contract/request.ts'
import { isInsulting } from '../../../text/guard/insults.ts'
import { shortLine } from '../../../text/short.ts'
import { changedFor, isToldTo, noticeNow, sinceSeen, unseenFor } from '../model/news.ts'
import type { SaidOn, WholeDeal } from '../model/read.ts'
import { hiddenWords } from '../model/reports.ts'
import {
  type Actor,
  endOf,
  isCancelling,
  isReader,
  type Party,
  readsWords,
  talksFor,
  whyOf,
} from '../model/rules.ts'
import { calledOf, type DealWords, endSaid, partyOf, signedAs, wasMeeting, whoSays } from './say.ts'

/** What is new of a thread, in one line: who, and what; what cancels a meeting comes first. */

/** Who reads, and whether nobody listens: else nobody is named, and nothing quoted. */
type Reading = Actor & Pick<Request, 'private'>
type News = Readonly<{
  whole: WholeDeal
  who: Reading
  words: DealWords
  /** On the page of the thread, which says of what it is. */
  isHere: boolean
}>

/**
 * What the other side did since this person last said or saw anything, as a piece of a line without
 * its stop: how the arrangement moved, what became of the notice, and what they wrote. `isHere`: on
 * the page of the thread.
 */
export function newsOf(whole: WholeDeal, who: Reading, words: DealWords, isHere?: 'here'): string {
  const of: News = { whole, who, words, isHere: isHere !== undefined }
  const judged = judgedNews(of)
  if (judged !== undefined) return judged
  if (isTakenBack(whole)) return takenBackNews(of)
  const changed = changedFor(whole, who).length > 0 ? noticeNews(of) : undefined
  if (changed !== undefined && unseenFor(whole, who).length === 0) return changed
  const said = saidNews(of)
  return changed === undefined ? said : words.andNotice(said, changed)
}

function saidNews(of: News): string {
  const { whole, who, words } = of
  const { moves, word, isLate } = sinceSeen(whole, who)
  const isEnded = whole.state === 'fallen' && whyOf(whole.row.why) !== null
  const move = moves.at(-1)
  if (!move && !isEnded && (word || isLate)) return wordNews(of, word, isLate)
  const moved = moveNews(of, move)
  return withWord(of, isLate ? words.andLate(moved) : moved, word)
}

/**
 * Whose answer is awaited: *Élodie attend votre réponse (« samedi 9 h »)*, with what they wrote. A
 * meeting that they cancelled before they proposed another one is said first.
 */
export function awaitedNews(whole: WholeDeal, who: Reading, words: DealWords): string {
  const of: News = { whole, who, words, isHere: false }
  if (!who.private) return words.awaitYour(words.someone, 1)
  const others = whole.parties.filter(party => !isReader(party, who))
  const names = words.and(others.map(party => signedAs(party, words))) || words.someone
  const { moves, word } = sinceSeen(whole, who)
  const asked = withWord(of, withWhat(of, words.awaitYour(names, others.length)), word)
  const cancelled = moves.slice(0, -1).find(one => isCancelling(whole.said, one))
  const by = cancelled && partyOf(whole, cancelled.key)
  return by ? words.andAwaits(words.newsBy.failed(whoSays(by, words)), asked) : asked
}

/** The same, for the keeper: whom they ask, who has no card. */
export function awaitedOf(whole: WholeDeal, who: Reading, words: DealWords): string | undefined {
  const [whom, of] = carriedTo(whole, who)
  return whom && of && who.private
    ? withWhat(
        { whole, who, words, isHere: false },
        words.askThem(calledOf(whom, words), calledOf(of, words)),
      )
    : undefined
}
/** The same, of what is to be told to them. */
export function toldTo(whole: WholeDeal, who: Reading, words: DealWords): string | undefined {
  const [whom] = carriedTo(whole, who)
  return whom && who.private
    ? words.tellThem(calledOf(whom, words), newsOf(whole, who, words))
    : undefined
}
/** For whom this person carries what is said, and the other one. */
const carriedTo = ({ parties }: WholeDeal, who: Actor): readonly (Party | undefined)[] => {
  const whom = parties.find(party => isToldTo(who, party))
  return [whom, parties.find(party => party !== whom)]
}

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
function takenBackNews(of: News): string {
  const { whole, words } = of
  return whole.row.why === 'takenBack'
    ? withWhat(of, words.news.agreedTakenBack)
    : words.news.takenBack
}

/** *Odile a changé son annonce « … »*, closed it, or it is off the page. */
function noticeNews(of: News): string {
  const { whole, who, words } = of
  const now = noticeNow(whole)
  const author = whole.parties.find(({ key }) => key !== whole.said[0]?.key)
  const name = who.private && author ? calledOf(author, words) : undefined
  const was = who.private ? shortOf(quotedIn(whole.row.noticeAs ?? '')) : undefined
  const asNow = [quotedIn(now), whole.notices[0]?.ride].filter(Boolean).join(' · ')
  const news =
    now !== ''
      ? words.noticeChanged(name, asNow)
      : whole.notices.length === 0
        ? words.noticeOffNews(name, was)
        : words.noticeClosed(name, was)
  // What was agreed stands until one of the two calls it off; a ride goes when its driver says.
  const isDriven = whole.row.mode === 'ride' && whole.notices[0]?.type !== 'need'
  const stands = whole.state === 'agreed' && !isDriven
  return stands ? words.stillAgreed(news, isReadHere(of) ? whole.row.when : null) : news
}

function moveNews(of: News, last: SaidOn | undefined): string {
  const { whole, who, words } = of
  const { row, state } = whole
  // What the other box did without an act that leaves it is theirs too.
  const party = last ? partyOf(whole, last.key) : whole.parties.find(one => one.away !== undefined)
  const name = who.private && party ? signedAs(party, words) : undefined
  const by = (is: Moved): string =>
    name === undefined ? words.news[is] : withWhat(of, words.newsBy[is](name))
  const when = isReadHere(of) ? row.when : null
  if (last?.says === 'end' || (state === 'ended' && last === undefined))
    return name === undefined ? words.endedNews : words.endedNewsBy(name, wasMeeting(whole, when))
  if (state === 'fallen' && last?.says === 'not') return by('failed')
  // Who was forgotten leaves the day in the sentence itself.
  if (state === 'fallen') return row.why === 'ended' ? endNews(of) : withWhat(of, endNews(of))
  if (last?.undid)
    return name === undefined ? words.news.back : withWhat(of, words.newsBy.back[last.undid](name))
  if (state === 'proposed' && last && PROPOSES.has(last.says)) return by('proposed')
  if (state === 'proposed')
    return name === undefined ? words.news.back : withWhat(of, words.newsBy.backThere(name))
  if (state === 'agreed' && last?.says === 'not') return by('notDone')
  if (state === 'agreed' && last?.says === 'no') return by('stays')
  if (row.deed !== null) return by('told')
  if (last?.says === 'keep') return by('untold')
  if (last?.says === 'tell') return by('tell')
  return by(state === 'done' ? 'done' : 'agreed')
}
type Moved =
  | 'stays'
  | 'proposed'
  | 'agreed'
  | 'done'
  | 'notDone'
  | 'failed'
  | 'tell'
  | 'untold'
  | 'told'
const PROPOSES: ReadonlySet<string> = new Set(['propose', 'other'])

/** Whether its words and moments may stand in the line. */
const isReadHere = ({ whole, who }: News): boolean => who.private && readsWords(who, whole.parties)

/** With the moment and the place; without one, with the notice, where the page does not say it. */
function withWhat(of: News, news: string): string {
  const { whole, words, isHere } = of
  if (!of.who.private) return news
  const at = isReadHere(of) ? [whole.row.when, whole.row.where].filter(Boolean).join(', ') : ''
  const what = at !== '' || isHere ? at : shortOf(quotedIn(whole.notices[0]?.title ?? ''))
  return what === '' ? news : words.newsWhat(news, what)
}
/** With what they wrote; a word that the keeper hid is not quoted. */
function withWord(of: News, news: string, word: SaidOn | undefined): string {
  return word ? of.words.andWrites(news, wordIn(of, word)) : news
}
/** What a word says, as far as a line goes; the thread folds one that holds an insult. */
const wordIn = (of: News, { id, said }: SaidOn): string | undefined =>
  said && isReadHere(of) && !hiddenWords(of.whole).has(id) && !isInsulting(said)
    ? shortLine(said, MOST_SAID)
    : undefined
const [MOST_SAID, MOST_TITLE] = [120, 60]
const shortOf = (text: string): string => shortLine(text, MOST_TITLE)

/** The keeper read a word that was told to them, and nobody said anything since it was told. */
function judgedNews({ whole: { said, parties }, who, words }: News): string | undefined {
  const last = said.at(-1)
  if (last?.says !== 'insult' || last.judged == null) return undefined
  const speaks = parties.some(party => party.key === last.key && talksFor(who, party))
  const isHidden = last.judged === 'hidden'
  if (speaks) return isHidden ? words.judgedNews : words.standsNews
  return isHidden ? words.hiddenNews : undefined
}

/** *Josette vous écrit au sujet de « … » : « … »*, or *est en retard*. */
function wordNews(of: News, word: SaidOn | undefined, isLate: boolean): string {
  const { whole, who, words, isHere } = of
  if (!who.private) return isLate ? words.news.late : words.news.word
  const { parties } = whole
  const mine = parties.find(party => isReader(party, who))
  const to = mine ?? parties.find(party => isToldTo(who, party))
  const from = (word && partyOf(whole, word.key)) ?? parties.find(party => party !== to)
  const name = from ? signedAs(from, words) : words.someone
  if (isLate) return withWord(of, withWhat(of, words.newsBy.late(name)), word)
  const about = isHere ? '' : shortOf(quotedIn(whole.notices[0]?.title ?? ''))
  const said = word && wordIn(of, word)
  return mine || !to
    ? words.newsBy.word(name, about || undefined, said)
    : words.newsBy.wordTo(name, calledOf(to, words), about || undefined, said)
}
/** A notice as a sentence quotes it: of *Mathieu : « je prête… »*, what he says. */
const quotedIn = (title: string): string => /«\s*(.+?)\s*»/u.exec(title)?.[1] ?? title

/** How it ended, with whom: where no name stands in what is said of it, it is said before. */
function endNews({ whole, who, words }: News): string {
  const ended = endSaid(whole, who, words).replace(/[.]$/, '')
  const isNamed = whyOf(whole.row.why) === null && endOf(whole.said)?.is !== 'failed'
  const others = whole.parties
    .filter(party => !isReader(party, who))
    .map(party => calledOf(party, words))
  if (isNamed || !who.private || others.length === 0) return ended
  return words.newsWith(words.and(others), ended.charAt(0).toLowerCase() + ended.slice(1))
}
